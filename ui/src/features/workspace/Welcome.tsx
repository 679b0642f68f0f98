import { FolderOpen, type LucideIcon, Plus, Presentation } from "lucide-react";
import { useState } from "react";
import type { AppStatus } from "@/api/generated/contracts";
import { usePainted } from "@/app/painted";
import { useProgress } from "@/app/useProgress";
import { stageWords } from "@/app/words";
import { Banner } from "@/components/Banner";
import { ProgressBar } from "@/components/ProgressBar";
import { CreateWorkspace } from "./CreateWorkspace";
import { DemoMark } from "./DemoMark";
import { useWorkspaces } from "./useWorkspaces";

/** No workspace is open: three ways in, and the ones opened before. */
export function Welcome({ status }: { status: AppStatus }) {
  const workspaces = useWorkspaces();
  usePainted("welcome", true);
  const work = useProgress(workspaces.creating);
  const [creating, setCreating] = useState(false);
  const problem = workspaces.error ?? status.problem;
  const recent = status.recent.slice(0, 5);

  return (
    <main className="flex h-full flex-col items-center overflow-y-auto bg-side px-6">
      <div className="my-auto flex w-130 max-w-full flex-col py-10" data-testid="welcome">
        <div className="flex items-center gap-3">
          <Mark />
          <div>
            <h1 className="text-xl font-semibold tracking-tight">Velocity</h1>
            <p className="text-muted">Every client, on your own computer.</p>
          </div>
        </div>

        {problem && (
          <div className="pt-6">
            <Banner tone="warn" title={problem.message} testId="welcome-problem">
              {problem.hint}
            </Banner>
          </div>
        )}

        <div className="mt-6 overflow-hidden rounded-lg border border-line-strong bg-surface">
          <Choice
            icon={Presentation}
            title="Open the demo workspace"
            about="Invented clients, companies and deals to look around in. Kept apart from real work."
            testId="welcome-demo"
            disabled={workspaces.busy}
            onClick={workspaces.openDemo}
          />
          {workspaces.creating && (
            <div className="border-t border-line px-5 py-4">
              <ProgressBar
                label={work ? stageWords(work.stage) : "Preparing the workspace"}
                done={work?.done ?? 0}
                total={work?.total ?? 0}
                elapsedMs={work?.elapsedMs ?? 0}
              />
            </div>
          )}
          <Choice
            icon={Plus}
            title="Create a new workspace…"
            about="Start empty, then bring in an export of the CRM you use today."
            testId="welcome-create"
            disabled={workspaces.busy}
            onClick={() => setCreating(true)}
          />
          <Choice
            icon={FolderOpen}
            title="Open a workspace folder…"
            about="A workspace made before, on this computer or a drive."
            testId="welcome-open"
            disabled={workspaces.busy}
            onClick={() => void workspaces.openFolder()}
          />
        </div>

        {recent.length > 0 && (
          <section aria-label="Opened before" className="pt-6">
            <h2 className="px-1 pb-1.5 text-sm font-medium text-faint">Opened before</h2>
            <ul>
              {recent.map((workspace) => (
                <li key={workspace.path}>
                  <button
                    type="button"
                    data-testid="welcome-recent"
                    disabled={!workspace.exists || workspaces.busy}
                    onClick={() => workspaces.open(workspace.path)}
                    className="control flex h-9 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-hover disabled:opacity-55"
                  >
                    <span className="shrink-0 font-medium">{workspace.name}</span>
                    {workspace.demo && <DemoMark />}
                    <span className="ml-auto min-w-0 truncate text-sm text-faint" title={workspace.path}>
                      {workspace.exists ? workspace.path : "Its folder is no longer there"}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="px-1 pt-6 text-sm text-faint">Version {status.version}</p>
      </div>
      <CreateWorkspace open={creating} onOpenChange={setCreating} status={status} />
    </main>
  );
}

interface ChoiceProps {
  icon: LucideIcon;
  title: string;
  about: string;
  testId: string;
  disabled: boolean;
  onClick: () => void;
}

function Choice({ icon: Icon, title, about, testId, disabled, onClick }: ChoiceProps) {
  return (
    <button
      type="button"
      data-testid={testId}
      disabled={disabled}
      onClick={onClick}
      className="control flex w-full items-center gap-4 border-t border-line px-5 py-4 text-left outline-offset-[-2px] first:border-t-0 hover:bg-hover disabled:opacity-60"
    >
      <span className="inline-flex size-9 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-ink">
        <Icon className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
      </span>
      <span>
        <span className="block text-read font-medium">{title}</span>
        <span className="block text-muted">{about}</span>
      </span>
    </button>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 40 40" className="size-10" aria-hidden="true">
      <rect width="40" height="40" rx="9" fill="var(--accent)" />
      <path d="M10 12 L18.5 29 L30 9" fill="none" stroke="var(--on-accent)" strokeWidth="3.2" />
    </svg>
  );
}
