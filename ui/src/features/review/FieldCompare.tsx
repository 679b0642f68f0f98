import { useState } from "react";
import type { ReviewField } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { showValue } from "@/app/values";
import { Chip, type Tone } from "@/components/Chip";
import { Confidence } from "@/components/Confidence";
import { cx } from "@/components/cx";
import { effectOf, nowItems, proposedItems } from "./words";

const EFFECTS: Record<string, { word: string; tone: Tone; about: string }> = {
  overwrite: {
    word: "Overwrites",
    tone: "warn",
    about: "The proposed value takes the place of the one that stands",
  },
  add: { word: "Adds", tone: "accent", about: "The new values join those that stand" },
  fill: { word: "Fills", tone: "accent", about: "The field is empty now" },
  keep: { word: "Stays", tone: "plain", about: "What stands is kept; the proposed value stays with its row" },
  same: { word: "Same", tone: "plain", about: "Nothing new" },
};

/** Side by side, what differs first; what is the same stays folded. A new record has nothing to be compared with. */
export function FieldCompare({ fields }: { fields: readonly ReviewField[] }) {
  const compares = fields.some((field) => nowItems(field).length > 0);
  const [all, setAll] = useState(false);
  const differing = fields.filter((field) => effectOf(field) !== "same");
  const same = fields.filter((field) => effectOf(field) === "same");
  return (
    <>
      <table className="w-full table-fixed border-collapse" data-testid="review-fields">
        <caption className="sr-only">Fields, now and proposed</caption>
        <colgroup>
          <col className="w-[20%]" />
          <col />
          {compares && <col />}
          {compares && <col className="w-20" />}
        </colgroup>
        <thead>
          <tr className="border-b border-line">
            {(compares ? ["Field", "Now", "Proposed", "Effect"] : ["Field", "Proposed"]).map((name) => (
              <th key={name} scope="col" className={HEAD}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(all ? [...differing, ...same] : differing).map((field) => (
            <Row key={field.field} field={field} compares={compares} />
          ))}
        </tbody>
      </table>
      {!all && same.length > 0 && (
        <button
          type="button"
          data-testid="review-same"
          onClick={() => setAll(true)}
          className="mt-2 rounded-sm text-sm text-accent-ink hover:underline"
        >
          Show {plural(same.length, "field")} that say{same.length === 1 ? "s" : ""} the same
        </button>
      )}
    </>
  );
}

const HEAD = "pb-1 pr-4 text-left text-sm font-medium text-faint last:pr-0";
const CELL = "py-1.5 pr-4 align-top last:pr-0";

function Row({ field, compares }: { field: ReviewField; compares: boolean }) {
  const effect = effectOf(field);
  const { word, tone, about } = EFFECTS[effect] ?? { word: effect, tone: "plain", about: "" };
  const stands = effect === "keep" || effect === "same";
  const now = nowItems(field);
  return (
    <tr
      data-testid={`review-field-${field.field}`}
      data-effect={effect}
      className="border-b border-line last:border-b-0"
    >
      <th scope="row" className={cx(CELL, "text-left font-normal break-words text-faint")}>
        {field.title}
      </th>
      {compares && (
        <td className={CELL}>
          {now.length === 0 ? (
            <span className="text-faint">Nothing</span>
          ) : (
            now.map((value, i) => (
              <Value
                // biome-ignore lint/suspicious/noArrayIndexKey: the values of one field have no other name.
                key={i}
                value={value}
                className={
                  effect === "overwrite" ? "text-muted line-through decoration-line-strong" : "text-ink"
                }
              />
            ))
          )}
        </td>
      )}
      <td className={CELL}>
        {proposedItems(field).map(({ value, fresh }, i) => (
          <Value
            // biome-ignore lint/suspicious/noArrayIndexKey: the values of one field have no other name.
            key={i}
            value={value}
            className={stands || !fresh ? "text-muted" : "font-medium text-ink"}
          />
        ))}
      </td>
      {compares && (
        <td className={CELL}>
          <span className="flex flex-col items-start gap-0.5">
            <Chip tone={tone} title={about}>
              {word}
            </Chip>
            {!stands && field.confidence !== null && field.confidence < 0.85 && (
              <Confidence value={field.confidence} />
            )}
          </span>
        </td>
      )}
    </tr>
  );
}

function Value({ value, className }: { value: unknown; className: string }) {
  const shown = showValue(value);
  return (
    <span
      className={cx("block [overflow-wrap:anywhere]", className)}
      title={shown.exact ?? undefined}
      data-selectable
    >
      {shown.text || "Nothing"}
      {shown.label && (
        <span className="pl-1.5 text-sm font-normal whitespace-nowrap text-faint">
          {shown.label.toLowerCase()}
        </span>
      )}
    </span>
  );
}
