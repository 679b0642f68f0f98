import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus } from "@/testing/samples";
import { dueTask, toCall, todayView } from "@/testing/today";

const made = { entity: { entity: "task" as const, id: "t-1" }, group: "g-1", changes: 1 };

describe("Today", () => {
  it("is where the window begins, and says why somebody is to be called", async () => {
    const { router } = renderApp("/", {
      today: () => todayView({ calls: [toCall("p-1")], calls_total: 30 }),
    });
    const line = await screen.findByTestId("today-call");
    expect(router.state.location.pathname).toBe("/today");
    expect(line.textContent).toContain("No contact for 9 days");
    expect(line.textContent).toContain("Last call on 11 Nov 2026 by Asha.");
    expect(screen.getByTestId("today-calls-count").textContent).toBe("30, the first 1");
  });

  it("moves over all lines with j and k, opens one with Enter, and does a task with x and undoes it with z", async () => {
    let tasks = [dueTask("t-1"), dueTask("t-2", { late_days: 3 })];
    const { user, router } = renderApp("/today", {
      today: () => todayView({ calls: [toCall("p-1")], calls_total: 1, tasks, due_today: 1, overdue: 1 }),
      record_update: () => {
        tasks = tasks.slice(1);
        return made;
      },
      undo: () => ({ undone: "g-1", group: "g-2", reversed: 1, kept: [] }),
    });
    await screen.findByTestId("today-call");
    await user.keyboard("jj");
    expect(document.activeElement?.getAttribute("data-task")).toBe("t-1");
    await user.keyboard("x");
    await within(screen.getByTestId("today-outcome")).findByText(/Done: Task t-1/);
    const [args] = argsOf("record_update");
    expect(args).toMatchObject({ entity: "task", id: "t-1" });
    expect(args?.fields[0]).toEqual({ field: "status", text: "done" });
    await waitFor(() => expect(screen.getAllByTestId("today-task")).toHaveLength(1));
    await user.keyboard("z");
    await within(screen.getByTestId("today-outcome")).findByText(/Taken back/);
    expect(argsOf("undo")).toEqual([{ group: "g-1" }]);
    // Where the focus was, the next line stands.
    await user.keyboard("k");
    await user.keyboard("{Home}{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/people/p-1"));
  });

  it("notes one look, and tells what others changed from the look before", async () => {
    renderApp("/today", {
      look: () => ({ since: 41, looked_at: "2026-11-20T10:00:00Z", upto: 50 }),
      today: ({ since }) =>
        todayView({
          changes: {
            looked_at: "2026-11-20T10:00:00Z",
            capped: false,
            by:
              since === 41
                ? [
                    {
                      actor: { kind: "human", id: "omar" },
                      cause: "edit",
                      groups: 2,
                      records: 4,
                      at: "2026-11-21T09:00:00Z",
                      some: [{ entity: { entity: "person", id: "p-1" }, title: "Rina Sen" }],
                    },
                  ]
                : [],
          },
        }),
    });
    const line = await screen.findByTestId("today-change");
    expect(line.textContent).toContain("omar changed 4 records");
    expect(line.textContent).toContain("Rina Sen and 3 more");
    expect(argsOf("look")).toEqual([{}]);
  });

  it("says that nothing asks for anybody, and what went wrong", async () => {
    renderApp("/today");
    expect(await screen.findByText("Nothing asks for you today")).toBeTruthy();
  });

  it("shows an error with the way out", async () => {
    renderApp("/today", { today: () => refuse("The disk is gone.", "Plug it in again.") });
    expect((await screen.findByTestId("error")).textContent).toContain("Plug it in again.");
  });

  it("offers no way to do a task to whoever may not write", async () => {
    const { user } = renderApp("/today", {
      app_status: () => appStatus({ role: "presenter", permissions: ["read_records"] }),
      today: () => todayView({ tasks: [dueTask("t-1")], due_today: 1, review: null, imports: null }),
    });
    await screen.findByTestId("today-task");
    expect(screen.queryByTestId("today-task-done")).toBeNull();
    await user.keyboard("jx");
    expect(argsOf("record_update")).toEqual([]);
  });
});
