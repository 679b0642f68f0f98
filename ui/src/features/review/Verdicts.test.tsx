import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DecisionRow } from "@/api/generated/contracts";
import { argsOf, refuse } from "@/testing/host";
import { page, queue, result, shown } from "@/testing/queue";
import { renderApp } from "@/testing/renderApp";
import { importSummary, reviewItem } from "@/testing/samples";

describe("Verdicts", () => {
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
});
