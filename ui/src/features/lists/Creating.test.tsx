import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { EntityType, SearchHit } from "@/api/generated/contracts";
import { argsOf, refuse } from "@/testing/host";
import { recordRow, recordsPage } from "@/testing/lists";
import { renderApp } from "@/testing/renderApp";
import { appStatus, fact } from "@/testing/samples";

const hit = (entity: EntityType, id: string, title: string) =>
  ({ entity, id, title, subtitle: "", why: [] }) as unknown as SearchHit;
const found = () => ({
  hits: [
    hit("person", "p-1", "Rina Sen"),
    hit("opportunity", "o-9", "Sen villa"),
    hit("account", "a-1", "Senate"),
  ],
  total: 3,
  more: false,
  took_ms: 1,
});
const answers = (entity: EntityType) => {
  let there = true;
  return {
    search: found,
    record_create: () => ({ entity: { entity, id: "n-1" }, group: "g-1", changes: 1 }),
    undo: () => {
      there = false;
      return { undone: "g-1", group: "g-2", reversed: 1, kept: [] };
    },
    entity_get: () =>
      there
        ? {
            record: {
              entity: { entity, id: "n-1" },
              title: "Villa 12",
              link: null,
              facts: [fact("name", "Villa 12")],
            },
            linked: [],
            version: 1,
            archived: false,
            absorbed: [],
            not_the_same: [],
          }
        : refuse("There is no such record.", "It was removed.", "not_found"),
  };
};

describe("A new record from its list", () => {
  beforeEach(() => sessionStorage.clear());

  it("asks whose it is: a person or a company, found by words and taken by keys", async () => {
    const { user } = renderApp("/opportunities?create=true", answers("opportunity"));
    await user.type(await screen.findByTestId("client-text"), "sen");
    await waitFor(() => expect(screen.getAllByTestId("client-hit")).toHaveLength(2));
    await user.keyboard("{ArrowDown}{Enter}");
    expect(screen.getByTestId("client-picked").textContent).toContain("Senate");
    expect(argsOf("record_create")).toEqual([]);
    await user.click(screen.getByTestId("client-clear"));
    expect(screen.getByTestId<HTMLInputElement>("client-text").value).toBe("");
  });

  it("is written by keyboard, opens, and is taken back where it opened", async () => {
    const { user, router } = renderApp("/opportunities", answers("opportunity"));
    await screen.findByTestId("opportunities-create");
    await user.keyboard("c");
    await user.type(await screen.findByTestId("form-name"), "Villa 12");
    await user.type(screen.getByTestId("client-text"), "rina");
    await screen.findAllByTestId("client-hit");
    await user.keyboard("{Enter}");
    await user.type(screen.getByTestId("form-amount"), "2 Cr{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/records/opportunity/n-1"));
    expect(argsOf("record_create")).toEqual([
      {
        entity: "opportunity",
        fields: [
          { field: "name", text: "Villa 12" },
          { field: "stage", text: "New enquiry" },
          { field: "amount", text: "2 Cr" },
          { field: "owner", text: "ritam" },
          { field: "status", text: "Open" },
        ],
        about: [{ entity: "person", id: "p-1" }],
      },
    ]);
    await within(await screen.findByTestId("log-outcome")).findByText(/Opportunity written down/);
    await user.keyboard("z");
    const gone = await screen.findByTestId("gone");
    await within(gone).findByText(/Taken back/);
    expect(argsOf("undo")).toEqual([{ group: "g-1" }]);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/opportunities"));
    expect(router.state.location.search).toEqual({ sel: "n-1" });
    expect(screen.queryByTestId("record-form")).toBeNull();
  });

  it("needs a name and no client, and keeps what was typed when it is refused", async () => {
    const { user } = renderApp("/tasks?create=true", {
      ...answers("task"),
      record_create: () =>
        refuse("due_at: it can't be read.", "Write a day.", "bad_input", { field: "due_at" }),
    });
    const save = await screen.findByTestId<HTMLButtonElement>("form-save");
    expect(save.disabled).toBe(true);
    await user.type(screen.getByTestId("form-title"), "Send the plan{Enter}");
    expect((await screen.findByTestId("form-error")).textContent).toContain("Write a day.");
    expect(screen.getByTestId<HTMLInputElement>("form-title").value).toBe("Send the plan");
    expect(argsOf("record_create")[0]?.about).toEqual([]);
  });

  it("of a company shows which stand there already, and opens one", async () => {
    const { user, router } = renderApp("/accounts", answers("account"));
    await screen.findByTestId("accounts-create");
    await user.keyboard("c");
    await user.type(await screen.findByTestId("form-name"), "Senat");
    const near = await screen.findByTestId("near-account");
    expect(near.textContent).toContain("Senate");
    await user.click(near);
    await waitFor(() => expect(router.state.location.pathname).toBe("/records/account/a-1"));
    expect(argsOf("record_create")).toEqual([]);
  });

  it("is offered by the palette, and not to whoever may not write", async () => {
    const { user, router } = renderApp("/today", answers("task"));
    await screen.findByTestId("nav-tasks");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "new task");
    await user.click(await screen.findByTestId("palette-new-task"));
    await waitFor(() => expect(router.state.location.pathname).toBe("/tasks"));
    expect(await screen.findByTestId("record-form")).toBeTruthy();
  });

  it("is not offered to whoever may not write, even by its address", async () => {
    const { user } = renderApp("/tasks?create=true", {
      app_status: () => appStatus({ permissions: ["read_records"] }),
    });
    await screen.findByTestId("empty");
    await user.keyboard("c");
    expect(screen.queryByTestId("record-form")).toBeNull();
    expect(screen.queryByTestId("tasks-create")).toBeNull();
  });
});

describe("The archive of a list", () => {
  beforeEach(() => sessionStorage.clear());
  const two = () =>
    recordsPage([recordRow("p-1", "Rina Sen", ["Rina Sen"]), recordRow("p-2", "Mira Dutta", ["Mira Dutta"])]);
  const edit = { entity: { entity: "person" as const, id: "p-1" }, group: "g-1", changes: 1 };
  const lists = {
    records_list: ({ archived }: { archived?: boolean }) => (archived ? two() : recordsPage([])),
    record_restore: () => edit,
    record_archive: () => edit,
    bulk_preview: () => ({
      selected: 2,
      changing: 2,
      unchanged: 0,
      refused: 0,
      refusals: [],
      examples: [],
      seen: "s",
    }),
    bulk_apply: () => ({ group: "g-2", changed: 2, unchanged: 0, refused: 0, mission_id: null }),
    undo: () => ({ undone: "g-1", group: "g-3", reversed: 1, kept: [] }),
  };

  it("is a toggle away, says that it is one, and brings a row back with a way to undo it", async () => {
    const { user, router } = renderApp("/contacts", lists);
    await user.click(await screen.findByTestId("archived-toggle"));
    await waitFor(() => expect(screen.getAllByTestId("contacts-row")).toHaveLength(2));
    expect(router.state.location.search).toEqual({ archived: true });
    expect(screen.getByTestId("list-total").textContent).toBe("2 contacts in the archive");
    expect(argsOf("records_list").at(-1)).toMatchObject({ archived: true });
    await user.click(screen.getAllByTestId("row-restore")[0] as HTMLElement);
    await waitFor(() => expect(argsOf("record_restore")).toEqual([{ entity: "person", id: "p-1" }]));
    await waitFor(() => expect(screen.getByTestId("list-notice").textContent).toBe("Brought back"));
    await user.keyboard("z");
    await waitFor(() => expect(argsOf("undo")).toEqual([{ group: "g-1" }]));
    await user.click(screen.getByTestId("archived-leave"));
    await waitFor(() => expect(router.state.location.search).toEqual({}));
  });

  it("brings many back at once", async () => {
    const { user } = renderApp("/contacts?archived=true", lists);
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("jxjxE");
    await screen.findByTestId("bulk-dialog");
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("bulk-apply")));
    expect(screen.getByTestId("bulk-apply").textContent).toBe("Bring back 2 contacts");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(argsOf("bulk_apply")).toHaveLength(1));
    expect(argsOf("bulk_apply")[0]).toMatchObject({ edit: { archive: false }, seen: "s" });
  });

  it("is empty with a way out, and read-only offers no row back", async () => {
    const { user } = renderApp("/accounts?archived=true", { ...lists, records_list: () => recordsPage([]) });
    expect(await screen.findByText("Nothing is archived")).toBeTruthy();
    await user.click(screen.getByTestId("archive-leave"));
    expect(await screen.findByText("No accounts yet")).toBeTruthy();
  });

  it("is looked at on a read-only disk, and nothing comes back from there", async () => {
    renderApp("/contacts?archived=true", { ...lists, app_status: () => appStatus({ read_only: true }) });
    await screen.findAllByTestId("contacts-row");
    expect(screen.queryByTestId("row-restore")).toBeNull();
  });
});
