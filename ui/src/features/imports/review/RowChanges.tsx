import { ArrowRight } from "lucide-react";
import type { ImportRow } from "@/api/generated/contracts";
import { showValue } from "@/app/values";
import { fieldWords } from "@/app/words";

/** What an update row changes in a record that is known, field by field. */
export function RowChanges({ row, happened }: { row: ImportRow; happened: boolean }) {
  if (row.changes.length === 0) return null;
  return (
    <section
      aria-label="Changes"
      data-testid="row-changes"
      className="border-b border-line px-4 py-3"
      data-selectable
    >
      <h3 className="pb-1.5 text-sm font-medium text-faint">{happened ? "Changed" : "Would change"}</h3>
      <dl className="grid grid-cols-[104px_minmax(0,1fr)] gap-x-3 gap-y-1">
        {row.changes.map(({ entity, field, before, after }) => {
          const was = showValue(before).text;
          return (
            <div key={`${entity.id}-${field}`} className="contents">
              <dt className="truncate text-faint">{fieldWords(field)}</dt>
              <dd className="min-w-0 break-words">
                {was && (
                  <>
                    <span className="text-muted line-through decoration-line-strong">{was}</span>{" "}
                    <ArrowRight className="inline size-3 text-faint" aria-label="becomes" />{" "}
                  </>
                )}
                <span className="font-medium">{showValue(after).text || "nothing"}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
