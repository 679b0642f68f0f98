import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus } from "@/testing/samples";

const closed = () => appStatus({ workspace: null, counts: null });

describe("Welcome", () => {
  it("offers three ways in, and the ones opened before", async () => {
    renderApp("/", {
      app_status: () => ({
        ...closed(),
        recent: [{ path: "/w/old", name: "Old desk", demo: false, exists: false }],
      }),
    });
    for (const id of ["welcome-demo", "welcome-create", "welcome-open"]) {
      expect(await screen.findByTestId(id)).toBeTruthy();
    }
    expect(screen.getByTestId("welcome-recent").hasAttribute("disabled")).toBe(true);
  });

  it("says why the last workspace could not be opened", async () => {
    renderApp("/", {
      app_status: () => ({
        ...closed(),
        problem: { code: "refused", message: "It was made by a newer version.", hint: "Update Velocity." },
      }),
    });
    expect((await screen.findByTestId("welcome-problem")).textContent).toContain("Update Velocity.");
  });

  it("opens the demo and marks it as one everywhere", async () => {
    let made = false;
    const demo = () => appStatus({ workspace: { path: "/w/demo", name: "Demo", demo: true, exists: true } });
    const { user } = renderApp("/", {
      app_status: () => (made ? demo() : closed()),
      workspace_create: () => {
        made = true;
        return demo();
      },
    });
    await user.click(await screen.findByTestId("welcome-demo"));
    expect(await screen.findByTestId("demo-mark")).toBeTruthy();
    expect(argsOf("workspace_create")).toEqual([{ name: "Demo", path: null, demo: true }]);
  });

  it("creates a named workspace, and keeps the dialog open when that fails", async () => {
    const { user } = renderApp("/", {
      app_status: closed,
      workspace_create: () => refuse("The folder is not empty.", "Choose another folder."),
    });
    await user.click(await screen.findByTestId("welcome-create"));
    await user.type(await screen.findByTestId("create-name"), "Kolkata desk");
    await user.click(screen.getByTestId("create-submit"));
    await waitFor(() =>
      expect(argsOf("workspace_create")).toEqual([{ name: "Kolkata desk", path: null, demo: false }]),
    );
    expect((await screen.findByRole("alert")).textContent).toContain("The folder is not empty.");
  });
});
