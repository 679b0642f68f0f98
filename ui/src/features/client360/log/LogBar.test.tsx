import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, client } from "@/testing/samples";
import { canSave, fieldsOf } from "./entries";

const made = { entity: { entity: "interaction" as const, id: "i-1" }, group: "g-1", changes: 2 };

describe("Writing down", () => {
  it("logs a call with one key, one line and Enter, and takes it back with another key", async () => {
    const { user } = renderApp("/people/p-1", {
      client360: () => client([]),
      record_create: () => made,
      undo: () => ({ undone: "g-1", group: "g-2", reversed: 2, kept: [] }),
    });
    await screen.findByTestId("client-name");
    await user.keyboard("l");
    expect(document.activeElement).toBe(screen.getByTestId("log-text"));
    await user.keyboard("Wants to see the villa on Friday{Enter}");
    await within(screen.getByTestId("log-outcome")).findByText(/Call logged/);
    const [args] = argsOf("record_create");
    expect(args?.entity).toBe("interaction");
    expect(args?.about).toEqual([{ entity: "person", id: "p-1" }]);
    const typed = Object.fromEntries(args?.fields.map(({ field, text }) => [field, text]) ?? []);
    expect(typed).toMatchObject({ channel: "call", subject: "Wants to see the villa on Friday" });
    expect(typed.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00$/);
    await user.keyboard("z");
    await within(screen.getByTestId("log-outcome")).findByText(/Taken back/);
    expect(argsOf("undo")).toEqual([{ group: "g-1" }]);
  });

  it("keeps what was typed when it is refused, and Esc closes only the form", async () => {
    const { user, router } = renderApp("/people/p-1", {
      client360: () => client([]),
      record_create: () => refuse("at: it can't be read.", "Write the value as people usually do."),
    });
    await screen.findByTestId("client-name");
    await user.keyboard("n");
    await user.keyboard("A note{Enter}");
    expect((await screen.findByTestId("log-error")).textContent).toContain("can't be read");
    expect(screen.getByTestId<HTMLTextAreaElement>("log-text").value).toBe("A note");
    await user.keyboard("{Escape}");
    expect(screen.queryByTestId("log-form")).toBeNull();
    expect(router.state.location.pathname).toBe("/people/p-1");
  });

  it("offers nothing to whoever may not write", async () => {
    renderApp("/people/p-1", {
      client360: () => client([]),
      app_status: () => appStatus({ role: "presenter", permissions: ["read_records"] }),
    });
    await screen.findByTestId("client-name");
    expect(screen.queryByTestId("log-bar")).toBeNull();
  });
});

describe("entries", () => {
  const entry = { what: "call" as const, text: "", outcome: "", at: "" };

  it("say something, or how it ended", () => {
    expect(canSave(entry)).toBe(false);
    expect(canSave({ ...entry, outcome: "No answer" })).toBe(true);
    expect(canSave({ ...entry, what: "task" })).toBe(false);
  });

  it("make a long text a subject and a body, and a task its own fields", () => {
    const long = `${"word ".repeat(30)}end`;
    const typed = Object.fromEntries(fieldsOf({ ...entry, text: long }).map((f) => [f.field, f.text]));
    expect(typed.subject?.length).toBeLessThanOrEqual(81);
    expect(typed.body).toBe(long);
    const task = fieldsOf({ what: "task", text: "Send the plan", outcome: "", at: "2026-12-01T09:30" });
    expect(task).toEqual([
      { field: "title", text: "Send the plan" },
      { field: "due_at", text: "2026-12-01T09:30:00" },
      { field: "status", text: "open" },
    ]);
  });
});
