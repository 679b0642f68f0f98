import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ImportDetail, ImportRow, ProblemGroup } from "@/api/generated/contracts";
import { argsOf, host } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, column, fates, importDetail, importRow, reviewItem } from "@/testing/samples";

const columns = [
  column(0, { header: "Name", field: "person.full_name" }),
  column(1, { header: "Mobile", field: "person.phone[]" }),
];
const rows: ImportRow[] = [
  importRow(1, { cells: ["Asha Rao", "98300"] }),
  importRow(2, {
    cells: ["Binod Das", "n/a"],
    corrected: [{ column: 1, value: "+91 98300 12345" }],
  }),
  importRow(3, {
    fate: "update",
    cells: ["Chitra Sen", "123"],
    issues: [{ kind: "phone_unparsed", message: "123 is no phone number.", column: 1 }],
    changes: [{ entity: { entity: "person", id: "p-1" }, field: "city", before: "Delhi", after: "Pune" }],
  }),
];
const page = () => ({ rows, total: 3, next_after: null });
const problem = (more: Partial<ProblemGroup> = {}): ProblemGroup => ({
  kind: "phone_unparsed",
  column: 1,
  title: "Phone numbers that can't be read",
  message: "“123” is no phone number.",
  count: 12,
  rows: [3, 9],
  accepted: false,
  fixes: [
    {
      id: "leave_empty",
      title: "Leave 12 phone numbers empty",
      consequence: "The text stays with its row.",
      revision: {
        columns: [
          { column: 1, status: "mapped", field: null, label: null, date_order: null, unread: "leave_empty" },
        ],
      },
    },
    {
      id: "map_values",
      title: "Say what each value means",
      consequence: "You fill them in.",
      revision: null,
    },
  ],
  ...more,
});
const detail = (more: Partial<ImportDetail> = {}): ImportDetail => ({
  ...importDetail({}, columns),
  ...more,
});

describe("Correcting cells in the sheet", () => {
  it("collects corrections by keyboard and applies them together", async () => {
    const { user } = renderApp("/imports/i-1?pane=records", {
      import_show: () => detail(),
      import_rows: page,
      import_revise: () => detail(),
    });
    await screen.findByTestId("fate-sum");
    await user.keyboard("s");
    expect((await screen.findByTestId("cell-1-0")).getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{ArrowRight}{F2}");
    const editor = await screen.findByTestId("cell-editor");
    await user.clear(editor);
    await user.type(editor, "98300 12345{Enter}");
    // Down one row, on a cell that was corrected before: taken back.
    expect(screen.getByTestId("cell-2-1").getAttribute("data-state")).toBe("corrected");
    await user.keyboard("z");
    expect(screen.getByTestId("cell-2-1").textContent).toBe("n/a");
    // Esc leaves a cell as it was.
    await user.keyboard("{ArrowDown}e");
    await user.type(await screen.findByTestId("cell-editor"), "x{Escape}");
    expect(screen.getByTestId("cell-3-1").getAttribute("data-state")).toBeNull();
    await user.keyboard("{ArrowUp}{ArrowUp}");
    expect(screen.getByTestId("cell-received").textContent).toContain("Received: 98300");
    expect(screen.getByTestId("apply-corrections").textContent).toContain("Apply 2 corrections");
    await user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(screen.queryByTestId("apply-bar")).toBeNull());
    expect(argsOf("import_revise")).toEqual([
      {
        import_id: "i-1",
        revision: {
          corrections: [{ row_number: 1, column: 1, value: "98300 12345" }],
          uncorrect: [[2, 1]],
        },
      },
    ]);
  });

  it("keeps corrections when the panes change, and lets them be discarded", async () => {
    const { user } = renderApp("/imports/i-1?pane=records&sheet=true", {
      import_show: () => detail(),
      import_rows: page,
    });
    await screen.findByTestId("cell-1-0");
    await user.keyboard("{Delete}25");
    await screen.findByTestId("proposal");
    expect(screen.getByTestId("pane-records").textContent).toContain("1 correction");
    await user.keyboard("3");
    await user.click(await screen.findByTestId("apply-discard"));
    expect(screen.queryByTestId("apply-bar")).toBeNull();
    expect(argsOf("import_revise")).toEqual([]);
  });

  it("offers nobody a correction who may not make one", async () => {
    const { user } = renderApp("/imports/i-1?pane=records&sheet=true", {
      app_status: () =>
        appStatus({ role: "presenter", permissions: ["read_records", "read_workflow", "read_evidence"] }),
      import_show: () => detail(),
      import_rows: page,
    });
    await screen.findByTestId("cell-1-0");
    await user.keyboard("e");
    expect(screen.queryByTestId("cell-editor")).toBeNull();
  });

  it("shows what an update row would change", async () => {
    renderApp("/imports/i-1?pane=records&row=3", { import_show: () => detail(), import_rows: page });
    const changes = await screen.findByTestId("row-changes");
    expect(changes.textContent).toContain("Delhi");
    expect(changes.textContent).toContain("Pune");
    expect(screen.getByTestId("row-panel").textContent).toContain("123 is no phone number.");
  });
});

describe("Problems", () => {
  it("settles a whole kind with one key press, and goes to its rows", async () => {
    let settled = false;
    const { user } = renderApp("/imports/i-1?pane=records", {
      import_show: () => detail({ problems: settled ? [] : [problem()] }),
      import_rows: page,
      import_revise: () => {
        settled = true;
        return detail({ problems: [] });
      },
    });
    await screen.findByTestId("fate-sum");
    await user.keyboard("p");
    const panel = await screen.findByTestId("problems-panel");
    expect(within(panel).getByTestId("problems-open").textContent).toBe("1 kind, 12 cells");
    expect(within(panel).getByText("The text stays with its row.")).toBeTruthy();
    await user.click(within(panel).getAllByTestId("problem-row")[0] as HTMLElement);
    expect((await screen.findByTestId("cell-3-1")).getAttribute("aria-selected")).toBe("true");
    screen.getByTestId("fix-leave_empty").focus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByTestId("problems-open").textContent).toBe("None left"));
    expect(argsOf("import_revise")[0]?.revision.columns?.[0]?.unread).toBe("leave_empty");
  });

  it("goes to the values of the column where a person has to fill something in", async () => {
    const { user, router } = renderApp("/imports/i-1?pane=records&problems=true", {
      import_show: () => detail({ problems: [problem()] }),
      import_rows: page,
    });
    await user.click(await screen.findByTestId("fix-map_values"));
    await screen.findByTestId("column-panel");
    expect(router.state.location.search).toMatchObject({ pane: "columns", column: 1 });
  });

  it("asks again about what was let be", async () => {
    const { user } = renderApp("/imports/i-1?pane=records&problems=true", {
      import_show: () => detail({ problems: [problem({ accepted: true })] }),
      import_rows: page,
      import_revise: () => detail({ problems: [problem()] }),
    });
    await user.click(await screen.findByText("Ask again"));
    await waitFor(() =>
      expect(argsOf("import_revise")[0]?.revision).toEqual({
        reopen: [{ kind: "phone_unparsed", column: 1 }],
      }),
    );
  });

  it("saves the rejected rows where a person says", async () => {
    host.chosenTarget = "/home/leads rejected.csv";
    const { user } = renderApp("/imports/i-1?pane=records", {
      import_show: () => ({ ...importDetail({ planned: fates({ create: 2, reject: 1 }) }, columns) }),
      import_rows: page,
      import_rejects: ({ path }) => ({ path, rows: 1, bytes: 40 }),
    });
    await screen.findByTestId("rejects");
    await user.keyboard("t");
    expect(await screen.findByText("1 row with reasons written to leads rejected.csv")).toBeTruthy();
    host.chosenTarget = null;
  });
});

describe("Columns", () => {
  const asked = [
    column(0, {
      header: "Met",
      field: "person.first_met_on",
      samples: ["03/04/2024"],
      question: "Which first?",
    }),
    column(1, {
      header: "Stage",
      field: "person.lead_status",
      choices: [
        { value: "Hot", count: 2 },
        { value: "-", count: 1 },
      ],
    }),
  ];

  it("asks about dates in words, each answer a key away", async () => {
    const { user } = renderApp("/imports/i-1?pane=columns", {
      import_show: () => importDetail({}, asked),
      import_revise: () => importDetail({}, asked),
    });
    const question = (await screen.findByTestId("column-question-0")).textContent;
    for (const words of ["Which day is 03/04/2024?", "3 April 2024", "4 March 2024"]) {
      expect(question).toContain(words);
    }
    await user.keyboard("m");
    await waitFor(() => expect(argsOf("import_revise")).toHaveLength(1));
    expect(argsOf("import_revise")[0]?.revision.columns?.[0]).toMatchObject({ column: 0, date_order: "MDY" });
  });

  it("maps values of a column by keyboard, all in one plan", async () => {
    const { user } = renderApp("/imports/i-1?pane=columns&column=1", {
      import_show: () => importDetail({}, asked),
      import_revise: () => importDetail({}, asked),
    });
    await screen.findByTestId("column-values");
    await user.keyboard("v");
    await user.keyboard("Very hot{Tab}{Tab}{Tab} ");
    await user.click(screen.getByTestId("values-apply"));
    await waitFor(() => expect(argsOf("import_revise")).toHaveLength(1));
    expect(argsOf("import_revise")[0]?.revision.columns?.[0]?.value_map).toEqual([
      { from: "Hot", to: "Very hot" },
      { from: "-", to: null },
    ]);
  });

  it("keeps the mapping as a source profile", async () => {
    const { user } = renderApp("/imports/i-1?pane=columns", {
      import_show: () => importDetail({}, asked),
      profile_list: () => [],
      profile_save: ({ title }) => ({
        id: "saved.leads",
        title,
        source_system: "leads",
        row_entity: "person",
        columns: 2,
        origin: "saved",
        import_id: "i-1",
        saved_at: null,
        saved_by: null,
        used: 1,
      }),
    });
    await screen.findByTestId("column-row-0");
    await user.keyboard("w");
    await user.type(await screen.findByTestId("profile-title"), " sheet{Enter}");
    expect((await screen.findByTestId("profile-saved")).textContent).toContain("leads sheet knows 2 columns");
  });
});

describe("Matches", () => {
  it("decides on this file's matches only", async () => {
    const mine = reviewItem("a");
    const { user } = renderApp("/imports/i-1?pane=matches", {
      import_show: () => detail(),
      import_list: () => [],
      entity_get: () => {
        throw new Error("not asked for");
      },
      review_list: ({ import_id: wanted }) => {
        const waiting = [mine, reviewItem("b", { import_id: "i-2" })];
        const items = waiting.filter((item) => wanted === null || item.import_id === wanted);
        const counts = [{ kind: "merge", count: items.length }];
        return {
          items,
          next_after: null,
          next_cursor: null,
          next_ids: [],
          counts,
          total: null,
          filters: null,
        };
      },
      review_decide: () => ({
        decision_id: "d",
        state: "approved",
        group: null,
        changes: 2,
        entities: [],
        follow_up: [],
        requested: false,
        set_aside: [],
        link: null,
        next: [],
      }),
    });
    expect((await screen.findByTestId("review-title")).textContent).toBe("Client a");
    expect(screen.getAllByTestId("queue-row")).toHaveLength(1);
    expect(argsOf("review_list")).toMatchObject([{ kind: "merge", import_id: "i-1" }]);
    await user.keyboard("a");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(1));
    expect(argsOf("review_decide")[0]).toMatchObject({
      proposal_id: "a",
      decision: "approve",
      seen: "seen-a",
    });
  });
});

describe("File", () => {
  it("reads the file another way: the row under the cursor becomes the header", async () => {
    const { user, router } = renderApp("/imports/i-1?pane=file", {
      import_show: () => detail(),
      import_rows: page,
      import_read_again: () => ({ ...importDetail().summary, import_id: "i-2" }),
    });
    await screen.findByTestId("cell-1-0");
    await user.keyboard("jh");
    await screen.findByTestId("read-again");
    await user.click(screen.getByTestId("read-again-run"));
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports/i-2"));
    // Row 2 stands in record 3: record 1 is the header.
    expect(argsOf("import_read_again")[0]?.read_as).toEqual({
      encoding: null,
      delimiter: null,
      quote: null,
      header_row: 3,
    });
  });

  it("reads the kept bytes of an import that was undone", async () => {
    const { user, router } = renderApp("/imports/i-1?pane=file", {
      import_show: () => importDetail({ state: "undone" }),
      import_rows: page,
      import_read_again: () => ({ ...importDetail().summary, import_id: "i-2" }),
    });
    await user.click(await screen.findByTestId("read-again-open"));
    expect((await screen.findByTestId("read-again")).textContent).toContain("The bytes are kept");
    const run = screen.getByTestId<HTMLButtonElement>("read-again-run");
    expect(run.disabled, "nothing is said otherwise yet").toBe(true);
    expect(router.state.location.pathname).toBe("/imports/i-1");
  });
});
