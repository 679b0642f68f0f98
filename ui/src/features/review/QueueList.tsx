import type { ProposalId, ReviewItem } from "@/api/generated/contracts";
import { Chip } from "@/components/Chip";
import type { RowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { When } from "@/components/When";
import type { Sitting } from "./sitting";
import { strongest } from "./waterfall";
import { kindName } from "./words";

export const itemId = (row: ReviewItem): string => row.proposal_id;

/** What speaks for a merge says more in a narrow line than that it is one. */
const brief = (row: ReviewItem): string =>
  strongest(row.candidates[0]?.evidence ?? [])?.sentence ?? row.reason;

function mark(row: ReviewItem, sitting: Sitting, deferred: ReadonlySet<ProposalId>) {
  const id = row.proposal_id;
  if (sitting.returned.has(id)) return <Chip tone="risk">Came back</Chip>;
  if (row.stale) return <Chip tone="warn">Out of date</Chip>;
  if (deferred.has(id)) return <span className="shrink-0 text-sm text-faint">Later</span>;
  if (row.remarks.some(({ asks }) => asks !== null)) return <Chip tone="pending">Asked for</Chip>;
  return null;
}

const columns = (
  sitting: Sitting,
  deferred: ReadonlySet<ProposalId>,
  mixed: boolean,
): readonly Column<ReviewItem>[] => [
  {
    id: "item",
    header: "Oldest first",
    track: "1fr",
    cell: (row) => (
      <span className="block min-w-0">
        <span className="flex items-baseline gap-1.5">
          <span className="min-w-0 truncate font-medium">{row.title}</span>
          {mark(row, sitting, deferred)}
          <When at={row.filed_at} className="ml-auto shrink-0 text-sm text-faint" />
        </span>
        <span className="block truncate text-sm text-muted" title={row.reason}>
          {mixed && <span className="text-proposal">{kindName(row.kind)} · </span>}
          {brief(row)}
        </span>
      </span>
    ),
  },
];

interface QueueListProps {
  items: readonly ReviewItem[];
  total: number;
  cursor: RowCursor;
  sitting: Sitting;
  deferred: ReadonlySet<ProposalId>;
  hasMore: boolean;
  loadMore: () => void;
}

/** What waits, in a narrow list. */
export function QueueList({ items, total, cursor, sitting, deferred, hasMore, loadMore }: QueueListProps) {
  const mixed = items.some((item) => item.kind !== items[0]?.kind);
  return (
    <div
      className="flex w-48 shrink-0 flex-col border-r border-line min-[1200px]:w-60 min-[1440px]:w-80"
      data-testid="queue-list"
    >
      <VirtualTable
        label="Waiting for a decision"
        columns={columns(sitting, deferred, mixed)}
        rows={items}
        rowId={itemId}
        cursor={cursor}
        onOpen={() => undefined}
        hasMore={hasMore}
        loadMore={loadMore}
        total={total}
        testId="queue-row"
        height={52}
      />
    </div>
  );
}
