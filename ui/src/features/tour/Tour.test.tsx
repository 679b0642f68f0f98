import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { renderApp } from "@/testing/renderApp";
import { appStatus, client, fact } from "@/testing/samples";
import { setProgress } from "./progress";
import { STEPS } from "./steps";

const real = appStatus();
const demo = () => appStatus({ ...(real.workspace && { workspace: { ...real.workspace, demo: true } }) });

beforeEach(() => setProgress(real.workspace?.path ?? "", { step: 0, on: false, done: false }));

describe("The tour of the demo", () => {
  it("goes from screen to screen by keys, is left, and goes on from there", async () => {
    const { user, router } = renderApp("/tasks", {
      app_status: demo,
      client360: () => client([fact("full_name", "Rina Sen")]),
    });
    await screen.findByTestId("tour-start");
    await user.keyboard("g.");
    expect((await screen.findByTestId("tour-step")).textContent).toBe(`1 of ${STEPS.length}`);
    await waitFor(() => expect(router.state.location.pathname).toBe("/today"));
    await user.keyboard("{Control>}{ArrowRight}{/Control}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/contacts"));
    await user.keyboard("{Control>}{ArrowDown}{/Control}");
    await waitFor(() => expect(screen.queryByTestId("tour")).toBeNull());
    expect((await screen.findByTestId("tour-start")).textContent).toContain("Go on with the tour");
    await user.keyboard("g.");
    expect((await screen.findByTestId("tour-step")).textContent).toBe(`2 of ${STEPS.length}`);
    for (let n = 2; n <= STEPS.length; n += 1) await user.keyboard("{Control>}{ArrowRight}{/Control}");
    await waitFor(() => expect(screen.queryByTestId("tour")).toBeNull());
    expect((await screen.findByTestId("tour-start")).textContent).toContain("again");
  });

  it("never shows in a workspace with real work", async () => {
    const { user } = renderApp("/today");
    await screen.findByTestId("nav-contacts");
    expect(screen.queryByTestId("tour-start")).toBeNull();
    await user.keyboard("g.");
    expect(screen.queryByTestId("tour")).toBeNull();
  });
});
