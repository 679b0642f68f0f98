import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { chooseFolder } from "@/api/client";
import type { AppStatus } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";

/** Opening, making and closing workspaces. Nothing of one workspace is ever shown in another. */
export function useWorkspaces() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const entered = (status: AppStatus) => {
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "app_status" });
    client.setQueryData(["app_status", null], status);
    const begins = status.counts?.people === 0 && status.permissions.includes("import_files");
    void navigate({ to: begins ? "/imports" : "/today", search: {} });
  };
  const opening = useAction("workspace_open");
  const creating = useAction("workspace_create");
  const closing = useAction("workspace_close");

  // The promise outlives the menu or palette that asked; a failure is kept by the mutation and shown by the shell.
  const enter = (asked: Promise<AppStatus>) => void asked.then(entered, () => undefined);
  const open = (path: string) => enter(opening.mutateAsync({ path }));

  return {
    busy: opening.isPending || creating.isPending || closing.isPending,
    creating: creating.isPending,
    error: opening.error ?? creating.error ?? closing.error,
    open,
    openFolder: async () => {
      const path = await chooseFolder("Open a workspace folder");
      if (path) open(path);
    },
    create: (name: string, path: string | null) => enter(creating.mutateAsync({ name, path, demo: false })),
    openDemo: () => enter(creating.mutateAsync({ name: "Demo", path: null, demo: true })),
    close: () => enter(closing.mutateAsync(null)),
  };
}
