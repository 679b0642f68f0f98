import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { offers, setWindowTitle } from "@/api/client";
import type { AppStatus, WorkspaceInfo } from "@/api/generated/contracts";
import { DropVeil } from "@/features/imports/DropVeil";
import { IntakeCard } from "@/features/imports/IntakeCard";
import { IntakeProvider, useIntake } from "@/features/imports/intake";
import { SittingProvider } from "@/features/review/useSitting";
import { Palette } from "@/features/search/Palette";
import { Tour } from "@/features/tour/Tour";
import { CreateWorkspace } from "@/features/workspace/CreateWorkspace";
import { WorkspaceProblem } from "@/features/workspace/WorkspaceProblem";
import { useOnScreen } from "./painted";
import { setPreferences, toggleTheme, usePreferences } from "./preferences";
import { useRights } from "./rights";
import { ShortcutMap } from "./ShortcutMap";
import { Sidebar } from "./Sidebar";
import { useShortcuts } from "./shortcuts";

interface ShellProps {
  status: AppStatus;
  workspace: WorkspaceInfo;
}

type Overlay = "palette" | "map" | "create" | null;

export function Shell(props: ShellProps) {
  return (
    <SittingProvider>
      <IntakeProvider>
        <Frame {...props} />
      </IntakeProvider>
    </SittingProvider>
  );
}

function Frame({ status, workspace }: ShellProps) {
  const navigate = useNavigate();
  const intake = useIntake();
  const { narrowSide } = usePreferences();
  const { may } = useRights();
  const onImports = useLocation({ select: ({ pathname }) => pathname === "/imports" });
  const [overlay, setOverlay] = useState<Overlay>(null);
  // Dialogs that nobody has asked for yet come after the first frame.
  const drawn = useOnScreen();
  const toggle = (which: Overlay) => (open: boolean) => setOverlay(open ? which : null);

  useEffect(() => setWindowTitle(`${workspace.name} · Velocity`), [workspace.name]);
  useShortcuts("app", {
    palette: () => setOverlay((now) => (now === "palette" ? null : "palette")),
    search: () => setOverlay("palette"),
    help: () => setOverlay("map"),
    goToday: () => void navigate({ to: "/today" }),
    goContacts: () => void navigate({ to: "/contacts" }),
    goAccounts: () => void navigate({ to: "/accounts" }),
    goHouseholds: () => void navigate({ to: "/households" }),
    goOpportunities: () => void navigate({ to: "/opportunities" }),
    goTasks: () => void navigate({ to: "/tasks" }),
    goActivity: () => void navigate({ to: "/activity" }),
    goProperties: () => void navigate({ to: "/properties" }),
    ...(may("read_workflow") && {
      ...(offers("profile_list") && { goProfiles: () => void navigate({ to: "/profiles" }) }),
      goImports: () => void navigate({ to: "/imports" }),
      goReview: () => void navigate({ to: "/review" }),
      goWork: () => void navigate({ to: "/jobs" }),
    }),
    ...(intake.allowed && { importFile: intake.choose }),
    toggleSide: () => setPreferences({ narrowSide: !narrowSide }),
    toggleTheme,
  });

  return (
    <div className="flex h-full">
      <Sidebar
        status={status}
        workspace={workspace}
        onPalette={() => setOverlay("palette")}
        onMap={() => setOverlay("map")}
        onCreate={() => setOverlay("create")}
      />
      <main className="relative flex min-w-0 flex-1 flex-col bg-canvas">
        <WorkspaceProblem />
        <Outlet />
        <Tour workspace={workspace} />
        {!onImports && (
          <div className="absolute right-4 bottom-4 z-20 w-100">
            <IntakeCard floating />
          </div>
        )}
      </main>
      {(drawn || overlay !== null) && (
        <>
          <Palette
            open={overlay === "palette"}
            onOpenChange={toggle("palette")}
            status={status}
            onMap={() => setOverlay("map")}
            onCreate={() => setOverlay("create")}
          />
          <ShortcutMap open={overlay === "map"} onOpenChange={toggle("map")} />
          <CreateWorkspace open={overlay === "create"} onOpenChange={toggle("create")} status={status} />
        </>
      )}
      <DropVeil />
    </div>
  );
}
