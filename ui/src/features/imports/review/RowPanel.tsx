import { Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { ImportDetail, ImportRow } from "@/api/generated/contracts";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { IconButton } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { cx } from "@/components/cx";
import { FateChip } from "@/components/FateChip";
import { usePlan } from "./plan";
import { withoutHeader } from "./problems/groups";
import { RecordLink } from "./RecordLink";
import { RowChanges } from "./RowChanges";
import { cellState, type Drafts } from "./sheet/drafts";

const NONE: Drafts = new Map();

interface RowPanelProps {
  row: ImportRow;
  detail: ImportDetail;
  happened: boolean;
  onClose: () => void;
}

const SHAPES: Record<ImportRow["shape"], string | null> = {
  ok: null,
  short: "This row has fewer cells than the header.",
  long: "This row has more cells than the header.",
  unparsable: "This row could not be taken apart into cells.",
};

/** One row of the file in full: its fate, the records it touches, every cell under its header. */
export function RowPanel({ row, detail, happened, onClose }: RowPanelProps) {
  useShortcuts("panel", { back: onClose });
  const { headers } = detail.batch;
  const width = Math.max(headers.length, row.cells.length);
  const { locked } = usePlan();
  const cells = Array.from({ length: width }, (_, i) => ({
    column: i,
    header: headers[i] ?? `Cell ${i + 1}`,
    ...cellState(row, i, NONE),
  }));
  const filled = cells.filter(({ text }) => text.trim() !== "");
  const empty = cells.filter(({ text }) => text.trim() === "");
  return (
    <aside
      aria-label={`Row ${row.row_number}`}
      data-testid="row-panel"
      className="flex w-100 shrink-0 flex-col border-l border-line bg-surface"
    >
      <header className="flex items-center gap-2.5 border-b border-line py-2 pr-2 pl-4">
        <h2 className="font-semibold">Row {formatCount(row.row_number)}</h2>
        <FateChip fate={row.fate} happened={happened} />
        <IconButton label="Close" action="back" side="left" className="ml-auto" onClick={onClose}>
          <X className="size-4" />
        </IconButton>
      </header>
      <section
        aria-label="Cells of the row"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        <div className="border-b border-line px-4 py-3" data-selectable>
          {row.reason && <p>{row.reason}</p>}
          {row.issues
            .filter(({ column }) => column === null)
            .map(({ message }) => (
              <p key={message} className="pt-1 text-warn">
                {message}
              </p>
            ))}
          {SHAPES[row.shape] && <p className="pt-1 text-warn">{SHAPES[row.shape]}</p>}
          {row.entity_refs.length > 0 && (
            <ul className={cx("flex flex-col gap-1", row.reason && "pt-2")}>
              {row.entity_refs.map((ref) => (
                <li key={`${ref.entity}-${ref.id}`}>
                  <RecordLink
                    record={ref}
                    absent={row.fate === "merge" ? "of the earlier row" : "made by the approval"}
                  />
                </li>
              ))}
            </ul>
          )}
        </div>
        <RowChanges row={row} happened={happened} />
        <dl className="grid grid-cols-[112px_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-4 py-3">
          {filled.map(({ column, header, text, received, corrected, issues }) => (
            <div key={column} className="contents">
              <dt className="truncate leading-5 text-faint" title={header}>
                {header}
              </dt>
              <dd className="break-words whitespace-pre-wrap" data-selectable>
                {text}
                {corrected && (
                  <span className="flex items-center gap-1.5 text-sm text-muted">
                    <Chip tone="accent">Corrected</Chip>Received: {received || "nothing"}
                  </span>
                )}
                {issues.map((issue) => (
                  <span key={issue} className="block text-sm text-warn">
                    {withoutHeader(issue, header)}
                  </span>
                ))}
                {locked === null && issues.length > 0 && (
                  <Link
                    to="/imports/$id"
                    from="/imports/$id"
                    search={(now: ReviewSearch) => ({ ...now, sheet: true, fate: undefined, column })}
                    className="rounded-sm text-sm text-accent-ink hover:underline"
                  >
                    Correct it in the sheet
                  </Link>
                )}
              </dd>
            </div>
          ))}
        </dl>
        {empty.length > 0 && (
          <p className="border-t border-line px-4 py-3 text-sm text-faint">
            Empty: {empty.map(({ header }) => header).join(", ")}
          </p>
        )}
      </section>
    </aside>
  );
}
