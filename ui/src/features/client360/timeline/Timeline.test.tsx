import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { client } from "@/testing/samples";
import { entry } from "@/testing/today";

const counts = [
  { kind: "call" as const, count: 2 },
  { kind: "stage" as const, count: 1 },
];

describe("The timeline", () => {
  it("stands under its days, with how, by whom and what was said, and opens what it names", async () => {
    renderApp("/people/p-1", {
      client360: () => client([]),
      timeline: () => ({
        entries: [
          entry("i-2", {
            title: "Viewing on Friday",
            body: "She brings her sister.",
            by: "Asha",
            detail: "Reached",
          }),
          entry("i-1", { day: "2026-11-02", at: "2026-11-02T10:00:00" }),
          entry("m-1", {
            kind: "stage",
            day: "2026-11-02",
            title: "Villa 12: Site visit",
            opens: { what: "nothing" },
          }),
        ],
        next_cursor: null,
        counts,
      }),
    });
    const days = await screen.findAllByTestId("timeline-day");
    expect(days.map((day) => day.getAttribute("data-day"))).toEqual(["2026-11-20", "2026-11-02"]);
    const [first] = screen.getAllByTestId("timeline-entry");
    if (!first) throw new Error("no entry");
    expect(within(first).getByLabelText("Call")).toBeTruthy();
    for (const words of ["Viewing on Friday", "She brings her sister.", "Asha", "Reached"])
      expect(first.textContent).toContain(words);
    expect(within(first).getByRole("link").getAttribute("href")).toContain("/records/interaction/i-2");
    expect(screen.getByTestId("timeline-total").textContent).toBe("3");
  });

  it("is narrowed to kinds and words, and goes on where a window ends", async () => {
    const { user } = renderApp("/people/p-1", {
      client360: () => client([]),
      timeline: ({ cursor, text }) => ({
        entries: text ? [] : [entry(cursor ? "i-1" : "i-2")],
        next_cursor: cursor || text ? null : "7.abc",
        counts,
      }),
    });
    await user.click(await screen.findByTestId("timeline-more"));
    await waitFor(() => expect(screen.getAllByTestId("timeline-entry")).toHaveLength(2));
    expect(argsOf("timeline").at(-1)?.cursor).toBe("7.abc");
    await user.click(screen.getByTestId("timeline-kind-call"));
    await waitFor(() => expect(argsOf("timeline").at(-1)?.kinds).toEqual(["call"]));
    await user.type(screen.getByTestId("timeline-text"), "pool");
    await screen.findByTestId("timeline-none");
    await user.click(screen.getByText("Show everything"));
    await waitFor(() => expect(screen.getAllByTestId("timeline-entry").length).toBeGreaterThan(0));
  });

  it("fails apart: the rest of the dossier stands", async () => {
    renderApp("/people/p-1", {
      client360: () => client([]),
      timeline: () => refuse("The log can't be read.", "Try again."),
      client_risks: () => refuse("The rules can't be read.", "Try again."),
    });
    expect((await screen.findByTestId("timeline-error")).textContent).toContain("The log can't be read.");
    expect(screen.getByTestId("client-name")).toBeTruthy();
    expect(await screen.findByTestId("risks-error")).toBeTruthy();
  });

  it("shows risks with their reason and what others changed since the last look", async () => {
    renderApp("/people/p-1", {
      client360: () => client([]),
      client_risks: () => ({
        client: { entity: "person", id: "p-1" },
        flags: [
          {
            rule: "silence",
            weight: "high",
            words: "No contact for 34 days",
            reason: "Last call on 18 Oct 2026 by Asha.",
            about: null,
          },
        ],
      }),
      look: () => ({ since: 4, looked_at: "2026-11-19T10:00:00Z", upto: 9 }),
      client_news: () => ({
        total: 1,
        promises: [],
        lines: [
          {
            delta_id: "d-1",
            entity: { entity: "person", id: "p-1" },
            title: "Rina Sen",
            op: "update",
            changes: [{ field: "job_title", before: "Chair", after: "Director" }],
            actor: { kind: "human", id: "omar" },
            cause: "edit",
            file_name: null,
            row_number: null,
            group: "g-1",
            at: "2026-11-20T10:00:00Z",
          },
        ],
      }),
    });
    expect((await screen.findByTestId("risk-silence")).textContent).toBe("No contact for 34 days");
    expect(screen.getByTestId("risks").textContent).toContain("Last call on 18 Oct 2026 by Asha.");
    expect((await screen.findByTestId("news-line")).textContent).toContain(
      "omar changed Job title to Director",
    );
    expect(argsOf("look")).toEqual([{ id: "p-1" }]);
    expect(argsOf("client_news")).toEqual([{ id: "p-1", since: 4 }]);
  });
});
