import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DecideResult, DecisionRow, ReviewItem, ReviewPage } from "@/api/generated/contracts";
import { argsOf, forever, type Host, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import {
  appStatus,
  explanation,
  importSummary,
  reviewField,
  reviewItem,
  reviewSide,
} from "@/testing/samples";

const page = (items: ReviewItem[]): ReviewPage => ({
  items,
  next_after: null,
  next_cursor: null,
  next_ids: [],
  counts: [{ kind: "merge", count: items.length }],
  total: items.length,
  filters: null,
});

const result = (more: Partial<DecideResult> = {}): DecideResult => ({
  decision_id: "d-1",
  state: "applied",
  group: "g-1",
  changes: 12,
  entities: [],
  follow_up: [],
  requested: false,
  set_aside: [],
  link: null,
  next: [],
  ...more,
});

/** A queue that forgets what was decided. */
function queue(items: ReviewItem[], decide: (id: string) => DecideResult = () => result()): Host["answers"] {
  let open = items;
  return {
    review_list: () => page(open),
    entity_get: () => refuse("gone", "", "not_found"),
    review_decide: ({ proposal_id: id, decision }) => {
      const answer = decide(id);
      if (decision !== "defer") open = open.filter((item) => item.proposal_id !== id);
      return answer;
    },
  };
}

const shown = () => screen.getByTestId("review-item").getAttribute("data-id");

const MICRO = 1_000_000;

describe("Review", () => {
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

  it("looks for people who are there twice, and says what it proposed", async () => {
    renderApp("/review", {
      ...queue([]),
      identity_scan: () => ({
        mission_id: "m-1",
        groups: 3,
        pairs: 3,
        related: 1,
        people: 812,
        weighed: 40,
        seconds: 0.2,
      }),
    });
    const button = await screen.findByTestId("scan");
    act(() => button.click());
    await waitFor(() =>
      expect(screen.getByTestId("scan-outcome").textContent).toBe("3 merges and 1 link proposed"),
    );
  });

  it("shows a skeleton while it loads", async () => {
    renderApp("/review", { review_list: forever });
    expect(await screen.findByLabelText("Loading the queue")).toBeTruthy();
  });

  it("says what comes here when nothing waits", async () => {
    renderApp("/review");
    expect(await screen.findByText("Nothing waits for a decision")).toBeTruthy();
  });

  it("says when the queue can't be read, and by which rule", async () => {
    renderApp("/review", {
      review_list: () =>
        refuse("A presenter may not read proposals.", "Ask an owner.", "refused", {
          policy: "role.presenter/read_workflow",
        }),
    });
    const error = await screen.findByTestId("error");
    expect(error.textContent).toContain("A presenter may not read proposals.");
    expect(within(error).getByTestId("policy-rule").textContent).toBe("Rule role.presenter/read_workflow");
  });

  it("stands on the oldest item: why, who it may be, what differs first, who decides", async () => {
    renderApp("/review", queue([reviewItem("one"), reviewItem("two")]));
    expect((await screen.findByTestId("review-title")).textContent).toBe("Client one");
    expect(screen.getByTestId("review-reason").textContent).toContain("Probably someone known");
    expect(screen.getByTestId("review-candidate").textContent).toContain("90 % likely");
    expect(screen.getByTestId("review-candidate").textContent).toContain("For: =Phone");
    const fields = screen.getByTestId("review-fields");
    const rows = within(fields).getAllByRole("row").slice(1);
    expect(rows.map((row) => row.getAttribute("data-effect"))).toEqual(["fill", "keep"]);
    expect(screen.getByTestId("review-consequences").textContent).toBe(
      "fills 1 empty field·keeps 1 field that differs",
    );
    expect(screen.getByTestId("review-deciders").textContent).toContain(
      "An owner or a reviewer decides this.",
    );
    expect(screen.queryByTestId("review-field-family_name")).toBeNull();
    act(() => screen.getByTestId("review-same").click());
    expect(await screen.findByTestId("review-field-family_name")).toBeTruthy();
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

  it("decides by a key, says what happened, and stands on the next", async () => {
    const { user } = renderApp("/review", queue([reviewItem("one"), reviewItem("two"), reviewItem("three")]));
    await screen.findByTestId("review-title");
    await user.keyboard("j");
    await waitFor(() => expect(shown()).toBe("two"));
    await user.keyboard("a");
    await waitFor(() => expect(shown()).toBe("three"));
    expect(screen.getByTestId("review-outcome").textContent).toContain("Client two: merged, 12 changes.");
    expect(argsOf("review_decide")).toMatchObject([
      { proposal_id: "two", decision: "approve", seen: "seen-two", notes: null, corrections: [] },
    ]);
    expect(screen.getByTestId("queue-total").textContent).toBe("1 decided, 2 left");
    await user.keyboard("x");
    await waitFor(() => expect(shown()).toBe("one"));
    expect(argsOf("review_decide")[1]?.decision).toBe("reject");
    await user.keyboard("a");
    expect(await screen.findByText("Nothing waits for a decision")).toBeTruthy();
    expect(screen.getByTestId("review-outcome").textContent).toContain("Client one: merged");
  });

  it("is on the next item before the host has answered, and sends one verdict after the other", async () => {
    const answers: (() => void)[] = [];
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one"), reviewItem("two"), reviewItem("three")]),
      review_decide: () => new Promise((done) => answers.push(() => done(result()))),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("a");
    expect(shown()).toBe("two");
    await user.keyboard("a");
    expect(shown()).toBe("three");
    expect(screen.getByTestId("queue-total").textContent).toBe("2 decided, 1 left");
    await waitFor(() => expect(answers).toHaveLength(1));
    answers[0]?.();
    await waitFor(() => expect(answers).toHaveLength(2));
    expect(argsOf("review_decide").map(({ proposal_id: id }) => id)).toEqual(["one", "two"]);
  });

  it("brings back what was refused, with the reason, and stays where the person is", async () => {
    const items = [reviewItem("one"), reviewItem("two"), reviewItem("three")];
    const { user } = renderApp("/review", {
      ...queue(items),
      review_decide: () => refuse("What you saw is not what stands now.", "Look again.", "refused"),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("a");
    await waitFor(() =>
      expect(screen.getByTestId("review-outcome").textContent).toContain("Client one: What"),
    );
    expect(shown()).toBe("two");
    expect(screen.getAllByTestId("queue-row")[0]?.textContent).toContain("Came back");
    await user.keyboard("k");
    expect((await screen.findByTestId("review-returned")).textContent).toContain("Look again.");
  });

  it("takes the last verdicts back one by one, through the host", async () => {
    let open = [reviewItem("one"), reviewItem("two"), reviewItem("three")];
    const all = open;
    const { user } = renderApp("/review", {
      ...queue([]),
      review_list: () => page(open),
      review_decide: ({ proposal_id: id }) => {
        open = open.filter((item) => item.proposal_id !== id);
        return result({ decision_id: `d-${id}` });
      },
      review_undo: ({ decision_id: id }) => {
        open = all.filter((item) => open.includes(item) || `d-${item.proposal_id}` === id);
        return { decision_id: id, group: "g-2", reversed: 12, kept: [], asked_anew: [id.slice(2)] };
      },
    });
    await screen.findByTestId("review-title");
    await user.keyboard("aa");
    expect(shown()).toBe("three");
    await user.keyboard("z");
    await waitFor(() => expect(shown()).toBe("two"));
    expect(screen.getByTestId("review-outcome").textContent).toBe("Client two: taken back, 12 changes.");
    await user.keyboard("z");
    await waitFor(() => expect(shown()).toBe("one"));
    expect(argsOf("review_undo").map(({ decision_id: id }) => id)).toEqual(["d-two", "d-one"]);
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

  it("leaves an item for later and goes on", async () => {
    const { user } = renderApp("/review", queue([reviewItem("one"), reviewItem("two")]));
    await screen.findByTestId("review-title");
    await user.keyboard("d");
    await waitFor(() => expect(shown()).toBe("two"));
    expect(screen.getByTestId("review-outcome").textContent).toContain("Client one: left for later.");
    expect(screen.getAllByTestId("queue-row")[0]?.textContent).toContain("Later");
  });

  it("takes a note along", async () => {
    const { user } = renderApp("/review", queue([reviewItem("one"), reviewItem("two")]));
    await screen.findByTestId("review-title");
    await user.keyboard("nTwins, ask Ritam{Enter}x");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(1));
    expect(argsOf("review_decide")[0]?.notes).toBe("Twins, ask Ritam");
    await waitFor(() => expect(screen.getByTestId("review-note")).toHaveProperty("value", ""));
  });

  it("asks next what becomes of a row that is somebody else, when no approval would", async () => {
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one"), reviewItem("two")], () => result({ changes: 0, follow_up: ["new"] })),
      import_list: () => [importSummary({ state: "committed" })],
      review_show: () => reviewItem("new", { kind: "create", title: "Client one", candidates: [] }),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("x");
    expect(shown()).toBe("two");
    await waitFor(() =>
      expect(screen.getByTestId("review-outcome").textContent).toContain("Next: whether the row becomes"),
    );
    await user.keyboard("a");
    expect(shown()).toBe("new");
    expect(screen.getByTestId("review-approve").textContent).toContain("Create the contact");
    await user.keyboard("a");
    await waitFor(() => expect(argsOf("review_decide")).toHaveLength(3));
    expect(argsOf("review_decide").map(({ proposal_id: id }) => id)).toEqual(["one", "two", "new"]);
  });

  it("shows a refusal with its way on and its rule, and keeps the item", async () => {
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one")]),
      review_decide: () =>
        refuse("A merge is decided by another.", "Ask a reviewer.", "refused", {
          policy: "requirements.merge.person",
          who: ["reviewer"],
        }),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("a");
    const outcome = await screen.findByTestId("policy-rule");
    expect(outcome.textContent).toBe("Rule requirements.merge.person");
    expect(screen.getByTestId("review-returned").textContent).toContain("Ask a reviewer.");
    expect(shown()).toBe("one");
  });

  it("marks what is out of date and offers to propose it anew", async () => {
    renderApp("/review", queue([reviewItem("one", { stale: true })]));
    expect(await screen.findByTestId("review-stale")).toBeTruthy();
    expect(screen.getByTestId("review-approve").textContent).toContain("Propose it anew");
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

  it("narrows the queue by chips that the keyboard reaches, and shows all again", async () => {
    const count = (value: string, n: number) => ({ value, title: value, count: n });
    const filters = {
      kinds: [count("merge", 2), count("update", 1)],
      sources: [],
      imports: [],
      risks: [],
      ages: [],
      subjects: [],
      requested: 0,
    };
    const { user } = renderApp("/review", {
      ...queue([]),
      review_list: ({ kind }) => ({ ...page(kind === "update" ? [] : [reviewItem("one")]), filters }),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("F");
    expect(document.activeElement).toBe(screen.getByTestId("queue-filter-kind"));
    await user.keyboard("{Enter}");
    const option = await screen.findByTestId("queue-filter-kind-update");
    expect(option.textContent).toContain("Changes1");
    await user.click(option);
    expect(await screen.findByText("Nothing of this kind waits")).toBeTruthy();
    expect(argsOf("review_list").at(-1)?.kind).toBe("update");
    await user.keyboard("C");
    await waitFor(() => expect(shown()).toBe("one"));
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

  it("lists the person's own decisions and takes one back", async () => {
    const row: DecisionRow = {
      decision_id: "d-1",
      at: "2026-03-02T10:00:00Z",
      by: "ritam",
      verdict: "reject",
      asks: null,
      notes: "Twins",
      proposal_id: "one",
      kind: "merge",
      entity: null,
      title: "Rina Sen",
      count: 1,
      seen_hash: "ab",
      corrections: [],
      took_ms: 3_400,
      stands: 2,
      taken_back: false,
    };
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one")]),
      review_decisions: () => ({ rows: [row], next_cursor: null }),
      review_undo: () => ({ decision_id: "d-1", group: "g", reversed: 2, kept: [], asked_anew: [] }),
    });
    await screen.findByTestId("review-title");
    await user.keyboard("h");
    const shownRow = await screen.findByTestId("decision-row");
    for (const text of ["Not the same", "Rina Sen", "Twins", "3.4 s"]) {
      expect(shownRow.textContent).toContain(text);
    }
    await user.keyboard("jz");
    await waitFor(() => expect(argsOf("review_undo")).toEqual([{ decision_id: "d-1" }]));
    await user.keyboard("h");
    expect(await screen.findByTestId("review-title")).toBeTruthy();
  });

  it("follows what others decide", async () => {
    let items = [reviewItem("one"), reviewItem("two")];
    renderApp("/review", { ...queue([]), review_list: () => page(items) });
    await screen.findByTestId("review-title");
    items = items.slice(1);
    act(() => {
      for (const hear of host.changed) hear({ what: ["review"], entities: [] });
    });
    await waitFor(() => expect(shown()).toBe("two"));
  });
});
