import { Archive, ListFilter, X } from "lucide-react";
import type { ReactNode } from "react";
import { useCommand } from "@/api/queries";
import { Kbd } from "@/components/Kbd";
import { SentenceInput } from "./SentenceInput";
import { focusList, type List } from "./useList";

interface FilterBarProps {
  list: List;
  /** What is being written, null: nothing. */
  writing: string | null;
  onWrite: (sentence: string | null) => void;
  children?: ReactNode;
}

/** The list's filter: its conditions one by one, or the whole sentence while it is written. */
export function FilterBar({ list, writing, onWrite, children }: FilterBarProps) {
  const { query, shape, setFilter } = list;
  const { filter } = shape;
  const read = useCommand("filter_read", { entity: query.entity, ...(filter ? { filter } : {}) });
  const sentence = read.data?.sentence ?? "";
  const parts = filter ? (read.data?.parts ?? []) : [];
  const without = (at: number) => {
    if (filter?.kind === "all" && filter.of.length > 1) {
      setFilter({ kind: "all", of: filter.of.filter((_, i) => i !== at) });
    } else setFilter(null);
  };
  return (
    <div
      data-testid="filter-bar"
      className="flex min-h-10 shrink-0 items-center gap-2 border-b border-line px-5 py-1"
    >
      {writing !== null ? (
        <SentenceInput
          entity={query.entity}
          initial={writing}
          onApply={setFilter}
          onClose={(back) => {
            onWrite(null);
            if (back) focusList();
          }}
        />
      ) : (
        <>
          <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
            {list.archived && (
              <span
                data-testid="archived-chip"
                className="inline-flex h-6.5 items-center rounded-md border border-transparent bg-warn-soft pl-2 font-medium text-warn"
              >
                <Archive className="mr-1.5 size-3.5" aria-hidden="true" />
                Archived
                <button
                  type="button"
                  aria-label="Show what is in use"
                  data-testid="archived-leave"
                  onClick={() => list.change({ archived: undefined })}
                  className="control ml-1 inline-flex h-full w-5.5 items-center justify-center rounded-r-md hover:text-ink"
                >
                  <X className="size-3" aria-hidden="true" />
                </button>
              </span>
            )}
            {parts.map((part, i) => (
              <span
                // biome-ignore lint/suspicious/noArrayIndexKey: two conditions may say the same.
                key={`${i} ${part}`}
                data-testid="filter-chip"
                className="inline-flex h-6.5 max-w-full items-center rounded-md border border-line-strong bg-surface"
              >
                <button
                  type="button"
                  title="Change the sentence"
                  onClick={() => onWrite(sentence)}
                  className="control min-w-0 truncate rounded-l-md py-0.5 pr-1 pl-2 hover:bg-hover"
                >
                  {part}
                </button>
                <button
                  type="button"
                  aria-label={`Take out: ${part}`}
                  data-testid="filter-chip-remove"
                  onClick={() => without(i)}
                  className="control inline-flex h-full w-5.5 items-center justify-center rounded-r-md text-faint hover:bg-hover hover:text-ink"
                >
                  <X className="size-3" aria-hidden="true" />
                </button>
              </span>
            ))}
            <button
              type="button"
              data-testid="filter-open"
              onClick={() => onWrite(sentence)}
              className="control inline-flex h-6.5 items-center gap-1.5 rounded-md px-1.5 text-muted hover:bg-hover hover:text-ink"
            >
              <ListFilter className="size-3.5" aria-hidden="true" />
              {parts.length === 0 ? "Filter by a sentence" : "Add a condition"}
              <Kbd action="filterList" />
            </button>
            {read.isError && (
              <span className="text-risk" data-testid="filter-refused">
                {read.error.message}
              </span>
            )}
          </div>
          <div className="flex shrink-0 items-center gap-1">{children}</div>
        </>
      )}
    </div>
  );
}
