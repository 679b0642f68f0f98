import type { EntityId, MergeView, ReviewItem } from "@/api/generated/contracts";
import { listWords } from "@/app/words";
import { cx } from "@/components/cx";
import { Kbd, Keys } from "@/components/Kbd";
import type { Draft } from "./drafts";

interface SurvivorLineProps {
  /** As it was proposed: it names everybody, whoever was left out since. */
  item: ReviewItem;
  merge: MergeView;
  draft: Draft;
}

/** Everybody whom a merge would join: the first stays. */
export const mergedIds = ({
  proposed_survivor: first,
  survivor,
  absorbed,
}: MergeView): readonly EntityId[] => [
  first.id,
  ...[survivor, ...absorbed].map(({ id }) => id).filter((id) => id !== first.id),
];

/** Who stays and by which rule, and who is joined; the reviewer may have it otherwise. */
export function SurvivorLine({ item, merge, draft }: SurvivorLineProps) {
  const everybody = mergedIds(merge);
  const stays = draft.survivor ?? merge.proposed_survivor.id;
  const title = (id: EntityId): string =>
    item.sides.find(({ entity }) => entity?.id === id)?.title ?? "Unnamed";
  const rule = merge.rules.find(({ decided }) => decided);
  const out = new Set(draft.leftOut);
  return (
    <div data-testid="review-survivor" className="flex flex-col gap-1" data-selectable>
      <p className="flex flex-wrap items-center gap-x-2">
        <span>
          <span className="font-medium">{title(stays)}</span> stays
          {draft.survivor !== null && draft.survivor !== merge.proposed_survivor.id ? (
            <span className="text-pending"> by your choice</span>
          ) : (
            <span className="text-muted">{rule ? `: ${rule.sentence}` : ""}</span>
          )}
        </span>
        <Kbd action="otherSurvivor" />
      </p>
      {everybody.length > 2 && (
        <ul className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {everybody.map((id, n) => (
            <li
              key={id}
              className={cx("inline-flex items-center gap-1.5", out.has(id) && "text-faint line-through")}
            >
              <Keys keys={`l ${n + 1}`} />
              {title(id)}
            </li>
          ))}
          {out.size > 0 && (
            <li className="text-muted" data-testid="review-left-out">
              Without {listWords([...out].map(title))}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
