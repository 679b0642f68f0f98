import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { EditSince } from "@/api/generated/contracts";
import { argsOf, forever, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { client, explanation, fact } from "@/testing/samples";

const PHONE = { value: "+919830012345", received: "098300 12345", label: "mobile", is_primary: true };
const facts = [
  fact("phone", PHONE, { kind: "phone", index: 0, title: "Phone" }),
  fact("job_title", "Head of Treasury"),
  fact("custom.is_nri", "1", { title: "Is NRI" }),
];

describe("Client 360", () => {
  it("shows a skeleton while it loads", async () => {
    renderApp("/people/p-1", { client360: forever });
    expect(await screen.findByTestId("loading")).toBeTruthy();
  });

  it("says why a dossier can't be opened", async () => {
    renderApp("/people/p-1", { client360: () => refuse("There is no contact p-1.", "It was taken back.") });
    expect((await screen.findByTestId("error")).textContent).toContain("There is no contact p-1.");
  });

  it("groups what is known and leaves out groups without facts", async () => {
    renderApp("/people/p-1", { client360: () => client(facts) });
    expect((await screen.findByTestId("client-name")).textContent).toBe("Ananya Lahiri");
    expect(within(screen.getByTestId("group-custom")).getByText("Is NRI")).toBeTruthy();
    expect(screen.getByTestId("group-work")).toBeTruthy();
    expect(screen.queryByTestId("group-consent")).toBeNull();
  });

  it("shows deals with their worth, and says which panels are empty or missing", async () => {
    const view = client(facts, {
      active_opportunities: [
        {
          entity: { entity: "opportunity", id: "o-1" },
          title: "Meridian Crest",
          link: "contact_of",
          facts: [
            fact("amount", { amount: "90000000", currency: "INR", received: "9 Cr" }, { kind: "money" }),
          ],
        },
      ],
      panel_status: {
        media: { state: "unavailable", why: "No pictures are linked." },
        tasks: { state: "empty" },
      },
    });
    renderApp("/people/p-1", { client360: () => view });
    const panel = await screen.findByTestId("panel-active_opportunities");
    expect(within(panel).getByText("₹9 Cr")).toBeTruthy();
    expect(screen.getByTestId("panel-media").textContent).toContain("No pictures are linked.");
    expect(screen.getByTestId("panels-none").textContent).toContain("tasks");
  });

  it("opens the chain of a fact down to its cell, and Esc closes only the card", async () => {
    const { user, router } = renderApp("/people/p-1", {
      client360: () => client(facts),
      explain: ({ field }) => explanation(field, PHONE),
    });
    const group = await screen.findByTestId("group-contact");
    await user.click(within(group).getByTestId("fact-phone"));
    const card = await screen.findByTestId("provenance-card");
    expect((await within(card).findByTestId("provenance-cell")).textContent).toBe("098300 12345");
    expect(within(card).getByText("It stands in row 12 of leads.csv.")).toBeTruthy();
    expect(argsOf("explain")).toEqual([{ entity: "person", id: "p-1", field: "phone" }]);
    await user.keyboard("{Escape}");
    expect(router.state.location.pathname).toBe("/people/p-1");
  });

  it("tells what changed, from what to what, and from which file", async () => {
    renderApp("/people/p-1", {
      client360: () => client(facts),
      history: () => [
        {
          delta_id: "d-9",
          group: "g-9",
          op: "update",
          at: "2026-03-02T10:00:00Z",
          actor: { kind: "human", id: "huda" },
          cause: { kind: "decision", decision_id: null, proposal_id: null, batch_id: "b-1", row_number: 31 },
          file_name: "hubspot.csv",
          changes: [{ field: "lead_status", before: "New", after: "Connected" }],
          inverse_of: null,
        },
      ],
    });
    const entry = await screen.findByTestId("history-entry");
    expect(entry.textContent).toMatch(
      /Changed.*by decision, huda.*Lead status.*New.*Connected.*hubspot\.csv, row 31/,
    );
  });

  it("takes a merge apart with the edits since placed by keys, and remembers that they are not the same", async () => {
    const AT = "2026-03-02T10:00:00Z";
    const by = { kind: "human", id: "huda" } as const;
    const ref = (id: string) => ({ entity: "person" as const, id });
    const edit = (name: string, title: string, after: string): EditSince => ({
      edit: name,
      kind: "field",
      field: name,
      title,
      before: null,
      after,
      by,
      at: AT,
      proposed: "p-1",
      why: "It was edited on the record that stands.",
    });
    const { user } = renderApp("/people/p-1", {
      client360: () =>
        client(facts, {
          absorbed: [{ entity: ref("p-2"), title: "Anannya L.", at: AT, by, group: "g-1" }],
          not_the_same: [
            {
              entity: ref("p-3"),
              title: "Anita Lahiri",
              decision_id: "d",
              by: "huda",
              at: AT,
              notes: "Twins",
            },
          ],
        }),
      unmerge_view: () => ({
        group: "g-1",
        merged_at: AT,
        merged_by: by,
        decision_id: "d-1",
        survivor: ref("p-1"),
        survivor_title: "Ananya Lahiri",
        comes_back: [{ entity: ref("p-2"), title: "Anannya L.", fields: [], links: 2 }],
        edits: [edit("e-1", "Job title", "Chair"), edit("e-2", "City", "Pune")],
        kept: [],
        consequences: ["brings back Anannya L.", "moves 2 links"],
        seen: "s-1",
      }),
      unmerge: () => ({ undone: "g-1", group: "g-2", reversed: 4, kept: [] }),
    });
    expect((await screen.findByTestId("not-the-same")).textContent).toContain("Not the same as Anita Lahiri");
    await user.keyboard("u");
    expect((await screen.findByTestId("unmerge-consequences")).textContent).toBe(
      "brings back Anannya L., moves 2 links",
    );
    await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("unmerge-body")));
    await user.keyboard("{ArrowDown}2{Enter}");
    await waitFor(() => expect(screen.queryByTestId("unmerge-dialog")).toBeNull());
    expect(argsOf("unmerge")).toEqual([
      { id: "p-2", seen: "s-1", placements: [{ edit: "e-2", to: "p-2" }], not_the_same: true },
    ]);
  });
});
