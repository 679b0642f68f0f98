import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { onChanged } from "@/api/client";
import { invalidate, useCommand } from "@/api/queries";
import { Delayed, ErrorState } from "@/components/states";
import { Welcome } from "@/features/workspace/Welcome";
import { Shell } from "./Shell";

/** Decides between welcome and shell, and hears what other windows and processes change. */
export function Root() {
  const client = useQueryClient();
  const status = useCommand("app_status", null);
  useEffect(
    () =>
      onChanged(({ what }) => {
        void invalidate(client, what);
      }),
    [client],
  );

  if (status.isPending) {
    return (
      <Delayed ms={250}>
        <div role="status" className="flex h-full items-center justify-center text-muted">
          Opening your workspace…
        </div>
      </Delayed>
    );
  }
  if (status.isError) {
    return (
      <div className="flex h-full">
        <ErrorState error={status.error} what="Velocity could not start" onRetry={() => status.refetch()} />
      </div>
    );
  }
  const { workspace } = status.data;
  if (!workspace) return <Welcome status={status.data} />;
  return <Shell key={workspace.path} status={status.data} workspace={workspace} />;
}
