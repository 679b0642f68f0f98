import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ImportSummary } from "@/api/generated/contracts";
import { argsOf, forever, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { importDetail, importSummary } from "@/testing/samples";

describe("Imports", () => {
  it("shows a skeleton while it loads", async () => {
    renderApp("/imports", { import_list: forever });
    expect(await screen.findByTestId("loading")).toBeTruthy();
  });

  it("offers the way in when there is no import", async () => {
    renderApp("/imports");
    expect(await screen.findByText("Drop an export anywhere in this window")).toBeTruthy();
    expect(screen.queryByTestId("imports-row")).toBeNull();
  });

  it("says when the list can't be read", async () => {
    renderApp("/imports", { import_list: () => refuse("The list could not be read.") });
    expect((await screen.findByTestId("error")).textContent).toContain("The list could not be read.");
  });

  it("lists files with their state and what their rows do", async () => {
    renderApp("/imports", { import_list: () => [importSummary()] });
    const row = await screen.findByTestId("imports-row");
    expect(row.textContent).toContain("Waiting for approval");
    expect(row.textContent).toContain("2 create");
    expect(row.textContent).toContain("1 held");
  });

  it("reads the chosen file with real progress, then opens its review", async () => {
    let finish: (summary: ImportSummary) => void = () => undefined;
    host.chosenFile = "/exports/leads.csv";
    const { user, router } = renderApp("/imports", {
      import_start: () =>
        new Promise<ImportSummary>((resolve) => {
          finish = resolve;
        }),
      import_show: () => importDetail(),
    });
    await user.click(await screen.findByTestId("import-choose"));
    expect((await screen.findByTestId("import-progress")).textContent).toContain("leads.csv");
    act(() => {
      for (const hear of host.progress)
        hear({ stage: "staging", file_name: "leads.csv", done: 40, total: 100, mission_id: null });
    });
    expect(await screen.findByText("Reading the file")).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("40");
    await user.click(screen.getByTestId("import-cancel"));
    expect(argsOf("cancel")).toHaveLength(1);
    finish(importSummary());
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports/i-1"));
    expect(argsOf("import_start")).toEqual([{ path: "/exports/leads.csv" }]);
  });

  it("names the file that could not be read, and the way out", async () => {
    host.chosenFile = "/exports/photo.jpg";
    const { user } = renderApp("/imports", {
      import_start: () => refuse("photo.jpg is a picture.", "Bring in a CSV file.", "bad_input"),
    });
    await user.click(await screen.findByTestId("import-choose"));
    const error = await screen.findByTestId("import-error");
    expect(error.textContent).toContain("photo.jpg was not imported");
    expect(error.textContent).toContain("Bring in a CSV file.");
    await user.click(screen.getByRole("button", { name: "Dismiss" }));
    expect(screen.queryByTestId("import-error")).toBeNull();
  });
});
