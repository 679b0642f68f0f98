import { type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from "react";

/** A card that the mouse carries. */
export interface Drag<T> {
  card: T;
  /** Where the pointer is. */
  x: number;
  y: number;
  /** The column beneath it that would take the card. */
  over: string | null;
}

/** A hand that trembles is no drag. */
const SLACK = 5;
/** So near to the board's edge it scrolls. */
const EDGE = 48;

const columnAt = (x: number, y: number): string | null =>
  document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-column]")?.dataset.column ?? null;

/**
 * Carries cards from column to column with the mouse. Pointer events, since the system's own drag and drop belongs to
 * files here. Esc puts the card back.
 */
export function useCardDrag<T>(
  board: () => HTMLElement | null,
  onDrop: (card: T, from: string, to: string) => void,
) {
  const [drag, setDrag] = useState<Drag<T> | null>(null);
  const stop = useRef<(() => void) | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  useEffect(() => () => stop.current?.(), []);

  const begin = (event: ReactPointerEvent, card: T, from: string) => {
    if (event.button !== 0 || stop.current) return;
    const start = { x: event.clientX, y: event.clientY };
    let carried = false;
    const move = (now: PointerEvent) => {
      const [x, y] = [now.clientX, now.clientY];
      if (!carried && Math.hypot(x - start.x, y - start.y) < SLACK) return;
      carried = true;
      const over = columnAt(x, y);
      setDrag({ card, x, y, over: over === from ? null : over });
      const box = board();
      const edges = box?.getBoundingClientRect();
      if (box && edges && x > edges.right - EDGE) box.scrollBy({ left: EDGE / 4 });
      if (box && edges && x < edges.left + EDGE) box.scrollBy({ left: -EDGE / 4 });
    };
    const end = (now: PointerEvent) => {
      const to = columnAt(now.clientX, now.clientY);
      leave();
      if (!carried) return;
      // The click that ends a drag opens nothing.
      const swallow = (click: MouseEvent) => {
        click.preventDefault();
        click.stopPropagation();
      };
      window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, true), 0);
      if (to !== null && to !== from) drop.current(card, from, to);
    };
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      leave();
    };
    const leave = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", end);
      window.removeEventListener("pointercancel", leave);
      window.removeEventListener("keydown", key, true);
      stop.current = null;
      setDrag(null);
    };
    stop.current = leave;
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", end);
    window.addEventListener("pointercancel", leave);
    window.addEventListener("keydown", key, true);
  };
  return { drag, begin };
}
