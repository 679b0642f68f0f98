import type { EditSince, EntityId } from "@/api/generated/contracts";
import { showValue } from "@/app/values";
import { cx } from "@/components/cx";
import { Keys } from "@/components/Kbd";
import { When } from "@/components/When";

export interface Place {
  /** Null: everybody has it. */
  id: EntityId | null;
  name: string;
}

interface EditPlacementProps {
  edit: EditSince;
  places: readonly Place[];
  to: EntityId | null;
  current: boolean;
  onPut: (to: EntityId | null) => void;
}

/** One edit made while two were one, and whose it becomes. */
export function EditPlacement({ edit, places, to, current, onPut }: EditPlacementProps) {
  const [before, after] = [showValue(edit.before).text, showValue(edit.after).text];
  return (
    <li
      data-testid="edit-since"
      aria-current={current || undefined}
      className={cx(
        "flex items-start gap-3 border-b border-line px-2 py-2 last:border-b-0",
        current && "bg-selected shadow-[inset_2px_0_0_var(--accent-ink)]",
      )}
    >
      <span className="min-w-0 flex-1" data-selectable>
        <span className="text-faint">{edit.title}</span>{" "}
        {before && <span className="text-muted line-through decoration-faint">{before}</span>}{" "}
        <span className="font-medium">{after || "taken away"}</span>
        <span className="block text-sm text-muted">
          {edit.by.id}, <When at={edit.at} />. {edit.why}
        </span>
      </span>
      <span role="group" aria-label={`${edit.title} goes to`} className="flex shrink-0 gap-1">
        {places.map((place, n) => (
          <button
            key={place.id ?? "all"}
            type="button"
            tabIndex={-1}
            aria-pressed={place.id === to}
            onClick={() => onPut(place.id)}
            className={cx(
              "control inline-flex h-7 max-w-40 items-center gap-1.5 rounded-md border px-2",
              place.id === to
                ? "border-accent-ink bg-accent-soft text-accent-ink"
                : "border-line text-muted hover:bg-hover",
            )}
          >
            <span className="truncate">{place.name}</span>
            {current && <Keys keys={String(n + 1)} />}
          </button>
        ))}
      </span>
    </li>
  );
}
