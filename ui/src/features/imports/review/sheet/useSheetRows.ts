import { useQueries } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { type CommandError, call } from "@/api/client";
import type { Fate, ImportRow, ImportRows } from "@/api/generated/contracts";
import { useImportRows } from "../useImportRows";

const BLOCK = 250;

export interface SheetRows {
  count: number;
  row: (index: number) => ImportRow | undefined;
  /** Where a row of the file lies; -1: not among what is loaded. */
  indexOf: (rowNumber: number) => number;
  /** Told which rows are in view. */
  inView: (first: number, last: number) => void;
  pending: boolean;
  error: CommandError | null;
  retry: () => void;
}

/** All rows of a file: any place in it is one question away, so that a jump to the last row asks for one block. */
function useBlocks(importId: string, total: number, enabled: boolean): SheetRows {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const blocks = useMemo(() => {
    const [first, last] = range;
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  }, [range]);
  const results = useQueries({
    queries: blocks.map((block) => ({
      queryKey: ["import_rows", { import_id: importId, fate: null, block }],
      queryFn: (): Promise<ImportRows> =>
        call("import_rows", {
          import_id: importId,
          fate: null,
          after: block === 0 ? null : block * BLOCK,
          limit: BLOCK,
        }),
      enabled,
    })),
  });
  const inView = useCallback(
    (first: number, last: number) => {
      const at: [number, number] = [
        Math.max(0, Math.floor(first / BLOCK)),
        Math.max(0, Math.floor(Math.min(last, total - 1) / BLOCK)),
      ];
      setRange((now) => (now[0] === at[0] && now[1] === at[1] ? now : at));
    },
    [total],
  );
  const failed = results.find(({ isError }) => isError);
  return {
    count: total,
    row: (index) => results[blocks.indexOf(Math.floor(index / BLOCK))]?.data?.rows[index % BLOCK],
    indexOf: (rowNumber) => (rowNumber >= 1 && rowNumber <= total ? rowNumber - 1 : -1),
    inView,
    pending: results.length > 0 && results.every(({ isPending }) => isPending) && range[1] === 0,
    error: (failed?.error as CommandError | null | undefined) ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
  };
}

/** The rows of one fate, window after window. */
function useOfFate(importId: string, fate: Fate | null): SheetRows {
  const { result, rows, loadMore } = useImportRows(importId, fate, fate !== null);
  const { hasNextPage } = result;
  const inView = useCallback(
    (_first: number, last: number) => {
      if (hasNextPage && last > rows.length - 40) loadMore();
    },
    [hasNextPage, rows.length, loadMore],
  );
  return {
    count: rows.length,
    row: (index) => rows[index],
    indexOf: (rowNumber) => rows.findIndex((row) => row.row_number === rowNumber),
    inView,
    pending: result.isPending,
    error: result.error,
    retry: () => void result.refetch(),
  };
}

/** Rows as a sheet shows them: any place of the whole file, or those of one fate. */
export function useSheetRows(importId: string, total: number, fate: Fate | null): SheetRows {
  const all = useBlocks(importId, total, fate === null);
  const some = useOfFate(importId, fate);
  return fate === null ? all : some;
}
