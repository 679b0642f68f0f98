import { useEffect, useRef, useState } from "react";
import { call } from "@/api/client";
import type { Look } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { localNow } from "@/app/now";

/** Today, with what changed since the look before this one: it stays on the screen for as long as the screen does. */
export function useToday() {
  const [now] = useState(localNow);
  const look = useLook(null);
  const since = look.data?.since;
  return useCommand(
    "today",
    { now, ...(since === null || since === undefined ? {} : { since }) },
    { enabled: look.settled },
  );
}

/** Notes one look when a screen opens, and says what the look before it had reached. */
export function useLook(id: string | null): { data: Look | null; settled: boolean } {
  const [state, setState] = useState<{ data: Look | null; settled: boolean }>({ data: null, settled: false });
  const looked = useRef<string | null | undefined>(undefined);
  useEffect(() => {
    if (looked.current === id) return;
    looked.current = id;
    setState({ data: null, settled: false });
    call("look", id === null ? {} : { id })
      // What can't be noted is no reason to show nothing.
      .then(
        (data) => looked.current === id && setState({ data, settled: true }),
        () => looked.current === id && setState({ data: null, settled: true }),
      );
  }, [id]);
  return state;
}
