import { useQuery } from "@tanstack/react-query";
import type { ImportDetail, UndoResult } from "@/api/generated/contracts";
import { plural } from "@/app/format";
import { fieldWords } from "@/app/words";
import { Banner } from "@/components/Banner";
import { RecordLink } from "./RecordLink";

/** The answer of the undo just done, kept for as long as the window is open. */
export const undoResultKey = (importId: string) => ["undo_result", importId] as const;

/** The import taken back: what came back, what was edited since and stayed. */
export function UndoneCard({ detail }: { detail: ImportDetail }) {
  const { summary } = detail;
  const { data: result } = useQuery<UndoResult | null>({
    queryKey: undoResultKey(summary.import_id),
    queryFn: () => null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section
      aria-label="Undone"
      className="rounded-lg border border-line bg-surface p-5"
      data-testid="undone"
    >
      <h2 className="text-lg font-semibold">
        {detail.decisions.length === 0 ? "This import was put aside" : "This import was taken back"}
      </h2>
      <p className="pt-0.5 text-muted">
        {result && result.reversed > 0 && (
          <span data-testid="undo-reversed">{plural(result.reversed, "change")} taken back. </span>
        )}
        The file and its rows stay on record, and the same file may be imported again.
      </p>
      {result && result.kept.length > 0 && (
        <div className="pt-4" data-testid="undo-kept">
          <h3 className="pb-1 font-medium">Edited since, so it stays</h3>
          <ul className="flex flex-col divide-y divide-line rounded-md border border-line">
            {result.kept.map(({ entity, field, why }) => (
              <li key={`${entity.id}-${field}`} className="flex flex-wrap items-baseline gap-x-3 px-3 py-2">
                <RecordLink record={entity} />
                <span>{field === "*" ? "The whole record" : fieldWords(field)}</span>
                <span className="text-muted">{why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {result && result.errors.length > 0 && (
        <div className="pt-4">
          <Banner tone="risk" title="Some of it could not be taken back">
            {result.errors.join(" ")}
          </Banner>
        </div>
      )}
    </section>
  );
}
