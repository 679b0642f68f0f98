import { act, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, forever, host, refuse } from "@/testing/host";
import { page, queue, shown } from "@/testing/queue";
import { renderApp } from "@/testing/renderApp";
import { reviewItem } from "@/testing/samples";

describe("Review", () => {
  it("looks for people who are there twice, and says what it proposed", async () => {
    renderApp("/review", {
      ...queue([]),
      identity_scan: () => ({
        mission_id: "m-1",
        groups: 3,
        pairs: 3,
        related: 1,
        accounts: 2,
        people: 812,
        weighed: 40,
        seconds: 0.2,
      }),
    });
    const button = await screen.findByTestId("scan");
    act(() => button.click());
    await waitFor(() =>
      expect(screen.getByTestId("scan-outcome").textContent).toBe(
        "3 merges, 2 company merges and 1 link proposed",
      ),
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
