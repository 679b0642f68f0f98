import { Link, useNavigate } from "@tanstack/react-router";
import { BookMarked, FileSpreadsheet } from "lucide-react";
import { useMemo } from "react";
import { offers } from "@/api/client";
import type { ImportSummary } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatBytes, formatCount, plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { currentFates } from "@/app/words";
import { Hint } from "@/components/Hint";
import { ScreenHeader } from "@/components/ScreenHeader";
import { SegmentBar } from "@/components/SegmentBar";
import { EmptyState, ErrorState, SkeletonRows } from "@/components/states";
import { useRowCursor } from "@/components/useRowCursor";
import { type Column, VirtualTable } from "@/components/VirtualTable";
import { When } from "@/components/When";
import { DropArea } from "./DropArea";
import { ImportMenu, openImportMenu } from "./history/ImportMenu";
import { IntakeCard } from "./IntakeCard";
import { useIntake } from "./intake";
import { ReadingCard } from "./ReadingCard";
import { StateChip } from "./StateChip";
import { useStaging } from "./useStaging";

const rowId = (row: ImportSummary): string => row.import_id;

const columns = (cutOff: ReadonlySet<string>): readonly Column<ImportSummary>[] => [
  {
    id: "file",
    header: "File",
    track: "minmax(220px, 1.5fr)",
    cell: (row) => (
      <span className="flex items-center gap-3">
        <FileSpreadsheet className="size-4.5 shrink-0 text-faint" strokeWidth={1.5} aria-hidden="true" />
        <span className="min-w-0">
          <span className="block truncate font-medium" title={row.file_name}>
            {row.file_name}
          </span>
          <span className="block truncate text-sm text-faint">
            {row.source_profile.title} · {formatBytes(row.bytes)}
          </span>
        </span>
      </span>
    ),
  },
  {
    id: "rows",
    header: "Rows",
    track: "72px",
    numeric: true,
    cell: (row) => formatCount(row.rows.total),
  },
  {
    id: "state",
    header: "State",
    track: "156px",
    cell: (row) => (
      <StateChip
        state={row.state}
        repeats={row.duplicate_of_import !== null}
        cutOff={cutOff.has(row.import_id)}
      />
    ),
  },
  {
    id: "fates",
    header: "What the rows do",
    track: "minmax(260px, 1.6fr)",
    cell: (row) =>
      row.state === "staging" ? (
        <span className="text-muted">Known once the file has been read to its end</span>
      ) : (
        <SegmentBar counts={currentFates(row)} happened={row.state === "committed"} legend className="pr-4" />
      ),
  },
  {
    id: "when",
    header: "Brought in",
    track: "128px",
    cell: (row) => (
      <span className="block min-w-0">
        <When at={row.created_at} className="block" />
        <span className="block truncate text-sm text-faint">by {row.created_by.id}</span>
      </span>
    ),
  },
  {
    id: "more",
    header: "",
    track: "32px",
    // Room for the ring around it.
    cell: (row) => (
      <span className="block p-1">
        <ImportMenu summary={row} small />
      </span>
    ),
  },
];

export function ImportsScreen() {
  const navigate = useNavigate();
  const { running, failed, allowed } = useIntake();
  const imports = useCommand("import_list", null);
  const rows = imports.data ?? [];
  const open = (row: ImportSummary) => void navigate({ to: "/imports/$id", params: { id: row.import_id } });
  const cursor = useRowCursor({ rows, rowId, waiting: imports.isPending, onOpen: open });
  const current = rows[cursor.index];
  useShortcuts("screen", { ...(current && { moreOfImport: () => openImportMenu(current.import_id) }) });
  const staging = useStaging(rows, running);
  const shown = useMemo(() => columns(staging.cutOff), [staging.cutOff]);
  const waiting = rows.filter(
    ({ state, duplicate_of_import: repeats }) =>
      state === "committing" || (state === "proposed" && repeats === null),
  ).length;

  return (
    <section aria-label="Imports" className="flex min-h-0 flex-1 flex-col">
      <ScreenHeader
        title="Imports"
        remark={
          imports.isSuccess &&
          rows.length > 0 &&
          `${plural(rows.length, "file")}${waiting > 0 ? `, ${formatCount(waiting)} waiting for approval` : ""}`
        }
      >
        {offers("profile_list") && (
          <Hint text="How files of each system are read" action="goProfiles">
            <Link
              to="/profiles"
              data-testid="profiles-open"
              className="control inline-flex h-6 items-center gap-1.5 rounded-md border border-line-strong bg-surface px-2 text-sm font-medium hover:bg-hover"
            >
              <BookMarked className="size-3.5" aria-hidden="true" />
              Source profiles
            </Link>
          </Hint>
        )}
      </ScreenHeader>
      <div className="flex shrink-0 flex-col gap-3 px-5 py-4 empty:hidden">
        {(running || failed.length > 0) && <IntakeCard />}
        {staging.readings.map((reading) => (
          <ReadingCard key={reading.summary.import_id} {...reading} />
        ))}
        {allowed && <DropArea large={imports.isSuccess && rows.length === 0} />}
      </div>
      {imports.isPending ? (
        <SkeletonRows rows={6} label="Loading imports" />
      ) : imports.isError ? (
        <ErrorState
          error={imports.error}
          what="The imports could not be listed"
          onRetry={() => void imports.refetch()}
        />
      ) : rows.length === 0 ? (
        !allowed && (
          <EmptyState icon={FileSpreadsheet} title="No imports yet">
            Files that colleagues bring in are listed here.
          </EmptyState>
        )
      ) : (
        <div className="flex min-h-0 flex-1 flex-col border-t border-line">
          <VirtualTable
            label="Imports"
            columns={shown}
            rows={rows}
            rowId={rowId}
            cursor={cursor}
            onOpen={open}
            testId="imports-row"
            height={56}
            minWidth={900}
          />
        </div>
      )}
    </section>
  );
}
