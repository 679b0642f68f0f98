import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { RecordPanel } from "@/api/generated/contracts";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, client, fact } from "@/testing/samples";

const made = { entity: { entity: "opportunity" as const, id: "o-1" }, group: "g-1", changes: 1 };
const deal: RecordPanel = {
  entity: { entity: "opportunity", id: "o-1" },
  title: "Villa 12",
  link: "contact_of",
  facts: [fact("name", "Villa 12"), fact("stage", "Negotiation"), fact("status", "Open")],
};
const task: RecordPanel = {
  entity: { entity: "task", id: "t-1" },
  title: "Send the plan",
  link: "task_of",
  facts: [fact("title", "Send the plan"), fact("due_at", "2026-11-30T18:00:00", { kind: "date_time" })],
};
const sent = () =>
  Object.fromEntries(
    argsOf("record_update")
      .at(-1)
      ?.fields.map((f) => [f.field, f.text]) ?? [],
  );

describe("Work by hand in a dossier", () => {
  it("closes a deal as won at a click and as lost with its reason, and takes either back with z", async () => {
    const { user } = renderApp("/people/p-1", {
      client360: () => client([], { active_opportunities: [deal] }),
      record_update: () => made,
      undo: () => ({ undone: "g-1", group: "g-2", reversed: 1, kept: [] }),
    });
    await user.click(await screen.findByTestId("deal-won"));
    await within(screen.getByTestId("log-outcome")).findByText(/closed as won/);
    expect(sent()).toMatchObject({ status: "Won", stage: "Won", probability: "100" });
    await user.keyboard("z");
    await within(screen.getByTestId("log-outcome")).findByText(/Taken back/);
    await user.click(screen.getByTestId("deal-lost"));
    await user.type(await screen.findByTestId("lost-reason"), "Too dear{Enter}");
    await within(screen.getByTestId("log-outcome")).findByText(/closed as lost/);
    expect(sent()).toMatchObject({ status: "Lost", lost_reason: "Too dear" });
  });

  it("does a task, puts it off by a day, and names it as the next action", async () => {
    const { user } = renderApp("/people/p-1", {
      client360: () => client([], { tasks: [task] }),
      record_update: () => made,
    });
    expect((await screen.findByTestId("next-action")).textContent).toContain("Send the plan");
    await user.click(screen.getByTestId("task-later-1"));
    expect(sent()).toEqual({ due_at: "2026-12-01T18:00:00" });
    await user.click(screen.getByTestId("task-done"));
    expect(sent()).toMatchObject({ status: "done" });
  });

  it("edits a record in a form that sends only what changed and keeps what was typed when it is refused", async () => {
    const { user } = renderApp("/people/p-1", {
      client360: () => client([], { active_opportunities: [deal] }),
      record_update: () =>
        refuse("amount: it can't be read.", "Write it as 2.5 Cr.", "bad_input", { field: "amount" }),
    });
    await user.click(await screen.findByTestId("record-edit"));
    expect((await screen.findByTestId<HTMLInputElement>("form-name")).value).toBe("Villa 12");
    await user.type(screen.getByTestId("form-amount"), "a lot{Enter}");
    expect((await screen.findByTestId("form-error")).textContent).toContain("can't be read");
    expect(screen.getByTestId<HTMLInputElement>("form-amount").value).toBe("a lot");
    expect(screen.getByTestId("form-amount").getAttribute("aria-invalid")).toBe("true");
    expect(argsOf("record_update").at(-1)?.fields).toEqual([{ field: "amount", text: "a lot" }]);
  });

  it("offers nothing of it to whoever may not write", async () => {
    renderApp("/people/p-1", {
      app_status: () => appStatus({ role: "presenter", permissions: ["read_records"] }),
      client360: () => client([], { active_opportunities: [deal], tasks: [task] }),
    });
    await screen.findByTestId("client-name");
    for (const id of ["add-menu", "deal-won", "task-done", "record-edit"])
      expect(screen.queryByTestId(id)).toBeNull();
  });
});
