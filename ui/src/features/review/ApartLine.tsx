import { useState } from "react";
import type { EntityId, PartingView } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { When } from "@/components/When";
import { EditPlacement, type Place } from "@/features/client360/EditPlacement";
import type { Draft } from "./drafts";

interface ApartLineProps {
  apart: PartingView;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  /** Whoever looks may place edits otherwise than asked for. */
  editable: boolean;
}

/** A merge that somebody wants taken apart: when it was made, and to whom every edit made since goes. */
export function ApartLine({ apart, draft, onDraft, editable }: ApartLineProps) {
  const { edits, sides } = apart;
  const [at, setAt] = useState(0);
  const places: readonly Place[] = [
    ...sides.map(({ entity, title }) => ({ id: entity.id, name: title })),
    { id: null, name: sides.length > 2 ? "All" : "Both" },
  ];
  const placed = draft.places ?? asked(apart);
  const put = (n: number, to: EntityId | null) => {
    const edit = edits[n];
    if (!edit || !editable) return;
    onDraft({ places: new Map(placed).set(edit.edit, to) });
    setAt(Math.min(n + 1, edits.length - 1));
  };
  useShortcuts("panel", {
    ...(editable &&
      edits.length > 0 && {
        takeSide: (keys: string) => {
          const place = places[Number(keys) - 1];
          if (place) put(at, place.id);
        },
      }),
  });
  return (
    <section aria-label="The merge" data-testid="review-apart" className="flex flex-col gap-2">
      <p className="text-muted" data-selectable>
        Merged by {apart.merged_by.id} <When at={apart.merged_at} />.{" "}
        {edits.length === 0
          ? "Nothing was edited since: all stand again exactly as they were."
          : `${plural(edits.length, "edit")} since: to whom each goes.`}
        {apart.not_the_same && " It is remembered that they are not the same."}
      </p>
      {edits.length > 0 && (
        <ul className="rounded-md border border-line">
          {edits.map((edit, n) => (
            <EditPlacement
              key={edit.edit}
              edit={edit}
              places={places}
              to={placed.get(edit.edit) ?? null}
              current={editable && n === at}
              onPut={(to) => put(n, to)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** Where edits go as it was asked for, and else as proposed. */
function asked({ edits, placements }: PartingView): ReadonlyMap<string, EntityId | null> {
  const own = new Map(placements.map(({ edit, to }) => [edit, to]));
  return new Map(
    edits.map(({ edit, proposed }) => [edit, own.has(edit) ? (own.get(edit) ?? null) : proposed]),
  );
}
