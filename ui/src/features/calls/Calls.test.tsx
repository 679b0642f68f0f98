import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecordPanel } from "@/api/generated/contracts";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, client, fact } from "@/testing/samples";
import { toCall, todayView } from "@/testing/today";
import { setQueue, tally } from "./queue";

const panel = (
  entity: RecordPanel["entity"]["entity"],
  id: string,
  title: string,
  facts: Record<string, unknown>,
) => ({
  entity: { entity, id },
  title,
  link: null,
  facts: Object.entries(facts).map(([field, value]) => fact(field, value)),
});
const rina = client(
  [fact("full_name", "Rina Sen"), fact("phone", { value: "+919830012345", received: "98300 12345" })],
  {
    tasks: [panel("task", "t-1", "Send the brochure", { due_at: "2026-11-22T10:00:00", status: "open" })],
    recent_interactions: [
      panel("interaction", "i-1", "Asked for a villa", { at: "2026-11-02T10:00:00", channel: "call" }),
    ],
  },
);
let groups = 0;
const host = () => ({
  today: () => todayView({ calls: [toCall("p-1"), toCall("p-2")], calls_total: 2 }),
  client360: () => rina,
  client_risks: () => ({ client: { entity: "person" as const, id: "p-1" }, flags: [] }),
  hand_off: () => ({ address: "tel:+919830012345" }),
  record_create: () => {
    groups += 1;
    return { entity: { entity: "task" as const, id: `n-${groups}` }, group: `g-${groups}`, changes: 1 };
  },
  undo: () => ({ undone: "g-1", group: "g-9", reversed: 1, kept: [] }),
});

beforeEach(() => {
  groups = 0;
  setQueue(null);
});

describe("Calls", () => {
  it("walks whom Today names by keys alone, notes outcome and next action, and takes both back", async () => {
    const { user, router } = renderApp("/today", host());
    await screen.findByTestId("today-call-mode");
    await user.keyboard("C");
    await waitFor(() => expect(router.state.location.pathname).toBe("/calls"));
    const brief = await screen.findByTestId("brief");
    expect(within(brief).getByTestId("brief-next").textContent).toContain("Send the brochure");
    expect(within(brief).getByTestId("brief-contacts").textContent).toContain("Asked for a villa");
    expect(screen.getByTestId("calls-progress").textContent).toBe("1 of 2 from Today");
    // The next client is there before it is asked for.
    await waitFor(() => expect(argsOf("client360")).toContainEqual({ id: "p-2" }));

    await user.keyboard("d");
    await screen.findByTestId("brief-handed");
    expect(argsOf("hand_off")[0]).toMatchObject({ phone: 0, to: "telephone" });
    await user.keyboard("n");
    await user.keyboard("Wants two bays{Enter}2");
    await screen.findByTestId("call-next");
    const [outcome] = argsOf("record_create");
    expect(outcome).toMatchObject({ entity: "interaction" });
    expect(outcome?.fields).toContainEqual({ field: "outcome", text: "No answer" });
    expect(outcome?.fields).toContainEqual({ field: "subject", text: "Wants two bays" });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("calls-progress").textContent).toBe("2 of 2 from Today"));
    expect(argsOf("record_create")[1]?.entity).toBe("task");

    await user.keyboard("z");
    await waitFor(() => expect(screen.getByTestId("calls-progress").textContent).toBe("1 of 2 from Today"));
    expect(argsOf("undo").map(({ group }) => group)).toEqual(["g-2", "g-1"]);

    await screen.findByTestId("call-note");
    await user.keyboard("1");
    await screen.findByTestId("call-next");
    await user.keyboard("0");
    await waitFor(() => expect(screen.getByTestId("calls-progress").textContent).toBe("2 of 2 from Today"));
    await screen.findByTestId("call-note");
    await user.keyboard("s");
    expect((await screen.findByTestId("calls-finished")).textContent).toContain("Reached 1 · Passed over 1");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/today"));
  });

  it("does not call whoever asked not to be contacted", async () => {
    const silent = client([
      fact("full_name", "Rina Sen"),
      fact("do_not_contact", true),
      fact("phone", { value: "+919830012345" }),
    ]);
    const { user } = renderApp("/today", { ...host(), client360: () => silent });
    await screen.findByTestId("today-call-mode");
    await user.keyboard("C");
    await screen.findByTestId("brief-silent");
    expect(screen.getByTestId("call-dial").hasAttribute("disabled")).toBe(true);
  });

  it("stays where an outcome is refused, and says why", async () => {
    const { user } = renderApp("/today", {
      ...host(),
      record_create: () => refuse("The disk is full.", "Make room."),
    });
    await screen.findByTestId("today-call-mode");
    await user.keyboard("C");
    await screen.findByTestId("brief");
    await user.keyboard("1");
    expect((await screen.findByRole("alert")).textContent).toContain("The disk is full.");
    expect(screen.getByTestId("calls-progress").textContent).toBe("1 of 2 from Today");
  });

  it("shows a reader the brief and no outcome", async () => {
    const { user } = renderApp("/today", {
      ...host(),
      app_status: () => appStatus({ role: "agent", permissions: ["read_records"] }),
    });
    await screen.findByTestId("today-call-mode");
    await user.keyboard("C");
    await screen.findByTestId("brief");
    expect(screen.queryByTestId("call-outcome")).toBeNull();
  });

  it("says where people to call come from when there are none", async () => {
    renderApp("/calls", host());
    expect(await screen.findByText("Nobody is being called")).toBeTruthy();
    expect(tally([])).toEqual([]);
  });
});
