import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, refuse } from "@/testing/host";
import { queue, result, shown } from "@/testing/queue";
import { renderApp } from "@/testing/renderApp";
import { appStatus, explanation, reviewField, reviewItem, reviewSide } from "@/testing/samples";

const MICRO = 1_000_000;

describe("What a reviewer chooses", () => {
  it("shows what a match weighs, step by step down to the sum", async () => {
    const step = (field: string, weight: number, left = "", right = left) => ({
      field,
      level: "same",
      left,
      right,
      weight: weight * MICRO,
      sentence: `About the ${field}.`,
    });
    const [first] = reviewItem("one").candidates;
    if (!first) throw new Error("a sample has a candidate");
    const evidence = [
      step("prior", -11),
      step("phone", 21.5, "+971 505550142"),
      step("given_name", -2.5, "rina", "arjun"),
    ];
    const candidate = { ...first, score: 0.9961, weight: 8 * MICRO, found_by: ["phone"], evidence };
    const { user } = renderApp("/review", queue([reviewItem("one", { candidates: [candidate] })]));
    await screen.findByTestId("review-title");
    await user.keyboard(" ");
    const chart = await screen.findByTestId("review-waterfall");
    const steps = within(chart).getAllByRole("listitem");
    expect(steps.map((row) => row.textContent)).toEqual([
      "Before lookingAbout the prior.Speaks against it: −11.0",
      "Phone+971 505550142Speaks for it: +21.5",
      "Given namerina against arjunSpeaks against it: −2.5",
    ]);
    expect(within(chart).getByTestId("review-weight").textContent).toBe(
      "+8.0 bitsMore than 99 % likely to be one personFound by phone",
    );
  });

  it("keeps and leaves several values by digits, takes a side's single value, and sends what was chosen", async () => {
    const phones = [{ value: "+919830012345" }, { value: "+919830054321" }];
    const fields = [
      reviewField("phone", {
        title: "Phone",
        now: phones.slice(0, 1),
        proposed: phones.slice(1),
        effect: "add",
      }),
      reviewField("company_name", { title: "Company", now: "Pennant", proposed: "Saffron", effect: "keep" }),
      reviewField("city", { title: "City", proposed: "Pune" }),
    ];
    const { user } = renderApp("/review", queue([reviewItem("one", { fields }), reviewItem("two")]));
    await screen.findByTestId("review-title");
    const standing = (field: string) =>
      within(screen.getByTestId(`review-field-${field}`)).getByTestId("review-result");
    expect(within(standing("phone")).getAllByRole("button", { pressed: true })).toHaveLength(2);
    await user.keyboard("1");
    expect(within(standing("phone")).getAllByRole("button", { pressed: true })).toHaveLength(1);
    await user.keyboard("{ArrowDown}2");
    expect(standing("company_name").textContent).toBe("Saffron");
    // Nothing stands on the known side: taking that leaves the field empty. As proposed again after all.
    await user.keyboard("{ArrowDown}1");
    expect(standing("city").textContent).toBe("Nothing");
    await user.keyboard("{Backspace}");
    expect(standing("city").textContent).toBe("Pune");
    expect(screen.getByTestId("review-approve").textContent).toContain("Merge as chosen");
    await user.keyboard("a");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(1));
    expect(argsOf("review_decide")[0]).toMatchObject({
      decision: "correct",
      corrections: [
        { field: "phone", value: phones.slice(1) },
        { field: "company_name", value: "Saffron" },
      ],
    });
  });

  it("writes a field in place; the core reads it, and says what it can't read", async () => {
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one"), reviewItem("two")]),
      review_read: ({ text }) =>
        text === "Pennant Ltd" ? { field: "company_name", value: text } : refuse("No company is called so."),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("{ArrowDown}f");
    await user.keyboard("??{Enter}");
    expect((await screen.findByTestId("review-editor-problem")).textContent).toContain("No company");
    await user.clear(screen.getByTestId("review-editor"));
    await user.keyboard("Pennant Ltd{Enter}");
    await waitFor(() => expect(screen.queryByTestId("review-editor")).toBeNull());
    const row = screen.getByTestId("review-field-company_name");
    expect(within(row).getByTestId("review-result").textContent).toBe("Pennant Ltd");
    expect(row.textContent).toContain("Yours");
    expect(shown()).toBe("one");
  });

  it("says no and connects them in one go", async () => {
    const { user } = renderApp("/review", queue([reviewItem("one"), reviewItem("two")]));
    await screen.findByTestId("review-title");
    await user.keyboard("w");
    expect(screen.getByTestId("review-relation")).toBeTruthy();
    await user.keyboard("1");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(1));
    expect(argsOf("review_decide")[0]).toMatchObject({ decision: "reject", relation: "household" });
    expect(shown()).toBe("two");
  });

  it("shows the cell in its row and what the match weighs when evidence is wanted", async () => {
    const cell = { batch_id: "b-1", row_number: 78, column: 2, transform: "text" };
    const field = reviewField("company_name", { title: "Company", now: "Pennant", proposed: "Saffron" });
    const origin = { value: "Saffron", cell, file_name: "leads.csv", by: null, at: null, confidence: null };
    const values = [field.values[0], { side: 1, value: "Saffron", origins: [origin] }].filter((one) => !!one);
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one", { fields: [{ ...field, values }] })]),
      review_evidence: () => {
        const [chain] = explanation("company_name", "Saffron").chains;
        const [found] = chain?.cells ?? [];
        if (!found) throw new Error("a sample has a cell");
        return { cell: found, headers: ["Name", "Cell"], before: [], after: [] };
      },
    });
    await screen.findByTestId("review-title");
    expect(screen.queryByTestId("review-evidence")).toBeNull();
    await user.keyboard(" ");
    const pane = await screen.findByTestId("review-evidence");
    expect((await within(pane).findByTestId("provenance-cell")).textContent).toBe("098300 12345");
    expect(pane.textContent).toContain("Both have the phone number.");
    expect(argsOf("review_evidence")[0]).toMatchObject({ row_number: 78, column: 2 });
  });

  it("lets another record stay and one be left out, as the core plans it", async () => {
    const ref = (id: string) => ({ entity: "person" as const, id });
    const merge = {
      survivor: ref("e-one"),
      proposed_survivor: ref("e-one"),
      absorbed: [ref("b"), ref("c")],
      rules: [
        { rule: "facts", sentence: "It has 9 facts.", favours: "e-one", decided: true, figures: [9, 2, 1] },
      ],
    };
    const sides = ["e-one", "b", "c"].map((id, n) =>
      reviewSide(n === 0 ? "survivor" : "absorbed", { entity: ref(id), title: `Asha ${id}` }),
    );
    const item = reviewItem("one", { row_number: null, merge, sides });
    const { user } = renderApp("/review", {
      ...queue([item, reviewItem("two")]),
      review_preview: () => ({ ...item, effects: [], consequences: ["joins 1 phone"] }),
    });
    await screen.findByTestId("review-title");
    expect(screen.getByTestId("review-survivor").textContent).toContain("Asha e-one stays: It has 9 facts.");
    expect(screen.getByTestId("review-approve").textContent).toContain("Merge all 3");
    await user.keyboard("sl3");
    await waitFor(() => expect(screen.getByTestId("review-consequences").textContent).toBe("joins 1 phone"));
    expect(screen.getByTestId("review-survivor").textContent).toContain("Asha b stays by your choice");
    expect(screen.getByTestId("review-left-out").textContent).toBe("Without Asha c");
    expect(argsOf("review_preview").at(-1)).toMatchObject({ survivor: "b", leave_out: ["c"] });
    await user.keyboard("a");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(1));
    expect(argsOf("review_decide")[0]).toMatchObject({
      decision: "approve",
      survivor: "b",
      leave_out: ["c"],
    });
  });

  it("leaves the verdict of who may not decide as a request to who may", async () => {
    const item = reviewItem("one", { not_mine: "A reviewer decides merges." });
    const { user } = renderApp("/review", {
      ...queue([item, reviewItem("two")], () => result({ requested: true, changes: 0 })),
      app_status: () => appStatus({ role: "operator", permissions: ["read_workflow", "propose"] }),
    });
    expect((await screen.findByTestId("review-not-mine")).textContent).toContain(
      "A reviewer decides merges.",
    );
    expect(screen.getByTestId("review-approve").textContent).toContain("Ask: merge");
    await user.keyboard("a");
    await waitFor(() => expect(shown()).toBe("two"));
    expect(argsOf("review_decide")[0]).toMatchObject({ decision: "approve", or_ask: true });
    await waitFor(() =>
      expect(screen.getByTestId("review-outcome").textContent).toContain("left to whoever"),
    );
  });

  it("takes over by one key how somebody who asks wants it", async () => {
    const asked = {
      decision_id: "d-asked",
      by: "omar",
      at: "2026-11-21T08:00:00.000Z",
      asks: "correct" as const,
      notes: "She said so.",
      corrections: [{ field: "company_name", value: "Saffron" }],
    };
    const { user } = renderApp("/review", queue([reviewItem("one", { remarks: [asked] })]));
    await screen.findByTestId("review-title");
    expect(screen.getByTestId("review-remark").textContent).toContain("with company Saffron: “She said so.”");
    await user.keyboard("t");
    await waitFor(() => expect(screen.getByTestId("review-approve").textContent).toContain("as chosen"));
    await user.keyboard("a");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(1));
    expect(argsOf("review_decide")[0]).toMatchObject({
      decision: "correct",
      corrections: [{ field: "company_name", value: "Saffron" }],
    });
  });

  it("decides nothing on a read-only disk, and says why", async () => {
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one")]),
      app_status: () => appStatus({ read_only: true }),
    });
    expect((await screen.findByTestId("review-read-only")).textContent).toContain("read-only disk");
    await user.keyboard("axd");
    expect(argsOf("review_decide")).toEqual([]);
    expect(screen.queryByTestId("scan")).toBeNull();
  });

  it("offers no verdict to a role that only reads, and its keys do nothing", async () => {
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one", { not_mine: "Your role only reads." })]),
      app_status: () => appStatus({ role: "operator", permissions: ["read_workflow"] }),
    });
    expect(await screen.findByTestId("review-not-mine")).toBeTruthy();
    expect(screen.queryByTestId("review-approve")).toBeNull();
    await user.keyboard("axd");
    expect(argsOf("review_decide")).toEqual([]);
  });

  it("decides what is alike together after a look at what it does, in one key", async () => {
    const items = ["one", "two", "three"].map((id) => reviewItem(id, { kind: "update", risk: "low" }));
    const { user } = renderApp("/review", {
      ...queue(items),
      review_set_preview: () => ({
        count: 2,
        proposals: ["one", "two"],
        samples: items.slice(0, 2),
        effects: [{ kind: "fills", what: "city", count: 2, sentence: "fills 2 empty fields" }],
        left_out: [{ why: "They overwrite what stands.", count: 1 }],
        seen: "set-seen",
      }),
      review_set_decide: () => ({ decision_id: "d-set", decided: 2, changes: 2, left_out: [] }),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("A");
    expect((await screen.findByTestId("set-effects")).textContent).toBe("fills 2 empty fields");
    expect(screen.getAllByTestId("set-sample")).toHaveLength(2);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("set-approve")));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(shown()).toBe("three"));
    expect(argsOf("review_set_decide")[0]).toMatchObject({ decision: "approve", seen: "set-seen" });
    await waitFor(() =>
      expect(screen.getByTestId("review-outcome").textContent).toContain("2 changes: approved, 2 changes."),
    );
  });
});
