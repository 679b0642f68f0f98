import { Search } from "lucide-react";
import { useDeferredValue, useState } from "react";
import type { EntityRef, TimelineEntry, TimelineKind } from "@/api/generated/contracts";
import { formatCount, formatDay, formatWhen } from "@/app/format";
import { groupBy } from "@/app/group";
import { useRights } from "@/app/rights";
import { Button } from "@/components/Button";
import { FilterChip } from "@/components/FilterChip";
import { Panel } from "@/components/Panel";
import { Delayed } from "@/components/states";
import { KINDS, TimelineLine } from "./TimelineLine";
import { useTimeline } from "./useTimeline";

const NO_KINDS: readonly TimelineKind[] = [];

/** Everything that happened with a client, the newest first, under its days. */
export function Timeline({ client }: { client: EntityRef }) {
  const maySearch = useRights().maySearch;
  const [kinds, setKinds] = useState(NO_KINDS);
  const [text, setText] = useState("");
  const words = useDeferredValue(text.trim());
  const timeline = useTimeline(client.id, kinds, words);
  const pages = timeline.data ?? [];
  const entries = pages.flatMap((page) => page.entries);
  const counts = pages[0]?.counts ?? [];
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const toggle = (kind: TimelineKind) =>
    setKinds((now) => (now.includes(kind) ? now.filter((one) => one !== kind) : [...now, kind]));
  const filtered = kinds.length > 0 || words !== "";
  return (
    <Panel
      title="Timeline"
      testId="timeline"
      {...(total > 0 ? { remark: <span data-testid="timeline-total">{formatCount(total)}</span> } : {})}
    >
      {timeline.isPending && (
        <Delayed>
          <div role="status" aria-label="Loading the timeline" className="skeleton h-24" />
        </Delayed>
      )}
      {timeline.isError && (
        <div role="alert" data-testid="timeline-error" className="flex items-start gap-3 text-muted">
          <p className="flex-1">
            {timeline.error.message} {timeline.error.hint}
          </p>
          <Button size="small" onClick={() => void timeline.refetch()}>
            Try again
          </Button>
        </div>
      )}
      {timeline.isSuccess && total === 0 && (
        <p className="text-muted">
          Nothing has happened yet. A call or a note stands here once it is logged.
        </p>
      )}
      {total > 0 && (
        <div className="flex flex-wrap items-center gap-1 pb-1">
          {maySearch && (
            <label className="mr-1 flex h-7 min-w-40 flex-1 items-center gap-1.5 rounded-md border border-line-strong px-2 has-focus-visible:outline-2 has-focus-visible:outline-focus">
              <Search className="size-3.5 shrink-0 text-faint" aria-hidden="true" />
              <input
                type="search"
                aria-label="Find in the timeline"
                placeholder="Find in the timeline"
                maxLength={200}
                data-testid="timeline-text"
                value={text}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Escape") return;
                  event.stopPropagation();
                  if (text === "") event.currentTarget.blur();
                  setText("");
                }}
                className="min-w-0 flex-1 bg-transparent outline-none placeholder:text-faint"
              />
            </label>
          )}
          {counts.length > 1 &&
            counts.map(({ kind, count }) => (
              <FilterChip
                key={kind}
                active={kinds.includes(kind)}
                count={count}
                testId={`timeline-kind-${kind}`}
                onClick={() => toggle(kind)}
              >
                {KINDS[kind][2]}
              </FilterChip>
            ))}
        </div>
      )}
      {timeline.isSuccess && total > 0 && entries.length === 0 && (
        <p className="py-2 text-muted" data-testid="timeline-none">
          Nothing of it matches.{" "}
          {filtered && (
            <Button
              size="small"
              look="quiet"
              onClick={() => {
                setKinds(NO_KINDS);
                setText("");
              }}
            >
              Show everything
            </Button>
          )}
        </p>
      )}
      <Days entries={entries} />
      {timeline.hasNextPage && (
        <Button
          size="small"
          look="quiet"
          className="-ml-2 mt-1"
          data-testid="timeline-more"
          disabled={timeline.isFetchingNextPage}
          onClick={() => void timeline.fetchNextPage()}
        >
          {timeline.isFetchingNextPage ? "Reading…" : "Show older entries"}
        </Button>
      )}
    </Panel>
  );
}

function Days({ entries }: { entries: readonly TimelineEntry[] }) {
  const days = groupBy(entries, ({ day }) => day);
  return (
    <div className="flex flex-col">
      {[...days].map(([day, happened]) => (
        <section key={day} aria-label={formatDay(day)} data-testid="timeline-day" data-day={day}>
          <h3 className="border-b border-line pt-2 pb-0.5 text-sm text-faint" title={formatDay(day)}>
            {formatWhen(day)}
          </h3>
          <ul>
            {happened.map((entry) => (
              <TimelineLine key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
