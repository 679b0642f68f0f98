import { useShortcuts } from "@/app/shortcuts";
import { cx } from "@/components/cx";
import type { List } from "./useList";

const NUMBERED = 9;

/** The saved views of a list; a number key each for the first nine. */
export function ViewTabs({ list }: { list: List }) {
  const { views, view, changed, show } = list;
  useShortcuts("screen", {
    viewNumber: (keys) => {
      const chosen = views[Number(keys) - 1];
      if (chosen) show(chosen.view_id);
    },
  });
  if (views.length === 0) return null;
  return (
    <div
      role="tablist"
      aria-label="Saved views"
      className="flex h-9 shrink-0 items-stretch gap-0.5 overflow-x-auto border-b border-line px-3.5"
    >
      {views.map((one, i) => {
        const here = one.view_id === view?.view_id;
        return (
          <button
            key={one.view_id}
            type="button"
            role="tab"
            aria-selected={here}
            data-testid="view-tab"
            data-view={one.view_id}
            title={[
              one.sentence || "Everything",
              one.shared ? `shared by ${one.owner?.id ?? "a colleague"}` : "",
              i < NUMBERED ? `key ${i + 1}` : "",
            ]
              .filter(Boolean)
              .join(" · ")}
            onClick={() => show(one.view_id)}
            className={cx(
              "control -mb-px flex shrink-0 items-center gap-1.5 border-b-2 px-1.5 whitespace-nowrap",
              here
                ? "border-accent-ink font-medium text-ink"
                : "border-transparent text-muted hover:text-ink",
            )}
          >
            {one.name}
            {here && changed && (
              <span className="size-1.5 rounded-full bg-accent-ink" data-testid="view-changed">
                <span className="sr-only">, changed</span>
              </span>
            )}
            {i < NUMBERED && <span className="text-xs text-faint tabular-nums">{i + 1}</span>}
          </button>
        );
      })}
    </div>
  );
}
