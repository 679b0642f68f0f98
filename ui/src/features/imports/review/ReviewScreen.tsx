import { Tabs } from "@base-ui/react/tabs";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { ImportDetail } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { PANES, type Pane, type ReviewSearch } from "@/app/addresses";
import { formatCount, plural } from "@/app/format";
import type { ActionId } from "@/app/keymap";
import { useShortcuts } from "@/app/shortcuts";
import { useBack } from "@/app/useBack";
import { currentFates, sumFates } from "@/app/words";
import { Banner } from "@/components/Banner";
import { Kbd } from "@/components/Kbd";
import { ErrorState, SkeletonRows } from "@/components/states";
import { ReadingCard } from "../ReadingCard";
import { useStaging } from "../useStaging";
import { CommitPane } from "./CommitPane";
import { ColumnsPane } from "./columns/ColumnsPane";
import { allColumns, countStatuses } from "./columns/columns";
import { FilePane } from "./file/FilePane";
import { MatchesPane } from "./MatchesPane";
import { PlanProvider, PlanRefused, PlanStatus, usePlan } from "./plan";
import { openProblems } from "./problems/groups";
import { RecordsPane } from "./RecordsPane";
import { ReviewHeader } from "./ReviewHeader";

const TITLES: Record<Pane, string> = {
  file: "File",
  columns: "Columns",
  records: "Records",
  matches: "Matches",
  commit: "Commit",
};
const ACTIONS: Record<Pane, ActionId> = {
  file: "paneFile",
  columns: "paneColumns",
  records: "paneRecords",
  matches: "paneMatches",
  commit: "paneCommit",
};

export function ReviewScreen() {
  const { id } = useParams({ from: "/imports/$id" });
  const back = useBack("/imports");
  const detail = useCommand("import_show", { import_id: id });
  useShortcuts("screen", { back });
  if (detail.isPending) return <SkeletonRows rows={10} label="Loading the review" />;
  if (detail.isError) {
    return (
      <ErrorState
        error={detail.error}
        what="This import could not be opened"
        onRetry={() => void detail.refetch()}
      />
    );
  }
  return (
    <PlanProvider key={id} detail={detail.data}>
      <Review detail={detail.data} onBack={back} />
    </PlanProvider>
  );
}

function Review({ detail, onBack }: { detail: ImportDetail; onBack: () => void }) {
  const navigate = useNavigate();
  const search: ReviewSearch = useSearch({ from: "/imports/$id" });
  const { summary } = detail;
  const waiting = summary.state === "proposed";
  const pane = search.pane ?? (waiting ? "columns" : summary.state === "staging" ? "file" : "commit");
  const params = { id: summary.import_id };
  const show = (next: Pane) =>
    void navigate({
      to: "/imports/$id",
      params,
      search: (now: ReviewSearch) => ({ ...now, pane: next }),
      replace: true,
    });
  useShortcuts("screen", {
    paneFile: () => show("file"),
    paneColumns: () => show("columns"),
    paneRecords: () => show("records"),
    paneMatches: () => show("matches"),
    paneCommit: () => show("commit"),
  });

  const summaries = useMemo(() => [summary], [summary]);
  const staging = useStaging(summaries, null);
  const { drafts } = usePlan();
  const problems = openProblems(detail.problems).length;
  const merges = summary.proposals.merge;
  const { unresolved } = countStatuses(allColumns(detail.manifest));
  const remarks: Record<Pane, ReactNode> = {
    file: null,
    columns:
      unresolved > 0 && waiting ? (
        <span className="text-warn">{plural(unresolved, "unresolved", "unresolved")}</span>
      ) : null,
    records: (
      <>
        {formatCount(sumFates(currentFates(summary)))}
        {drafts.size > 0 && <span className="text-proposal"> · {plural(drafts.size, "correction")}</span>}
        {problems > 0 && waiting && <span className="text-warn"> · {plural(problems, "problem")}</span>}
      </>
    ),
    matches:
      merges > 0 && summary.state !== "undone" ? (
        <span className="text-proposal">{formatCount(merges)}</span>
      ) : null,
    commit: null,
  };
  return (
    <section
      aria-label={`Review of ${summary.file_name}`}
      data-testid="review"
      className="flex min-h-0 flex-1 flex-col"
    >
      <ReviewHeader detail={detail} cutOff={staging.cutOff.size > 0} onBack={onBack} />
      <Tabs.Root
        value={pane}
        onValueChange={(next: Pane) => show(next)}
        className="flex min-h-0 flex-1 flex-col"
      >
        <div className="relative flex shrink-0 items-center border-b border-line pr-5 pl-4">
          <Tabs.List aria-label="Panes of the review" className="flex shrink-0 gap-1">
            {PANES.map((name) => (
              <Tabs.Tab
                key={name}
                value={name}
                data-testid={`pane-${name}`}
                className="control relative flex h-9 items-center gap-2 px-2.5 font-medium text-muted outline-offset-[-3px] after:absolute after:inset-x-2 after:bottom-[-1px] after:h-0.5 after:rounded-full hover:text-ink aria-selected:text-ink aria-selected:after:bg-accent-ink"
              >
                <Kbd action={ACTIONS[name]} />
                {TITLES[name]}
                {remarks[name] && <span className="text-sm font-normal text-faint">{remarks[name]}</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <PlanStatus />
        </div>
        {staging.readings.map((reading) => (
          <div key={reading.summary.import_id} className="px-5 py-3">
            <ReadingCard {...reading} />
          </div>
        ))}
        {summary.duplicate_of_batch && summary.state === "proposed" && (
          <div className="px-5 py-3">
            <Banner
              testId="duplicate-banner"
              title="This is the same file as an import that still stands; nothing new to create"
              actions={
                summary.duplicate_of_import && (
                  <Link
                    to="/imports/$id"
                    params={{ id: summary.duplicate_of_import }}
                    className="rounded-sm text-accent-ink hover:underline"
                  >
                    Open that import
                  </Link>
                )
              }
            >
              Undo the earlier import first if you want to bring the file in again.
            </Banner>
          </div>
        )}
        <PlanRefused />
        <Tabs.Panel value={pane} tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
          {pane === "file" && <FilePane detail={detail} />}
          {pane === "columns" && <ColumnsPane detail={detail} />}
          {pane === "records" && <RecordsPane detail={detail} />}
          {pane === "matches" && <MatchesPane detail={detail} />}
          {pane === "commit" && <CommitPane detail={detail} onShow={show} />}
        </Tabs.Panel>
      </Tabs.Root>
    </section>
  );
}
