import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { client, fact } from "@/testing/samples";

const made = { entity: { entity: "person" as const, id: "p-1" }, group: "g-1", changes: 1 };
const title = fact("job_title", "Chair");
const explain = () => ({
  entity: { entity: "person" as const, id: "p-1" },
  title: "Rina Sen",
  field: "job_title",
  value: "Chair",
  chains: [],
});

describe("The card of a value", () => {
  it("confirms the value as it reads, and one key takes that back", async () => {
    const { user } = renderApp("/people/p-1", {
      client360: () => client([title]),
      explain,
      fact_confirm: () => made,
      undo: () => ({ undone: "g-1", group: "g-2", reversed: 1, kept: [] }),
    });
    await user.click((await screen.findAllByTestId("fact-job_title"))[0] as HTMLElement);
    await user.click(await screen.findByTestId("fact-confirm"));
    expect(argsOf("fact_confirm")).toEqual([
      { entity: "person", id: "p-1", field: "job_title", seen: "Chair" },
    ]);
    await within(screen.getByTestId("log-outcome")).findByText(/confirmed/);
    await user.keyboard("z");
    await within(screen.getByTestId("log-outcome")).findByText(/Taken back/);
  });

  it("corrects one value in place, keeps what was typed when it is refused, and says who confirmed last", async () => {
    const known = {
      ...title,
      source: {
        ...title.source,
        confirmed: {
          by: { kind: "human" as const, id: "omar" },
          at: "2026-11-20T10:00:00Z",
          delta_id: "d-9",
        },
      },
    };
    const { user } = renderApp("/people/p-1", {
      client360: () => client([known]),
      explain,
      fact_correct: () => refuse("Position reads otherwise by now.", "Look at it again."),
    });
    await user.click((await screen.findAllByTestId("fact-job_title"))[0] as HTMLElement);
    expect((await screen.findByTestId("last-confirmed")).textContent).toContain("Last confirmed by omar");
    await user.click(await screen.findByTestId("fact-correct"));
    const input = screen.getByTestId<HTMLInputElement>("correct-text");
    expect(input.value).toBe("Chair");
    await user.clear(input);
    await user.type(input, "Director{Enter}");
    expect((await screen.findByTestId("say-error")).textContent).toContain("reads otherwise by now");
    expect(screen.getByTestId<HTMLInputElement>("correct-text").value).toBe("Director");
    expect(argsOf("fact_correct")).toEqual([
      { entity: "person", id: "p-1", field: "job_title", seen: "Chair", text: "Director" },
    ]);
  });
});
