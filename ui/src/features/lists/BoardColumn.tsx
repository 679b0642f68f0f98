import { Check } from "lucide-react";
import { type PointerEvent, useEffect, useRef } from "react";
import type { ListField } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { countEntities } from "@/app/words";
import { cx } from "@/components/cx";
import { Cell, isOver } from "./cells";
import type { Kind } from "./kinds";
import type { Section } from "./lines";
import { Sums } from "./Sums";
import type { Edits } from "./useEdits";
import type { List } from "./useList";
import type { Found, Pages } from "./usePages";
import { useRows } from "./useRows";

interface BoardColumnProps {
  kind: Kind;
  list: List;
  by: ListField;
  section: Section;
  pages: Pages;
  edits: Edits;
  /** The card that the cursor is on, -1: none of these. */
  current: number;
  isSelected: (id: string) => boolean;
  onRange: (key: string, first: number, last: number) => void;
  onOpen: (id: string) => void;
  onCursor: (index: number, id: string) => void;
  /** Begins to carry a card; null: cards stay where they are. */
  onGrab: ((event: PointerEvent, card: Found) => void) | null;
  /** Whether it would take the card that is carried. */
  takes: boolean;
  /** The card that is carried. */
  carried: string | null;
}

const CARD = 92;
/** Values shown under a card's name. */
const SHOWN = 4;
const FIGURES: ReadonlySet<string> = new Set(["money", "number", "date", "date_time"]);

/** One column of a board: how many, what they sum up to, and the cards in sight. */
export function BoardColumn(props: BoardColumnProps) {
  const { kind, list, by, section, pages, current, onRange } = props;
  const box = useRef<HTMLDivElement>(null);
  const rows = useRows(box, section.count, CARD, 0);
  const { first, last, reveal } = rows;
  useEffect(() => onRange(section.key, first, last), [onRange, section.key, first, last]);
  useEffect(() => {
    reveal(current);
    if (current >= 0) box.current?.parentElement?.scrollIntoView({ inline: "nearest", block: "nearest" });
  }, [reveal, current]);
  const drawn = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const label = section.heading?.label ?? "";
  return (
    <div
      role="group"
      aria-label={`${label}: ${countEntities(section.count, kind.entity)}`}
      data-testid="board-column"
      data-group={label}
      data-count={section.count}
      data-column={section.key}
      className={cx(
        "flex max-w-96 shrink-0 grow basis-66 flex-col rounded-lg bg-sunken",
        props.takes && "outline-2 -outline-offset-2 outline-accent",
      )}
    >
      <div className="shrink-0 px-3 pt-2 pb-1.5">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-medium">{label}</span>
          <span className="text-faint tabular-nums">{formatCount(section.count)}</span>
        </span>
        <span className="flex min-w-0 text-sm">
          <Sums sums={section.heading?.sums ?? []} />
        </span>
      </div>
      <div ref={box} className="min-h-0 flex-1 overflow-y-auto px-2 pb-2">
        <div className="relative" style={{ height: rows.tall }}>
          {drawn.map((index) => {
            const found = pages.row(section.key, index);
            const place = { top: rows.origin + rows.topOf(index), height: CARD - 6 };
            if (!found) {
              return <div key={`wait-${index}`} className="skeleton absolute inset-x-0" style={place} />;
            }
            return (
              <Card
                key={found.row.id}
                kind={kind}
                list={list}
                by={by}
                found={found}
                place={place}
                current={index === current}
                selected={props.isSelected(found.row.id)}
                edits={props.edits}
                carried={props.carried === found.row.id}
                onGrab={props.onGrab && ((event) => props.onGrab?.(event, found))}
                onClick={() => {
                  props.onCursor(index, found.row.id);
                  props.onOpen(found.row.id);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface CardProps {
  kind: Kind;
  list: List;
  by: ListField;
  found: Found;
  place: { top: number; height: number };
  current: boolean;
  selected: boolean;
  edits: Edits;
  carried: boolean;
  onGrab: ((event: PointerEvent) => void) | null;
  onClick: () => void;
}

function Card({
  kind,
  list,
  by,
  found,
  place,
  current,
  selected,
  edits,
  carried,
  onGrab,
  onClick,
}: CardProps) {
  const { row, columns } = found;
  const edit = edits.cell(row.id, by.name);
  const values = list.columns
    .filter(({ field }) => field !== kind.named && field !== by.name)
    .map(({ info }) => ({ info, value: row.cells[columns.indexOf(info.name)] }))
    .filter(({ value }) => value !== null && value !== undefined && value !== "")
    .slice(0, SHOWN);
  // Whom it is with stands under the name, also where nobody is known; figures and days stand in the last line.
  const said = FIGURES.has(values[0]?.info.kind ?? "") ? undefined : values[0];
  const rest = said ? values.slice(1) : values.slice(0, SHOWN - 1);
  const over = isOver(columns, row.cells);
  const cell = (one: (typeof values)[number]) => (
    <Cell
      field={one.info}
      value={one.value}
      id={row.id}
      title={row.title}
      entity={kind.entity}
      named={false}
      over={over}
    />
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the board's cursor opens cards with Enter.
    <div
      id={`card-${row.id}`}
      role="option"
      tabIndex={-1}
      aria-selected={selected}
      data-current={current ? "" : undefined}
      data-testid="board-card"
      data-id={row.id}
      onClick={onClick}
      {...(onGrab ? { onPointerDown: onGrab } : {})}
      className={cx(
        "absolute inset-x-0 flex flex-col gap-0.5 rounded-md border bg-surface px-2.5 py-2",
        current ? "border-focus shadow-[0_0_0_1px_var(--focus)]" : "border-line-strong hover:border-focus",
        ((edit && edit.error === null) || carried) && "opacity-60",
      )}
      style={place}
    >
      <span className="flex items-start gap-1.5">
        <span className="min-w-0 flex-1 truncate font-medium" title={row.title}>
          {row.title || "No name"}
        </span>
        {selected && (
          <span className="inline-flex size-4 items-center justify-center rounded-sm bg-accent text-on-accent">
            <Check className="size-3" strokeWidth={3} aria-hidden="true" />
          </span>
        )}
      </span>
      {edit?.error ? (
        <span role="alert" data-testid="card-refused" className="line-clamp-2 text-sm text-risk">
          {edit.error.message} {edit.error.hint}
        </span>
      ) : (
        <>
          <span className="min-w-0 truncate text-sm">{said ? cell(said) : "\u00a0"}</span>
          <span className="mt-auto flex min-w-0 items-center gap-2.5 overflow-hidden text-sm whitespace-nowrap">
            {rest.map((one, i) => (
              <span
                key={one.info.name}
                className={i < 2 ? "shrink-0" : "min-w-0 truncate"}
                title={one.info.title}
              >
                {cell(one)}
              </span>
            ))}
          </span>
        </>
      )}
    </div>
  );
}
