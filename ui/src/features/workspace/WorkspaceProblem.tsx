import { useMutationState } from "@tanstack/react-query";
import { useState } from "react";
import type { CommandError } from "@/api/client";
import { Banner } from "@/components/Banner";
import { Button } from "@/components/Button";

const SWITCHING = ["workspace_open", "workspace_close"];

/** Why another workspace could not be opened, while this one stays. */
export function WorkspaceProblem() {
  const [dismissed, setDismissed] = useState<CommandError | null>(null);
  const errors = useMutationState({
    filters: {
      status: "error",
      predicate: ({ options }) => SWITCHING.includes(String(options.mutationKey?.[0])),
    },
    select: ({ state }) => state.error as CommandError,
  });
  const newest = errors.at(-1);
  if (!newest || newest === dismissed) return null;
  return (
    <div className="px-5 pt-3">
      <Banner
        tone="warn"
        title={newest.message}
        actions={
          <Button size="small" onClick={() => setDismissed(newest)}>
            Dismiss
          </Button>
        }
      >
        {newest.hint}
      </Banner>
    </div>
  );
}
