import { useEffect } from "react";

const noted = new Set<string>();

/**
 * Leaves a mark in the page's own timeline (`painted:NAME`, User Timing) when something is on the screen for the first
 * time, for whoever measures a start: the frame that shows it is drawn by then.
 */
export function usePainted(name: string, there: boolean): void {
  useEffect(() => {
    if (!there || noted.has(name)) return;
    noted.add(name);
    requestAnimationFrame(() => {
      const drawn = new MessageChannel();
      drawn.port1.onmessage = () => performance.mark(`painted:${name}`);
      drawn.port2.postMessage(0);
    });
  }, [name, there]);
}
