import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useKeptKeys } from "@/app/keptKeys";
import { useShortcuts } from "@/app/shortcuts";

interface RowCursorOptions<T> {
  rows: readonly T[];
  /** The rows are on their way: keys wait for them. */
  waiting?: boolean;
  rowId: (row: T) => string;
  /** Where the cursor was when this view was last seen. */
  initialId?: string | undefined;
  onOpen: (row: T) => void;
  /** Told a moment after the cursor rests, for the address. */
  onRest?: ((id: string) => void) | undefined;
}

const PAGE = 12;
const REST_MS = 200;

export interface RowCursor {
  index: number;
  moveTo: (index: number) => void;
  /** The grid it moves in: keys bring the focus there, so that Enter opens the row and no button pressed before. */
  grid: RefObject<HTMLDivElement | null>;
}

/** The row that the keyboard is on. It follows its record when rows arrive or change places. */
export function useRowCursor<T>(options: RowCursorOptions<T>): RowCursor {
  const { rows, rowId, waiting = false, initialId, onOpen, onRest } = options;
  const [at, setAt] = useState<{ index: number; id: string | undefined }>({ index: -1, id: initialId });
  const held = rows[at.index];
  const inPlace = held !== undefined && rowId(held) === at.id;
  const found = inPlace || at.id === undefined ? at.index : rows.findIndex((row) => rowId(row) === at.id);
  const index = Math.min(found, rows.length - 1);

  const restTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const moveTo = useCallback(
    (next: number) => {
      const bounded = Math.max(0, Math.min(rows.length - 1, next));
      const row = rows[bounded];
      if (row === undefined) return;
      const id = rowId(row);
      setAt({ index: bounded, id });
      clearTimeout(restTimer.current);
      restTimer.current = setTimeout(() => onRest?.(id), REST_MS);
    },
    [rows, rowId, onRest],
  );
  useEffect(() => () => clearTimeout(restTimer.current), []);

  const grid = useRef<HTMLDivElement>(null);
  const step = (next: number) => {
    grid.current?.focus({ preventScroll: true });
    moveTo(next);
  };
  const actions = useKeptKeys(waiting, {
    down: () => step(index + 1),
    up: () => step(index < 0 ? 0 : index - 1),
    pageDown: () => step(index + PAGE),
    pageUp: () => step(index - PAGE),
    first: () => step(0),
    last: () => step(rows.length - 1),
    open: () => {
      const row = rows[index];
      if (row !== undefined) onOpen(row);
    },
  });
  useShortcuts("screen", actions);

  return { index, moveTo, grid };
}
