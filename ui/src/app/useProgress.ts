import { useEffect, useState } from "react";
import { onProgress } from "@/api/client";
import type { Progress } from "@/api/generated/contracts";

export interface Work extends Progress {
  /** Since this stage began. */
  elapsedMs: number;
}

/** The newest real progress event while something runs; nothing is invented between two of them. */
export function useProgress(active: boolean): Work | null {
  const [work, setWork] = useState<Work | null>(null);
  useEffect(() => {
    if (!active) {
      setWork(null);
      return;
    }
    let stage = "";
    let began = 0;
    return onProgress((progress) => {
      const now = performance.now();
      if (progress.stage !== stage) {
        stage = progress.stage;
        began = now;
      }
      setWork({ ...progress, elapsedMs: now - began });
    });
  }, [active]);
  return work;
}
