import { type ReactNode, useEffect, useRef } from "react";
import type { ProposalId } from "@/api/generated/contracts";
import { showValue } from "@/app/values";
import { Breakable } from "@/components/Breakable";
import { Chip, type Tone } from "@/components/Chip";
import { Confidence } from "@/components/Confidence";
import { cx } from "@/components/cx";
import { Keys } from "@/components/Kbd";
import { type CompareField, isChosen, isKept, optionsOf, sideOf, standsAfter } from "./compare";
import type { Draft } from "./drafts";
import { FieldEditor } from "./FieldEditor";
import { itemKey, itemsOf } from "./words";

interface Effect {
  word: string;
  tone: Tone;
  about: string;
}

const EMPTIES: Effect = {
  word: "Empties",
  tone: "warn",
  about: "What stands goes, and nothing takes its place",
};
const EFFECTS: Record<string, Effect> = {
  overwrite: { word: "Overwrites", tone: "warn", about: "Takes the place of what stands" },
  add: { word: "Adds", tone: "accent", about: "New values join those that stand" },
  fill: { word: "Fills", tone: "accent", about: "The field is empty now" },
  keep: { word: "Stays", tone: "plain", about: "What stands is kept; the other stays with its row" },
};

/** Sides that have no result beside them: what becomes of one record, or two that are to be connected. */
export type Beside = "apart" | "pair" | null;

interface CompareRowProps {
  proposal: ProposalId;
  row: CompareField;
  /** One side only: there is nothing to compare with. */
  alone: boolean;
  beside: Beside;
  draft: Draft;
  current: boolean;
  editable: boolean;
  writing: boolean;
  onStand: () => void;
  onTake: (n: number) => void;
  onWrite: (value: unknown) => void;
  onWriting: (writing: boolean) => void;
  evidence: ReactNode;
}

/** One field: what each side says, and what would stand. */
export function CompareRow(props: CompareRowProps) {
  const { row, alone, beside, draft, current, editable, writing, onStand, onTake, evidence } = props;
  const line = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const stands = sideOf(row, draft.choices);
  const caps = editable && current;
  return (
    <>
      <tr
        ref={line}
        data-testid={`review-field-${row.of.field}`}
        data-effect={row.of.effect}
        aria-current={current || undefined}
        onMouseDown={onStand}
        className={cx(
          "border-b border-line",
          current ? "bg-selected shadow-[inset_2px_0_0_var(--accent-ink)]" : "hover:bg-hover",
        )}
      >
        <th scope="row" className={cx(CELL, "pl-2.5 text-left font-normal break-words text-faint")}>
          {row.of.title}
        </th>
        {!alone &&
          row.values.map((value, n) => (
            <td
              // biome-ignore lint/suspicious/noArrayIndexKey: a side is its place.
              key={n}
              className={CELL}
            >
              <SideCell
                value={value}
                n={n}
                stands={
                  beside === "pair"
                    ? row.of.effect === "shares"
                    : beside === "apart"
                      ? n > 0
                      : !row.of.many && n === stands
                }
                cap={caps && !row.of.many}
                onTake={() => onTake(n)}
                takes={editable && !row.of.many}
              />
            </td>
          ))}
        {beside === null && (
          <td className={cx(CELL, "pl-3")}>
            {writing ? (
              <FieldEditor
                proposal={props.proposal}
                row={row}
                value={standsAfter(row, draft.choices)}
                onDone={props.onWrite}
                onLeave={() => props.onWriting(false)}
              />
            ) : (
              <Result row={row} draft={draft} caps={caps} alone={alone} onTake={editable ? onTake : null} />
            )}
          </td>
        )}
      </tr>
      {evidence && (
        <tr className="border-b border-line bg-sunken">
          <td colSpan={alone ? 2 : row.values.length + (beside === null ? 2 : 1)} className="p-0">
            {evidence}
          </td>
        </tr>
      )}
    </>
  );
}

const CELL = "py-1.5 pr-3 align-top";

interface SideCellProps {
  value: unknown;
  n: number;
  stands: boolean;
  cap: boolean;
  takes: boolean;
  onTake: () => void;
}

function SideCell({ value, n, stands, cap, takes, onTake }: SideCellProps) {
  const items = itemsOf(value);
  const shown =
    items.length === 0 ? (
      <span className="text-faint">Nothing</span>
    ) : (
      items.map((item) => (
        <Value key={itemKey(item)} value={item} className={stands ? "text-ink" : "text-muted"} />
      ))
    );
  return (
    <span className="flex items-start gap-1.5">
      {cap && <Keys keys={String(n + 1)} className="mt-px" />}
      {takes ? (
        // The keyboard has the digits for this.
        <button type="button" tabIndex={-1} onClick={onTake} className="min-w-0 rounded-sm text-left">
          {shown}
        </button>
      ) : (
        <span className="min-w-0">{shown}</span>
      )}
    </span>
  );
}

interface ResultProps {
  row: CompareField;
  draft: Draft;
  caps: boolean;
  alone: boolean;
  onTake: ((n: number) => void) | null;
}

/** What would stand, by the proposal or by the reviewer's own word. */
function Result({ row, draft, caps, alone, onTake }: ResultProps) {
  const chosen = isChosen(row, draft.choices);
  const stands = itemsOf(standsAfter(row, draft.choices));
  const empties = row.of.effect === "overwrite" && stands.length === 0;
  const effect = empties ? EMPTIES : EFFECTS[row.of.effect];
  return (
    <span className="flex flex-wrap items-start gap-x-2 gap-y-0.5">
      <span className="min-w-28 flex-1" data-testid="review-result">
        {row.of.many && !(alone && !caps && !chosen) ? (
          optionsOf(row, draft.choices).map((item, n) => (
            <Option
              key={itemKey(item)}
              item={item}
              n={n}
              kept={isKept(row, draft.choices, item)}
              cap={caps}
              onTake={onTake && (() => onTake(n))}
            />
          ))
        ) : stands.length === 0 ? (
          <span className="text-faint">Nothing</span>
        ) : (
          stands.map((item) => <Value key={itemKey(item)} value={item} className="font-medium text-ink" />)
        )}
      </span>
      <span className="flex shrink-0 flex-col items-end gap-0.5">
        {chosen ? (
          <Chip tone="pending" title="You put this in the place of what was proposed">
            Yours
          </Chip>
        ) : (
          effect &&
          !alone && (
            <Chip tone={effect.tone} title={row.of.why ?? effect.about}>
              {effect.word}
            </Chip>
          )
        )}
        {!chosen && row.of.confidence !== null && row.of.confidence < 0.85 && (
          <Confidence value={row.of.confidence} />
        )}
      </span>
    </span>
  );
}

interface OptionProps {
  item: unknown;
  n: number;
  kept: boolean;
  cap: boolean;
  onTake: (() => void) | null;
}

/** One of several values: kept or left. */
function Option({ item, n, kept, cap, onTake }: OptionProps) {
  const value = (
    <Value
      value={item}
      className={kept ? "font-medium text-ink" : "text-muted line-through decoration-faint"}
    />
  );
  return (
    <span className="flex items-start gap-1.5">
      {cap && n < 9 && <Keys keys={String(n + 1)} className="mt-px" />}
      {onTake ? (
        <button
          type="button"
          tabIndex={-1}
          aria-pressed={kept}
          onClick={onTake}
          className="min-w-0 rounded-sm text-left"
        >
          {value}
        </button>
      ) : (
        value
      )}
    </span>
  );
}

function Value({ value, className }: { value: unknown; className: string }) {
  const shown = showValue(value);
  return (
    <span
      className={cx("block [overflow-wrap:anywhere]", className)}
      title={shown.exact ?? shown.text}
      data-selectable
    >
      {shown.text === "" ? "Nothing" : <Breakable text={shown.text} />}
      {shown.label && (
        <span className="pl-1.5 text-sm font-normal whitespace-nowrap text-faint">
          {shown.label.toLowerCase()}
        </span>
      )}
    </span>
  );
}
