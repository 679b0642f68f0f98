import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { Lines } from "./lines";
import type { Pages } from "./usePages";

const REST_MS = 200;
/** Where the cursor stood when a list was last left, so that coming back finds it however far down it was. */
const left = new Map<string, { line: number; id: string }>();

export interface Cursor {
  /** -1: nowhere yet. */
  line: number;
  column: number;
  moveTo: (line: number) => void;
  toColumn: (column: number) => void;
  grid: RefObject<HTMLDivElement | null>;
  focus: () => void;
}

interface CursorOptions {
  grid: RefObject<HTMLDivElement | null>;
  place: string;
  lines: Lines;
  pages: Pages;
  columns: number;
  initialId: string | undefined;
  onRest: (id: string) => void;
}

/** The cell that the keyboard is on. It follows its record when rows come, go, or change places. */
export function useCursor(options: CursorOptions): Cursor {
  const { grid, place, lines, pages, columns, initialId, onRest } = options;
  const [at, setAt] = useState(() => {
    const was = left.get(place);
    return { line: initialId && was?.id === initialId ? was.line : -1, id: initialId ?? null };
  });
  const [column, setColumn] = useState(0);

  const idAt = useCallback(
    (line: number): string | null => {
      const found = lines.at(line);
      return found?.kind === "row" ? (pages.row(found.section.key, found.index)?.row.id ?? null) : null;
    },
    [lines, pages],
  );
  let line = Math.min(at.line, lines.total - 1);
  if (at.id !== null && idAt(line) !== at.id) {
    const found = pages.find(at.id);
    const moved = found ? lines.of(found.stretch, found.index) : -1;
    if (moved >= 0) line = moved;
  }

  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const moveTo = useCallback(
    (next: number) => {
      const bounded = Math.max(0, Math.min(lines.total - 1, next));
      if (lines.total === 0) return;
      const id = idAt(bounded);
      setAt({ line: bounded, id });
      if (id === null) return;
      left.set(place, { line: bounded, id });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => onRest(id), REST_MS);
    },
    [lines.total, idAt, place, onRest],
  );
  const toColumn = useCallback(
    (next: number) => setColumn(Math.max(0, Math.min(columns - 1, next))),
    [columns],
  );
  const focus = useCallback(() => grid.current?.focus({ preventScroll: true }), [grid]);
  return { line, column: Math.min(column, Math.max(0, columns - 1)), moveTo, toColumn, grid, focus };
}
