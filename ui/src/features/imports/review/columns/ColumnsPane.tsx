import { useNavigate, useSearch } from "@tanstack/react-router";
import { BookmarkPlus, Lock } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { offers } from "@/api/client";
import type { ColumnChoice, ColumnMapping, ColumnStatus, ImportDetail } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { FilterChip } from "@/components/FilterChip";
import { Hint } from "@/components/Hint";
import { useRowCursor } from "@/components/useRowCursor";
import { SaveProfileDialog } from "../../profiles/SaveProfileDialog";
import { usePlan } from "../plan";
import { ColumnPanel } from "./ColumnPanel";
import { ColumnRow } from "./ColumnRow";
import { allColumns, choiceFor, countStatuses, keepAll, reviewOrder } from "./columns";

const STATUSES: readonly ColumnStatus[] = ["unresolved", "mapped", "ignored"];
const WORDS: Record<ColumnStatus, string> = {
  unresolved: "Unresolved",
  mapped: "Mapped",
  ignored: "Ignored",
};
const rowId = (column: ColumnMapping): string => String(column.index);

/** Every column with what it was taken for; the one in view with why, its values and what becomes of them. */
export function ColumnsPane({ detail }: { detail: ImportDetail }) {
  const navigate = useNavigate();
  const search: ReviewSearch = useSearch({ from: "/imports/$id" });
  const { status } = search;
  const { import_id: importId, state } = detail.summary;
  const columns = allColumns(detail.manifest);
  // Rows keep their places while a person works down them; the order is that of the first look.
  const [order] = useState(() => reviewOrder(columns));
  const dictionary = useCommand("field_dictionary", null);
  const { locked, busy, inFlight, revise } = usePlan();
  const mayKeep = useRights().may("import_files") && offers("profile_save");
  const [saving, setSaving] = useState(false);
  const counts = countStatuses(columns);
  const shown = order
    .flatMap((index) => columns.find((column) => column.index === index) ?? [])
    .filter((column) => !status || column.status === status);
  const keeping = keepAll(columns, detail.summary.row_entity);
  const choose = (...choices: ColumnChoice[]) => revise({ columns: choices });
  const filter = (next: ColumnStatus | undefined) =>
    void navigate({
      to: "/imports/$id",
      params: { id: importId },
      search: (now: ReviewSearch) => ({ ...now, status: next }),
      replace: true,
    });

  const list = useRef<HTMLUListElement>(null);
  const intoPanel = useCallback(() => {
    const panel = document.querySelector<HTMLElement>("[data-testid='column-reading']");
    (panel?.querySelector<HTMLElement>("input:not(:disabled)") ?? panel)?.focus();
  }, []);
  const cursor = useRowCursor({
    rows: shown,
    rowId,
    initialId: search.column === undefined ? undefined : String(search.column),
    onOpen: intoPanel,
  });
  const { index } = cursor;
  const current = shown[Math.max(0, index)];
  useEffect(() => {
    if (index >= 0) list.current?.children[index]?.scrollIntoView({ block: "nearest" });
  }, [index]);
  const open = locked === null && !busy && current !== undefined;
  useShortcuts("screen", {
    ...(open && {
      chooseField: () =>
        list.current?.querySelector<HTMLElement>(`[data-column="${current.index}"] [aria-haspopup]`)?.click(),
      mapValues: intoPanel,
      ...((current.question || current.date_order === "DMY" || current.date_order === "MDY") && {
        dayFirst: () => choose(choiceFor(current, { date_order: "DMY" })),
        monthFirst: () => choose(choiceFor(current, { date_order: "MDY" })),
      }),
    }),
    ...(mayKeep && state !== "staging" && { saveProfile: () => setSaving(true) }),
  });

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-1.5 border-b border-line px-5">
        <FilterChip
          active={!status}
          count={columns.length}
          onClick={() => filter(undefined)}
          testId="status-all"
        >
          All
        </FilterChip>
        {STATUSES.map((name) => (
          <FilterChip
            key={name}
            active={status === name}
            count={counts[name]}
            onClick={() => filter(name)}
            testId={`status-${name}`}
          >
            {WORDS[name]}
          </FilterChip>
        ))}
        <span className="ml-auto flex min-w-0 items-center gap-2 text-muted">
          {locked ? (
            <span className="inline-flex min-w-0 items-center gap-1.5" data-testid="columns-locked">
              <Lock className="size-3.5 shrink-0" aria-hidden="true" />
              <span className="truncate">{locked}</span>
            </span>
          ) : (
            keeping.length > 1 && (
              <Button
                size="small"
                data-testid="columns-keep-all"
                disabled={busy}
                onClick={() => choose(...keeping)}
              >
                Keep all {formatCount(keeping.length)} unresolved as custom fields
              </Button>
            )
          )}
          {mayKeep && state !== "staging" && (
            <Hint text="Save this mapping as a source profile" action="saveProfile">
              <Button size="small" data-testid="save-profile" onClick={() => setSaving(true)}>
                <BookmarkPlus className="size-3.5" aria-hidden="true" />
                Save as source profile…
              </Button>
            </Hint>
          )}
        </span>
      </div>
      <div className="flex min-h-0 flex-1">
        <div
          ref={cursor.grid}
          role="group"
          aria-label="Columns"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: its cursor moves by keys.
          tabIndex={0}
          className="min-h-0 min-w-0 flex-1 overflow-y-auto outline-none"
        >
          <ul ref={list} aria-label="Columns of the file">
            {shown.map((column, at) => (
              <ColumnRow
                key={column.index}
                column={column}
                rowEntity={detail.summary.row_entity}
                fields={dictionary.data?.fields ?? []}
                rows={detail.summary.rows.total}
                readOnly={locked !== null}
                busy={busy}
                saving={inFlight?.columns?.some((choice) => choice.column === column.index) ?? false}
                current={column === current}
                onPoint={() => cursor.moveTo(at)}
                onChoose={choose}
              />
            ))}
          </ul>
          {status && shown.length === 0 && (
            <p className="px-5 py-8 text-center text-muted">No column is {WORDS[status].toLowerCase()}.</p>
          )}
        </div>
        {current && (
          <ColumnPanel
            key={`${current.index}:${detail.manifest.version}`}
            column={current}
            rows={detail.summary.rows.total}
            disabled={locked !== null || busy}
            onChoose={choose}
          />
        )}
      </div>
      <SaveProfileDialog open={saving} onOpenChange={setSaving} summary={detail.summary} />
    </div>
  );
}
