import { type RefObject, useEffect, useRef } from "react";
import { useShortcuts } from "@/app/shortcuts";

const LINES = "[data-line]";

/** Moves the focus from line to line, whatever section they stand in: a line is a link, so Enter opens it. */
export function useLines(onDone: (id: string) => void): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  // A line that was done goes; the focus stays where it stood.
  const last = useRef(-1);
  const lines = () => [...(place.current?.querySelectorAll<HTMLElement>(LINES) ?? [])];
  const at = () => lines().findIndex((line) => line.contains(document.activeElement));
  const go = (to: number) => {
    const all = lines();
    const next = Math.max(0, Math.min(all.length - 1, to));
    last.current = next;
    all[next]?.focus();
    all[next]?.scrollIntoView({ block: "nearest" });
  };
  const step = (by: number) => {
    const here = at();
    go(here >= 0 ? here + by : by > 0 ? last.current + (last.current < 0 ? 1 : 0) : last.current);
  };
  useEffect(() => {
    const note = () => {
      const here = at();
      if (here >= 0) last.current = here;
    };
    const box = place.current;
    box?.addEventListener("focusin", note);
    return () => box?.removeEventListener("focusin", note);
  });
  useShortcuts("screen", {
    down: () => step(1),
    up: () => step(-1),
    first: () => go(0),
    last: () => go(lines().length - 1),
    taskDone: () => {
      const id = lines()[at()]?.dataset.task;
      if (id) onDone(id);
    },
  });
  return place;
}
