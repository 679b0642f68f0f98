import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "@/api/generated/contracts";
import { argsOf } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { client, fact, reviewItem } from "@/testing/samples";

const AT = "2026-11-20T09:00:00.000Z";

const entry = (delta_id: string, before: unknown, after: unknown): HistoryEntry => ({
  delta_id,
  group: delta_id,
  op: before === null ? "create" : "update",
  at: AT,
  actor: { kind: "human", id: "asha" },
  cause: { kind: "edit", decision_id: null, proposal_id: null, batch_id: null, row_number: null },
  file_name: null,
  changes: [{ field: "job_title", before, after, sources: [], confidence: null }],
  inverse_of: null,
});

describe("What a dossier asks for", () => {
  it("brings a value of the past back as the change before it left it, and only where another stands", async () => {
    const { user, router } = renderApp("/people/p-1", {
      client360: () => client([fact("full_name", "Ananya Lahiri")]),
      history: () => [
        entry("d-3", "Partner", "Chair"),
        entry("d-2", "Chair", "Partner"),
        entry("d-1", null, "Chair"),
      ],
      restore_ask: () => reviewItem("pr-1", { kind: "restore" }),
    });
    const buttons = await screen.findAllByTestId("restore-value");
    expect(buttons).toHaveLength(1);
    await user.click(buttons[0] as HTMLElement);
    await waitFor(() => expect(router.state.location.pathname).toBe("/review"));
    expect(argsOf("restore_ask")).toEqual([
      { entity: "person", id: "p-1", delta_id: "d-2", fields: ["job_title"] },
    ]);
    expect(router.state.location.search).toMatchObject({ sel: "pr-1" });
  });

  it("says that a request waits where somebody else decides it", async () => {
    const { user, router } = renderApp("/people/p-1", {
      client360: () => client([fact("full_name", "Ananya Lahiri")]),
      search: () => ({
        hits: [
          { entity: "person", id: "p-1", title: "Ananya Lahiri", subtitle: "", score: 1, why: [] },
          { entity: "account", id: "a-1", title: "Lahiri Sons", subtitle: "", score: 1, why: [] },
          { entity: "person", id: "p-2", title: "Anannya Lahiri", subtitle: "", score: 1, why: [] },
        ],
        took_ms: 1,
      }),
      merge_ask: () => reviewItem("pr-1", { not_mine: "An operator may not merge records." }),
    });
    await screen.findByTestId("client-name");
    await user.keyboard("m");
    const hit = await screen.findByTestId("same-as-hit");
    expect(hit.textContent).toContain("Anannya Lahiri");
    await user.keyboard("{Enter}");
    expect((await screen.findByTestId("asked")).textContent).toContain("Left to a reviewer");
    expect(argsOf("merge_ask")).toEqual([{ entity: "person", ids: ["p-1", "p-2"] }]);
    expect(router.state.location.pathname).toBe("/people/p-1");
  });
});
