import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Lock } from "lucide-react";
import { useState } from "react";
import { call } from "@/api/client";
import type { ColumnChoice, ColumnStatus, ImportDetail } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import type { ReviewSearch } from "@/app/addresses";
import { formatCount, plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useProgress } from "@/app/useProgress";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { ErrorBanner } from "@/components/ErrorBanner";
import { ColumnRow } from "./ColumnRow";
import { allColumns, countStatuses, keepAll, reviewOrder } from "./columns";

const STATUSES: readonly ColumnStatus[] = ["unresolved", "mapped", "ignored"];
const WORDS: Record<ColumnStatus, string> = {
  unresolved: "Unresolved",
  mapped: "Mapped",
  ignored: "Ignored",
};

/** Every column with what it was taken for and why. Each choice plans the whole file again. */
export function ColumnsPane({ detail }: { detail: ImportDetail }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { status }: ReviewSearch = useSearch({ from: "/imports/$id" });
  const { import_id: importId, state } = detail.summary;
  const columns = allColumns(detail.manifest);
  // Rows keep their places while a person works down them; the order is that of the first look.
  const [order] = useState(() => reviewOrder(columns));
  const dictionary = useCommand("field_dictionary", null);
  const setting = useAction("import_set_columns");
  const work = useProgress(setting.isPending);
  const mayMap = useRights().may("import_files");
  const locked =
    state === "staging"
      ? "The columns can be changed once the file has been read"
      : state !== "proposed"
        ? "The mapping is fixed once an import is approved"
        : detail.summary.duplicate_of_batch
          ? "The mapping of a file that stands already is fixed"
          : mayMap
            ? null
            : "Your role looks at the mapping; a colleague changes it";
  const counts = countStatuses(columns);
  const shown = order.flatMap((index) => columns.find((column) => column.index === index) ?? []);

  const keeping = keepAll(columns, detail.summary.row_entity);
  const choose = (...choices: ColumnChoice[]) =>
    setting.mutate(
      { import_id: importId, choices },
      { onSuccess: (answer) => client.setQueryData(["import_show", { import_id: importId }], answer) },
    );
  const filter = (next: ColumnStatus | undefined) =>
    void navigate({
      to: "/imports/$id",
      params: { id: importId },
      search: (now: ReviewSearch) => ({ ...now, status: next }),
      replace: true,
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
        <span className="ml-auto text-muted" aria-live="polite">
          {setting.isPending ? (
            <span data-testid="replanning" className="inline-flex items-center gap-3 tabular-nums">
              Planning {plural(detail.summary.rows.total, "row")} again
              {work && work.total > 0 ? `, ${formatCount(work.done)} done` : "…"}
              {work && (
                <Button size="small" onClick={() => void call("cancel", null).catch(() => undefined)}>
                  Cancel
                </Button>
              )}
            </span>
          ) : locked ? (
            <span className="inline-flex items-center gap-1.5" data-testid="columns-locked">
              <Lock className="size-3.5" aria-hidden="true" />
              {locked}
            </span>
          ) : keeping.length > 1 ? (
            <Button size="small" data-testid="columns-keep-all" onClick={() => choose(...keeping)}>
              Keep all {formatCount(keeping.length)} unresolved as custom fields
            </Button>
          ) : (
            "Unresolved columns are kept with the file, but fill no field"
          )}
        </span>
      </div>
      {setting.isError && setting.error.code !== "cancelled" && (
        <div className="px-5 pt-3">
          <ErrorBanner error={setting.error} />
        </div>
      )}
      <ul
        aria-label="Columns"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and a fixed mapping has nothing else to focus.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto"
      >
        {shown
          .filter((column) => !status || column.status === status)
          .map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              rowEntity={detail.summary.row_entity}
              fields={dictionary.data?.fields ?? []}
              rows={detail.summary.rows.total}
              readOnly={locked !== null}
              busy={setting.isPending}
              saving={
                setting.isPending &&
                setting.variables.choices.some((choice) => choice.column === column.index)
              }
              onChoose={choose}
            />
          ))}
        {shown.length > 0 && status && counts[status] === 0 && (
          <li className="px-5 py-8 text-center text-muted">No column is {WORDS[status].toLowerCase()}.</li>
        )}
      </ul>
    </div>
  );
}

interface FilterChipProps {
  active: boolean;
  count: number;
  onClick: () => void;
  testId: string;
  children: string;
}

function FilterChip({ active, count, onClick, testId, children }: FilterChipProps) {
  return (
    <button
      type="button"
      aria-pressed={active}
      data-testid={testId}
      onClick={onClick}
      className={cx(
        "control inline-flex h-7 items-center gap-1.5 rounded-md border px-2.5",
        active ? "border-line-strong bg-pressed text-ink" : "border-transparent text-muted hover:bg-hover",
      )}
    >
      {children}
      <span className="text-faint">{formatCount(count)}</span>
    </button>
  );
}
