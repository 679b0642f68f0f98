import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Filter } from "@/api/generated/contracts";
import { argsOf, forever, refuse } from "@/testing/host";
import { filterRead, recordRow, recordsPage, savedView } from "@/testing/lists";
import { renderApp } from "@/testing/renderApp";

const NAMES = ["Ananya Lahiri", "Rizwan Qureshi", "Tashi Wangdu", "Zubin Mistry"];
const four = (status = "New") =>
  recordsPage(NAMES.map((name, i) => recordRow(`p-${i + 1}`, name, [name, null, status, "odile", null, i])));
const OWNED: Filter = {
  kind: "compare",
  field: "owner",
  op: "is",
  values: [{ kind: "me" }],
};

describe("A list", () => {
  beforeEach(() => sessionStorage.clear());

  it("filters by a sentence and shows its conditions one by one", async () => {
    const late: Filter = {
      kind: "compare",
      field: "last_activity_at",
      op: "not_for_days",
      values: [{ kind: "days", days: 14 }],
    };
    const { user } = renderApp("/contacts", {
      records_list: () => four(),
      filter_read: ({ sentence, filter }) => {
        if (sentence === undefined) {
          const of = filter?.kind === "all" ? filter.of : filter ? [filter] : [];
          const parts = of.map((part) => (part === of[0] ? "owner is me" : "not contacted for 14 days"));
          return filterRead({ ...(filter ? { filter } : {}), parts, sentence: parts.join(" and ") });
        }
        return filterRead({ filter: { kind: "all", of: [OWNED, late] }, sentence });
      },
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("f");
    await user.keyboard("owner is me and not contacted for 14 days{Enter}");
    await waitFor(() => expect(screen.getAllByTestId("filter-chip")).toHaveLength(2));
    expect(argsOf("records_list").at(-1)?.filter).toEqual({ kind: "all", of: [OWNED, late] });
    await user.click(screen.getAllByTestId("filter-chip-remove")[1] as HTMLElement);
    await waitFor(() => expect(argsOf("records_list").at(-1)?.filter).toEqual({ kind: "all", of: [OWNED] }));
  });

  it("does what was typed before its rows were there, once they are", async () => {
    let come: () => void = () => undefined;
    const rows = new Promise<void>((resolve) => {
      come = resolve;
    });
    const { user } = renderApp("/contacts", {
      records_list: async () => {
        await rows;
        return four();
      },
    });
    await waitFor(() => expect(argsOf("records_list")).not.toHaveLength(0));
    await user.keyboard("jjjkx");
    expect(screen.queryAllByTestId("contacts-row")).toHaveLength(0);
    come();
    await waitFor(() => {
      const shown = screen.getAllByTestId("contacts-row");
      expect(shown.map((row) => row.getAttribute("aria-selected"))).toEqual([
        "false",
        "true",
        "false",
        "false",
      ]);
      expect(shown.map((row) => row.hasAttribute("data-current"))).toEqual([false, true, false, false]);
    });
    await user.keyboard("j");
    await waitFor(() =>
      expect(screen.getAllByTestId("contacts-row")[2]?.hasAttribute("data-current")).toBe(true),
    );
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("selected-count")).toBeNull());
  });

  it("underlines what is wrong in a sentence, says it, and mends it with a key", async () => {
    const { user } = renderApp("/contacts", {
      records_list: () => four(),
      filter_read: ({ sentence }) =>
        sentence?.startsWith("owmer")
          ? filterRead({
              filter: null,
              sentence: null,
              problem: { start: 0, end: 5, message: "There is no field owmer.", suggestions: ["owner"] },
            })
          : filterRead({ filter: OWNED, sentence: sentence ?? "" }),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("fowmer is me{Enter}");
    expect((await screen.findByTestId("filter-problem")).textContent).toContain("There is no field owmer.");
    expect(screen.getByTestId("filter-underline").textContent).toBe("owmer");
    await user.click(screen.getByTestId("filter-suggestion"));
    expect((screen.getByTestId("filter-sentence") as HTMLInputElement).value).toBe("owner is me");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(argsOf("records_list").at(-1)?.filter).toEqual(OWNED));
  });

  it("sorts by a column and then by another", async () => {
    const { user } = renderApp("/contacts", { records_list: () => four() });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("j{ArrowRight}{ArrowRight}s{ArrowRight}S");
    await waitFor(() =>
      expect(argsOf("records_list").at(-1)?.sorts).toEqual([
        { field: "lead_status", descending: false },
        { field: "owner", descending: false },
      ]),
    );
  });

  it("edits a cell: shown at once, and settled by what the core says", async () => {
    let status = "New";
    const { user } = renderApp("/contacts", {
      records_list: () => four(status),
      record_update: ({ fields }) => {
        status = fields[0]?.text ?? "";
        return { entity: { entity: "person", id: "p-1" }, group: "g-1", changes: 1 };
      },
      undo: () => {
        status = "New";
        return { undone: "g-1", group: "g-2", reversed: 1, left: 0 } as never;
      },
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("j{ArrowRight}{ArrowRight}e");
    const editor = await screen.findByTestId("cell-editor");
    expect((editor as HTMLInputElement).value).toBe("New");
    // In a field, "select all" is of its text and never of the list.
    await user.keyboard("{Control>}a{/Control}");
    expect(screen.queryByTestId("selected-count")).toBeNull();
    await user.clear(editor);
    await user.type(editor, "Qualified{Enter}");
    expect(argsOf("record_update")).toEqual([
      { entity: "person", id: "p-1", version: 1, fields: [{ field: "lead_status", text: "Qualified" }] },
    ]);
    const first = () => screen.getAllByTestId("cell-lead_status")[0]?.textContent;
    await waitFor(() => expect(first()).toBe("Qualified"));
    expect((await screen.findByTestId("list-notice")).textContent).toContain("Lead status of Ananya Lahiri");
    await user.keyboard("z");
    await waitFor(() => expect(first()).toBe("New"));
    expect(argsOf("undo")).toEqual([{ group: "g-1" }]);
  });

  it("puts a refused value back, with the reason beside it", async () => {
    const { user } = renderApp("/contacts", {
      records_list: () => four(),
      record_update: () => refuse("Somebody changed this record since it was shown.", "Look at it again."),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("j{ArrowRight}{ArrowRight}e");
    await user.type(await screen.findByTestId("cell-editor"), "Lost{Enter}");
    expect((await screen.findByTestId("cell-refused")).textContent).toContain("Somebody changed this record");
    expect(screen.getAllByTestId("cell-lead_status")[0]?.textContent).toContain("New");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("cell-refused")).toBeNull());
  });

  it("says why a cell can’t be edited instead of doing nothing", async () => {
    const { user } = renderApp("/contacts", { records_list: () => four() });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("j{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}e");
    expect((await screen.findByTestId("list-notice")).textContent).toContain("worked out from other records");
    expect(screen.queryByTestId("cell-editor")).toBeNull();
  });

  it("keeps its selection over a filter and a reading anew, and changes all of it after a look", async () => {
    const { user } = renderApp("/contacts", {
      records_list: ({ text }) => (text ? recordsPage([]) : four()),
      bulk_preview: () => ({
        selected: 2,
        changing: 1,
        unchanged: 0,
        refused: 1,
        refusals: [{ why: "Only its owner may.", count: 1, examples: [] }],
        examples: [],
        seen: "s-1",
      }),
      bulk_apply: () => ({ group: "g-7", changed: 1, unchanged: 0, refused: 1, mission_id: null }),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("j{ArrowRight}{ArrowRight}J");
    expect((await screen.findByTestId("selected-count")).textContent).toContain("2 contacts");
    await user.type(screen.getByTestId("list-filter"), "zzz");
    await screen.findByTestId("empty");
    expect(screen.getByTestId("selected-count").textContent).toContain("2 contacts");
    await user.clear(screen.getByTestId("list-filter"));
    const rows = await screen.findAllByTestId("contacts-row");
    expect(rows.map((row) => row.getAttribute("aria-selected"))).toEqual(["true", "true", "false", "false"]);
    await user.click(screen.getByTestId("bulk-open"));
    await user.type(await screen.findByTestId("bulk-value"), "Lost");
    await waitFor(() => expect(screen.getByTestId("bulk-changing").textContent).toBe("1"));
    expect(screen.getByTestId("bulk-refusal").textContent).toContain("Only its owner may.");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByTestId("bulk-dialog")).toBeNull());
    expect(argsOf("bulk_apply")).toEqual([
      {
        selection: { kind: "ids", entity: "person", ids: ["p-1", "p-2"] },
        edit: { set: [{ field: "lead_status", text: "Lost" }] },
        seen: "s-1",
      },
    ]);
  });

  it("asks for the rows of a group only, and folds it", async () => {
    const { user } = renderApp("/contacts", {
      records_list: ({ in_group: group }) => four(group?.value ?? ""),
      records_groups: () => ({
        groups: [
          { value: "new", label: "New", count: 4, sums: [] },
          { value: null, label: "", count: 4, sums: [] },
        ],
        more: false,
      }),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("j{ArrowRight}{ArrowRight}G");
    const headings = await screen.findAllByTestId("group-heading");
    expect(headings.map((heading) => heading.textContent)).toEqual(["New4", "No lead status4"]);
    await waitFor(() => expect(screen.getAllByTestId("contacts-row")).toHaveLength(8));
    expect(argsOf("records_list").at(-1)?.in_group).toEqual({ field: "lead_status", value: null });
    await user.click(headings[0] as HTMLElement);
    await waitFor(() => expect(screen.getAllByTestId("contacts-row")).toHaveLength(4));
  });

  it("asks for the page in sight only, however many rows there are", async () => {
    renderApp("/contacts", {
      records_list: ({ from = 0, cursor }) =>
        recordsPage(
          Array.from({ length: 100 }, (_, i) => recordRow(`r-${from}-${i}`, `Row ${from + i}`, ["x"])),
          { total: 1_000_000, next_cursor: cursor ?? "c-1" },
        ),
    });
    await screen.findAllByTestId("contacts-row");
    expect(screen.getByTestId("list-total").getAttribute("data-total")).toBe("1000000");
    expect(screen.getAllByTestId("contacts-row").length).toBeLessThan(60);
    expect(argsOf("records_list")).toHaveLength(1);
  });

  it("counts apart where its first window does not say", async () => {
    renderApp("/contacts", {
      records_list: () => ({ ...four(), total: null }),
      records_count: () => ({ total: 4 }),
    });
    expect((await screen.findByTestId("list-total")).textContent).toBe("4 contacts");
  });

  it("shows a view, what was changed of it, and keeps it under a name", async () => {
    const { user } = renderApp("/contacts", {
      records_list: () => four(),
      view_list: () => [
        savedView("all", "All contacts"),
        savedView("mine", "My contacts", {
          shape: {
            filter: OWNED,
            sorts: [{ field: "owner", descending: true }],
            columns: [],
            layout: "table",
          },
        }),
      ],
      view_save: ({ name, shape }) => savedView("v-9", name, { shape }),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("2");
    await waitFor(() => expect(argsOf("records_list").at(-1)?.filter).toEqual(OWNED));
    expect(argsOf("records_list").at(-1)?.sorts).toEqual([{ field: "owner", descending: true }]);
    await user.keyboard("js");
    expect(await screen.findByTestId("view-changed")).toBeTruthy();
    await user.keyboard("w");
    await user.type(await screen.findByTestId("view-name"), "Mine by name{Enter}");
    await waitFor(() =>
      expect(argsOf("view_save")[0]).toMatchObject({
        name: "Mine by name",
        shape: { filter: OWNED, sorts: [{ field: "name", descending: false }] },
      }),
    );
  });

  it("moves a card to the next stage and says when that is refused", async () => {
    const groups = [
      { value: "new", label: "New", count: 1, sums: [{ currency: "INR", amount: "25000000" }] },
      { value: "won", label: "Won", count: 1, sums: [] },
    ];
    const { user } = renderApp("/opportunities", {
      view_list: () => [
        savedView("pipeline", "Pipeline", {
          entity: "opportunity",
          shape: { sorts: [], columns: [], group: "stage", layout: "board" },
        }),
      ],
      records_groups: () => ({ groups, more: false }),
      records_list: ({ in_group: group }) =>
        recordsPage([recordRow(`o-${group?.value}`, `Deal ${group?.value}`, [`Deal ${group?.value}`])]),
      record_update: () => refuse("A won deal needs an amount.", "Write it first."),
    });
    const [first] = await screen.findAllByTestId("board-column");
    expect(within(first as HTMLElement).getByTestId("sums").textContent).toBe("₹2.5 Cr");
    await screen.findAllByTestId("board-card");
    await user.keyboard("jL");
    expect((await screen.findByTestId("card-refused")).textContent).toContain("needs an amount");
    expect(argsOf("record_update")[0]).toMatchObject({
      id: "o-new",
      fields: [{ field: "stage", text: "Won" }],
    });
  });

  it("shows a skeleton while its rows are on the way", async () => {
    renderApp("/tasks", { records_list: forever });
    expect(await screen.findByTestId("loading")).toBeTruthy();
  });
});
