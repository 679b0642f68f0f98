import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DecideResult, ReviewItem, ReviewPage } from "@/api/generated/contracts";
import { argsOf, forever, type Host, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, importSummary, reviewField, reviewItem } from "@/testing/samples";

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
    renderApp("/review", queue([reviewItem("one", { candidates: [candidate] })]));
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
    expect(screen.getByTestId("review-candidate").textContent).toContain("Both have the phone number.");
    const fields = screen.getByTestId("review-fields");
    const rows = within(fields).getAllByRole("row").slice(1);
    expect(rows.map((row) => row.getAttribute("data-effect"))).toEqual(["fill", "keep"]);
    expect(screen.getByTestId("review-consequences").textContent).toBe(
      "fills 1 empty field and keeps 1 field that differs",
    );
    expect(screen.getByTestId("review-deciders").textContent).toContain(
      "An owner or a reviewer decides this.",
    );
    expect(screen.queryByTestId("review-field-family_name")).toBeNull();
    act(() => screen.getByTestId("review-same").click());
    expect(await screen.findByTestId("review-field-family_name")).toBeTruthy();
  });

  it("calls a list the same when only its writing differs", async () => {
    const phone = reviewField("phone", {
      now: [{ value: "+919461426059", received: "0091 94614 26059" }],
      proposed: [{ value: "+919461426059", received: "9461 426 059" }],
      effect: "add",
    });
    renderApp("/review", queue([reviewItem("one", { fields: [phone] })]));
    expect((await screen.findByTestId("review-consequences")).textContent).toBe("changes no field");
  });

  it("decides by a key, says what happened, and stands on the next", async () => {
    const { user } = renderApp("/review", queue([reviewItem("one"), reviewItem("two"), reviewItem("three")]));
    await screen.findByTestId("review-title");
    await user.keyboard("j");
    await waitFor(() => expect(shown()).toBe("two"));
    await user.keyboard("a");
    await waitFor(() => expect(shown()).toBe("three"));
    expect(screen.getByTestId("review-outcome").textContent).toBe("Client two: merged, 12 changes.");
    expect(argsOf("review_decide")).toEqual([
      { proposal_id: "two", decision: "approve", seen: "seen-two", notes: null, corrections: [] },
    ]);
    await user.keyboard("x");
    await waitFor(() => expect(shown()).toBe("one"));
    expect(argsOf("review_decide")[1]?.decision).toBe("reject");
    await user.keyboard("a");
    expect(await screen.findByText("Nothing waits for a decision")).toBeTruthy();
    expect(screen.getByTestId("review-outcome").textContent).toContain("Client one: merged");
  });

  it("leaves an item for later and goes on", async () => {
    const { user } = renderApp("/review", queue([reviewItem("one"), reviewItem("two")]));
    await screen.findByTestId("review-title");
    await user.keyboard("d");
    await waitFor(() => expect(shown()).toBe("two"));
    expect(screen.getByTestId("review-outcome").textContent).toBe("Client one: left for later.");
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
    await waitFor(() => expect(shown()).toBe("new"));
    expect(screen.getByTestId("review-approve").textContent).toContain("Create the contact");
    expect(screen.getByTestId("review-outcome").textContent).toContain("Next: whether the row becomes");
    await user.keyboard("a");
    await waitFor(() => expect(shown()).toBe("two"));
    expect(argsOf("review_decide").map(({ proposal_id: id }) => id)).toEqual(["one", "new"]);
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
    expect(screen.getByTestId("review-outcome").textContent).toContain("Ask a reviewer.");
    expect(shown()).toBe("one");
  });

  it("marks what is out of date and offers to propose it anew", async () => {
    renderApp("/review", queue([reviewItem("one", { stale: true })]));
    expect(await screen.findByTestId("review-stale")).toBeTruthy();
    expect(screen.getByTestId("review-approve").textContent).toContain("Propose it anew");
  });

  it("offers no verdict to a role that does not decide, and its keys do nothing", async () => {
    const { user } = renderApp("/review", {
      ...queue([reviewItem("one")]),
      app_status: () => appStatus({ role: "operator" }),
    });
    expect(await screen.findByTestId("review-not-mine")).toBeTruthy();
    expect(screen.queryByTestId("review-approve")).toBeNull();
    await user.keyboard("axd");
    expect(argsOf("review_decide")).toEqual([]);
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
