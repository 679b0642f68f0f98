import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { MissionInfo } from "@/api/generated/contracts";
import { argsOf, forever, type Host, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, importSummary, mission } from "@/testing/samples";

const cutOff = (more: Partial<MissionInfo> = {}) =>
  mission("m-1", { state: "interrupted", done: 1500, output: null, ...more });

const running = (more: Partial<MissionInfo> = {}) =>
  mission("m-1", { state: "running", done: 1500, output: null, ...more });

const work = (missions: MissionInfo[], more: Host["answers"] = {}): Host["answers"] => ({
  mission_list: () => missions,
  mission_show: ({ mission_id: id }) => ({
    mission: missions.find((m) => m.mission_id === id) ?? mission(id),
    log: [{ at: "2026-03-02T10:00:07Z", line: "Begun." }],
  }),
  import_list: () => [importSummary({ state: "staging" })],
  ...more,
});

const state = () => screen.getByTestId("mission-state").getAttribute("data-state");

describe("Work", () => {
  it("shows a skeleton while it loads", async () => {
    renderApp("/jobs", { mission_list: forever });
    expect(await screen.findByLabelText("Loading work")).toBeTruthy();
  });

  it("says what comes here when there was none", async () => {
    renderApp("/jobs");
    expect(await screen.findByText("No long work yet")).toBeTruthy();
  });

  it("says when it can't be listed", async () => {
    renderApp("/jobs", { mission_list: () => refuse("The list could not be read.") });
    expect((await screen.findByTestId("error")).textContent).toContain("The list could not be read.");
  });

  it("lists what was done with what came out of it", async () => {
    renderApp(
      "/jobs",
      work([
        mission("m-1"),
        mission("m-2", {
          kind: "approve",
          title: "Approve leads.csv",
          output: { applied: { create: 264, update: 0, link: 0 }, held: 19 },
        }),
        mission("m-3", { kind: "undo", title: "Undo leads.csv", output: { reversed: 812 } }),
        mission("m-4", {
          state: "failed",
          error: { code: "internal", message: "The disk is full.", hint: "Free some space." },
        }),
      ]),
    );
    const rows = await screen.findAllByTestId("work-row");
    expect(rows[0]?.textContent).toContain("6,000 rows read");
    expect(rows[1]?.textContent).toContain("264 created, 19 held");
    expect(rows[2]?.textContent).toContain("812 changes taken back");
    expect(rows[3]?.textContent).toContain("The disk is full.");
  });

  it("opens by keyboard: how far, who and when, the log", async () => {
    const { user, router } = renderApp("/jobs", work([cutOff()]));
    await screen.findAllByTestId("work-row");
    await user.keyboard("j{Enter}");
    const pane = await screen.findByTestId("mission-pane");
    expect(pane.textContent).toContain("Ended at row 1,500 of 6,000");
    expect(pane.textContent).toContain("by ritam");
    expect((await within(pane).findByText("Begun.")).textContent).toBe("Begun.");
    expect(router.state.location.search).toEqual({ sel: "m-1" });
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("mission-pane")).toBeNull());
  });

  it("moves a running bar by what the work tells, and stops by a key", async () => {
    let now = running();
    const { user } = renderApp("/jobs?sel=m-1", {
      ...work([]),
      mission_list: () => [now],
      mission_show: () => ({ mission: now, log: [] }),
      mission_cancel: () => now,
    });
    const bars = await screen.findAllByRole("progressbar");
    expect(bars[0]?.getAttribute("aria-valuenow")).toBe("1500");
    act(() => {
      for (const hear of host.progress)
        hear({
          stage: "proposing",
          file_name: "leads.csv",
          done: 3000,
          total: 6000,
          rate: null,
          seconds_left: null,
          mission_id: "m-1",
        });
    });
    await waitFor(() =>
      expect(screen.getAllByRole("progressbar")[0]?.getAttribute("aria-valuenow")).toBe("3000"),
    );
    await user.keyboard("s");
    expect(argsOf("mission_cancel")).toEqual([{ mission_id: "m-1" }]);
    expect((await screen.findByTestId("mission-pane")).textContent).toContain("Stopping at the next step");
    now = cutOff({ state: "cancelled" });
    act(() => {
      for (const hear of host.changed) hear({ what: ["missions"], entities: [] });
    });
    await waitFor(() => expect(screen.getAllByText("Stopped").length).toBeGreaterThan(0));
  });

  it("resumes by a key what was cut off", async () => {
    let now = cutOff();
    const { user } = renderApp("/jobs", {
      ...work([]),
      mission_list: () => [now],
      mission_resume: () => {
        now = mission("m-1", { attempts: 2 });
        return { mission: now, log: [] };
      },
    });
    await screen.findAllByTestId("work-row");
    await user.keyboard("r");
    expect(argsOf("mission_resume")).toEqual([]);
    await user.keyboard("jr");
    await waitFor(() => expect(argsOf("mission_resume")).toEqual([{ mission_id: "m-1" }]));
    await waitFor(() => expect(state()).toBe("done"));
  });

  it("shows why a resume was refused", async () => {
    const { user } = renderApp(
      "/jobs?sel=m-1",
      work([cutOff()], {
        mission_resume: () =>
          refuse("Another process is at work on this already.", "Wait until it is done.", "busy"),
      }),
    );
    await user.click(await screen.findByTestId("mission-resume"));
    expect((await screen.findByTestId("mission-refused")).textContent).toContain("Wait until it is done.");
  });

  it("offers no resume where the import has moved on, nor to a role that may not", async () => {
    renderApp("/jobs?sel=m-1", work([cutOff()], { import_list: () => [importSummary({ state: "undone" })] }));
    expect(await screen.findByTestId("mission-stuck")).toBeTruthy();
    expect(screen.queryByTestId("mission-resume")).toBeNull();
  });

  it("offers neither stop nor resume to a role that may not run work", async () => {
    renderApp("/jobs?sel=m-1", {
      ...work([running()]),
      app_status: () => appStatus({ permissions: ["read_workflow"] }),
    });
    await screen.findByTestId("mission-pane");
    expect(screen.queryByTestId("mission-stop")).toBeNull();
  });
});
