import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from "react";
import { useOnScreen } from "@/app/painted";

/** Engines place nothing below some 33.5 million pixels; beyond this a list is scrolled in larger steps. */
const TALLEST = 30_000_000;
/** Rows that are drawn above and below those in sight, so that scrolling finds them there. */
const OVERSCAN = 10;
/** So many rows are counted from one place: none of them is drawn anew while they are scrolled through. */
const STRETCH = 256;

interface Sight {
  top: number;
  height: number;
}

export interface Rows {
  first: number;
  last: number;
  /** The height of all of them, as the scroll bar knows it. */
  tall: number;
  /** Where the rows in sight are counted from: it moves with them, each of them stands still in it. */
  origin: number;
  /** Where a row stands behind that. */
  topOf: (index: number) => number;
  reveal: (index: number) => void;
}

/** Which of many rows of one height are in sight. `head` is the height of what sticks above them. */
export function useRows(
  box: RefObject<HTMLElement | null>,
  count: number,
  height: number,
  head: number,
  /** The box is not there at the moment. */
  gone = false,
): Rows {
  const [sight, setSight] = useState<Sight>({ top: 0, height: 800 });
  useLayoutEffect(() => {
    const element = gone ? null : box.current;
    if (!element) return;
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener("scroll", look, { passive: true });
    const sizes = typeof ResizeObserver === "undefined" ? null : new ResizeObserver(look);
    sizes?.observe(element);
    return () => {
      element.removeEventListener("scroll", look);
      sizes?.disconnect();
    };
  }, [box, gone]);

  // The first frame holds what is seen and no more.
  const overscan = useOnScreen() ? OVERSCAN : 0;
  const full = count * height;
  const tall = Math.min(full, TALLEST);
  const room = Math.max(1, sight.height - head);
  // Above the limit a step of the scroll bar stands for more than its pixels.
  const scale = tall < full ? (full - room) / (tall - room) : 1;
  const offset = sight.top * scale;
  const first = Math.max(0, Math.floor(offset / height) - overscan);
  const last = Math.min(count - 1, Math.ceil((offset + room) / height) + overscan);
  const from = Math.floor(first / STRETCH) * STRETCH;
  const origin = from * height - offset + sight.top;
  const topOf = (index: number) => (index - from) * height;

  const reveal = useCallback(
    (index: number) => {
      const element = box.current;
      if (!element || index < 0) return;
      const now = element.scrollTop * scale;
      const seen = element.clientHeight - head;
      const top = index * height;
      const next = top < now ? top : top + height > now + seen ? top + height - seen : now;
      if (next !== now) element.scrollTop = next / scale;
    },
    [box, height, head, scale],
  );
  useEffect(() => {
    const element = box.current;
    // A list that became shorter than where it was scrolled to.
    if (element && element.scrollTop > tall) element.scrollTop = 0;
  }, [box, tall]);
  return { first, last, tall, origin, topOf, reveal };
}
