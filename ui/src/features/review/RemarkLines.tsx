import type { EntityId, ReviewItem, ReviewRemark } from "@/api/generated/contracts";
import { useShortcuts } from "@/app/shortcuts";
import { showValue } from "@/app/values";
import { listWords } from "@/app/words";
import { Kbd } from "@/components/Kbd";
import { When } from "@/components/When";
import type { Draft } from "./drafts";
import { itemsOf } from "./words";

interface RemarkLinesProps {
  item: ReviewItem;
  onDraft: (change: Partial<Draft>) => void;
}

/** Somebody wants it otherwise than proposed. */
const wants = ({ corrections, survivor, left_out: out }: ReviewRemark): boolean =>
  (corrections?.length ?? 0) > 0 || survivor !== undefined || (out?.length ?? 0) > 0;

/** Who put the item off and why, who asks for what; one key takes over how they want it. */
export function RemarkLines({ item, onDraft }: RemarkLinesProps) {
  const said = item.remarks.filter(({ asks, notes }) => asks !== null || notes !== null);
  const newest = item.not_mine === null && !item.stale ? said.findLast(wants) : undefined;
  useShortcuts(
    "panel",
    newest === undefined
      ? {}
      : {
          asAsked: () =>
            onDraft({
              choices: Object.fromEntries(
                (newest.corrections ?? []).map(({ field, value }) => [field, value]),
              ),
              survivor: newest.survivor ?? null,
              leftOut: newest.left_out ?? [],
            }),
        },
  );
  return said.map((remark) => (
    <p key={remark.decision_id} className="text-pending" data-testid="review-remark" data-selectable>
      {remark.by} {verdictOf(remark)} <When at={remark.at} />
      {wants(remark) && `, with ${listWords(wishesOf(item, remark))}`}
      {remark.notes !== null && `: “${remark.notes}”`}
      {remark === newest && (
        <>
          {" "}
          <Kbd action="asAsked" />
        </>
      )}
    </p>
  ));
}

function verdictOf({ asks }: ReviewRemark): string {
  if (asks === null) return "put it off";
  return asks === "reject" ? "asks to refuse it" : "asks for it";
}

/** `job title Chair`, `Tara Basu staying`, `T. Bose left out`. */
function wishesOf({ fields, sides }: ReviewItem, remark: ReviewRemark): readonly string[] {
  const name = (id: EntityId) => sides.find(({ entity }) => entity?.id === id)?.title ?? "another";
  const values = (remark.corrections ?? []).map(({ field, value }) => {
    const title = fields.find((one) => one.field === field)?.title ?? field;
    const said = itemsOf(value).map((one) => showValue(one).text);
    return `${title.toLowerCase()} ${said.length > 0 ? listWords(said) : "empty"}`;
  });
  const stays = remark.survivor === undefined ? [] : [`${name(remark.survivor)} staying`];
  const out = (remark.left_out ?? []).map((id) => `${name(id)} left out`);
  return [...values, ...stays, ...out];
}
