import { useEffect, useLayoutEffect, useState } from "react";

const noted = new Set<string>();

/** Runs something once the next frame has been drawn: a message that is sent before a frame is heard after it. */
function afterFrame(run: () => void): () => void {
  const drawn = new MessageChannel();
  drawn.port1.onmessage = run;
  const frame = requestAnimationFrame(() => drawn.port2.postMessage(0));
  return () => {
    cancelAnimationFrame(frame);
    drawn.port1.onmessage = null;
  };
}

/**
 * Leaves a mark in the page's own timeline (`painted:NAME`, User Timing) when something is on the screen for the first
 * time, for whoever measures a start: the frame that shows it is drawn by then.
 */
export function usePainted(name: string, there: boolean): void {
  // A layout effect: an effect runs after the frame that shows it, and would mark the frame behind that one.
  useLayoutEffect(() => {
    if (!there || noted.has(name)) return;
    noted.add(name);
    afterFrame(() => performance.mark(`painted:${name}`));
  }, [name, there]);
}

/** False until what is drawn with it stands on the screen: what nobody sees yet can wait for that. */
export function useOnScreen(): boolean {
  const [there, setThere] = useState(false);
  useEffect(() => afterFrame(() => setThere(true)), []);
  return there;
}
