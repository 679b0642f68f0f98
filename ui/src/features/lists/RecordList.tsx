import { useNavigate, useSearch } from "@tanstack/react-router";
import { SearchX } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import type { EntityType } from "@/api/generated/contracts";
import type { ListSearch } from "@/app/addresses";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { countEntities } from "@/app/words";
import { Button } from "@/components/Button";
import { FilterBox } from "@/components/FilterBox";
import { ScreenHeader } from "@/components/ScreenHeader";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { type ListCommand, type RowOf, useWindows } from "./useWindows";

interface RecordListProps<K extends ListCommand> {
  command: K;
  to: "/contacts" | "/accounts";
  entity: EntityType;
  title: string;
  columns: readonly Column<RowOf<K>>[];
  /** Sorts that start with the largest: dates and counts. */
  largestFirst: readonly string[];
  minWidth: number;
  testId: string;
  empty: ReactNode;
  actions?: ReactNode;
}

const rowId = (row: { id: string }): string => row.id;

export function RecordList<K extends ListCommand>(props: RecordListProps<K>) {
  const { command, to, entity, title, columns, largestFirst, testId } = props;
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ from: to });
  const sort = search.sort ?? "name";
  const descending = search.desc ?? false;
  const text = search.q ?? null;
  const { result, rows, total, loadMore } = useWindows(command, { sort, descending, text });

  const { maySearch } = useRights();
  const keep = useCallback(
    (change: ListSearch) =>
      navigate({ to, search: (now: ListSearch) => ({ ...now, ...change }), replace: true }),
    [navigate, to],
  );
  const onRest = useCallback((sel: string) => void keep({ sel }), [keep]);
  const onFilter = useCallback((q: string) => void keep({ q: q || undefined, sel: undefined }), [keep]);
  const open = async (row: RowOf<K>) => {
    await keep({ sel: row.id });
    void navigate(placeOf({ entity, id: row.id }));
  };
  const cursor = useRowCursor<RowOf<K>>({ rows, rowId, initialId: search.sel, onOpen: open, onRest });
  const onSort = (by: string) => {
    const desc = by === sort ? !descending : largestFirst.includes(by);
    void keep({ sort: by, desc: desc || undefined });
  };

  return (
    <section aria-label={title} className="flex min-h-0 flex-1 flex-col">
      <ScreenHeader
        title={title}
        remark={
          result.isSuccess && (
            <span data-testid="list-total">
              {text ? `${countEntities(total, entity)} match` : countEntities(total, entity)}
            </span>
          )
        }
      >
        {maySearch && (
          <FilterBox
            label={`Filter ${title.toLowerCase()}`}
            value={search.q ?? ""}
            onChange={onFilter}
            testId="list-filter"
          />
        )}
        {props.actions}
      </ScreenHeader>
      {result.isPending ? (
        <SkeletonRows label={`Loading ${title.toLowerCase()}`} />
      ) : result.isError && rows.length === 0 ? (
        <ErrorState
          error={result.error}
          what={`${title} could not be listed`}
          onRetry={() => void result.refetch()}
        />
      ) : rows.length > 0 ? (
        <VirtualTable
          label={title}
          columns={columns}
          rows={rows}
          rowId={rowId}
          cursor={cursor}
          onOpen={open}
          sorting={{ by: sort, descending }}
          onSort={onSort}
          hasMore={result.hasNextPage}
          loadMore={loadMore}
          total={total}
          testId={testId}
          minWidth={props.minWidth}
        />
      ) : text ? (
        <EmptyState
          icon={SearchX}
          title={`Nothing matches “${text}”`}
          action={<Button onClick={() => onFilter("")}>Clear the filter</Button>}
        >
          Parts of words, accents and phone numbers in any format are understood.
        </EmptyState>
      ) : (
        props.empty
      )}
    </section>
  );
}
