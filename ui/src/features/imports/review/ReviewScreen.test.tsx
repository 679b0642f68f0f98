import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { column, fates, importDetail, importRow, importSummary } from "@/testing/samples";

const columns = [
  column(0, { header: "Name", field: "person.full_name" }),
  column(1, { header: "Kind", status: "unresolved", field: null, evidence: [] }),
  column(2, {
    header: "Birthday",
    field: "person.birth_date",
    question: "Which comes first in 04/05/1986?",
  }),
];

describe("Import Review", () => {
  it("says why an import can't be opened", async () => {
    renderApp("/imports/i-1", { import_show: () => refuse("There is no import i-1.") });
    expect((await screen.findByTestId("error")).textContent).toContain("There is no import i-1.");
  });

  it("puts unresolved columns first, then questions", async () => {
    renderApp("/imports/i-1", { import_show: () => importDetail({}, columns) });
    await screen.findByTestId("column-row-1");
    const order = screen.getAllByTestId(/^column-row-/).map((row) => row.dataset.testid);
    expect(order).toEqual(["column-row-1", "column-row-2", "column-row-0"]);
  });

  it("sends one choice at once: a custom field, and the answer about dates", async () => {
    const { user } = renderApp("/imports/i-1", {
      import_show: () => importDetail({}, columns),
      import_revise: () => importDetail({}, columns),
    });
    await user.click(await screen.findByTestId("column-field-1"));
    await user.click(await screen.findByTestId("field-custom"));
    await waitFor(() => expect(argsOf("import_revise")).toHaveLength(1));
    await user.click(screen.getByTestId("column-2-DMY"));
    await waitFor(() => expect(argsOf("import_revise")).toHaveLength(2));
    expect(argsOf("import_revise").map(({ revision }) => revision.columns)).toEqual([
      [{ column: 1, status: "mapped", field: "person.custom.kind", label: null, date_order: null }],
      [{ column: 2, status: "mapped", field: "person.birth_date", label: null, date_order: "DMY" }],
    ]);
  });

  it("locks the columns once an import is approved", async () => {
    renderApp("/imports/i-1?pane=columns", {
      import_show: () => importDetail({ state: "committed" }, columns),
    });
    expect(await screen.findByTestId("columns-locked")).toBeTruthy();
    expect(screen.getByTestId("column-field-1").hasAttribute("disabled")).toBe(true);
  });

  it("moves between panes by number and shows rows whose fates add up", async () => {
    const { user } = renderApp("/imports/i-1", {
      import_show: () => importDetail({}, columns),
      import_rows: ({ fate }) => ({
        rows:
          fate === "hold" ? [importRow(2, { fate: "hold" })] : [importRow(1), importRow(2, { fate: "hold" })],
        total: 3,
        next_after: null,
      }),
    });
    await screen.findByTestId("column-row-1");
    await user.keyboard("3");
    expect((await screen.findByTestId("fate-sum")).textContent).toBe("Adds up to 3 rows");
    await user.click(screen.getByTestId("fate-tab-hold"));
    await waitFor(() => expect(screen.getAllByTestId("record-row")).toHaveLength(1));
    await user.keyboard("j{Enter}");
    const panel = await screen.findByTestId("row-panel");
    expect(within(panel).getByText("cell 2")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByTestId("row-panel")).toBeNull());
  });

  it("approves what is safe and tells what stays outside", async () => {
    let state: "proposed" | "committed" = "proposed";
    const done = () =>
      importDetail(state === "proposed" ? {} : { state, fates: fates({ create: 2, hold: 1 }) });
    const { user } = renderApp("/imports/i-1?pane=commit", {
      import_show: done,
      import_approve: () => {
        state = "committed";
        return {
          applied: { create: 3, update: 0, merge: 0, link: 0 },
          held: 1,
          decisions: ["d-1"],
          summary: done().summary,
        };
      },
    });
    const button = await screen.findByTestId("import-approve");
    expect(button.textContent).toBe("Approve 2 new contacts");
    expect(screen.getByTestId("safe").textContent).toContain("1 new company");
    expect(screen.getByTestId("waiting").textContent).toContain("Two rows share a phone");
    await user.click(button);
    expect((await screen.findByTestId("approved")).textContent).toContain(
      "2 rows of leads.csv are in your records",
    );
  });

  it("undoes after asking, and lists what was edited since", async () => {
    let undone = false;
    const { user } = renderApp("/imports/i-1", {
      import_show: () =>
        importDetail({ state: undone ? "undone" : "committed", fates: fates({ create: 3 }) }),
      import_undo: () => {
        undone = true;
        return {
          reversed: 12,
          kept: [{ entity: { entity: "person", id: "p-1" }, field: "lead_status", why: "Huda edited it." }],
          errors: [],
          summary: importSummary({ state: "undone" }),
        };
      },
      entity_get: () => refuse("gone", "", "not_found"),
    });
    await user.click(await screen.findByTestId("import-undo"));
    await user.click(await screen.findByTestId("undo-confirm"));
    expect((await screen.findByTestId("undone")).textContent).toContain("12 changes taken back");
    expect(screen.getByTestId("undo-kept").textContent).toContain("Huda edited it.");
    expect(host.calls.some(({ name }) => name === "import_undo")).toBe(true);
  });

  it("recognises the same file calmly and has nothing to approve", async () => {
    renderApp("/imports/i-1?pane=commit", {
      import_show: () => ({ ...importDetail({ duplicate_of_batch: "b-0" }), safe: [] }),
    });
    expect((await screen.findByTestId("duplicate-banner")).textContent).toContain("nothing new to create");
    expect(screen.getByTestId("import-approve").hasAttribute("disabled")).toBe(true);
  });
});
