import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ImportSummary } from "@/api/generated/contracts";
import { argsOf, forever, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { filePreview, importDetail, importSummary, mission } from "@/testing/samples";

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
        hear({
          stage: "reading",
          file_name: "leads.csv",
          done: 40 * 1024 ** 2,
          total: 100 * 1024 ** 2,
          rate: 5 * 1024 ** 2,
          seconds_left: 12,
          mission_id: null,
        });
    });
    expect(await screen.findByText("Reading the file")).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe(String(40 * 1024 ** 2));
    // The first look counts bytes, and says so.
    const said = screen.getByTestId("import-progress").textContent;
    expect(said).toContain("40 MB of 100 MB · 5 MB/s · about 10 s left");
    await user.click(screen.getByTestId("import-cancel"));
    expect(argsOf("cancel")).toHaveLength(1);
    finish(importSummary());
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports/i-1"));
    expect(argsOf("import_start")).toEqual([{ path: "/exports/leads.csv" }]);
  });

  it("shows a first look while the file is read, and nothing of it afterwards", async () => {
    let finish: (summary: ImportSummary) => void = () => undefined;
    host.chosenFile = "/exports/leads.csv";
    const { user, router } = renderApp("/imports", {
      import_start: () =>
        new Promise<ImportSummary>((resolve) => {
          finish = resolve;
        }),
      import_preview: () => filePreview(),
      import_show: () => importDetail(),
    });
    await user.click(await screen.findByTestId("import-choose"));
    const look = await screen.findByTestId("first-look");
    expect(look.textContent).toContain("UTF-8, comma , · 1 of 2 columns understood so far");
    expect(look.textContent).toContain("contact, e-mail");
    expect(look.textContent).toContain("meera@example.com");
    finish(importSummary());
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports/i-1"));
    expect(screen.queryByTestId("first-look")).toBeNull();
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

  const cutOff = mission("m-1", { state: "interrupted", done: 1500, output: null });

  it("says where the reading of a file was cut off, and goes on with it", async () => {
    let finish: () => void = () => undefined;
    const { user } = renderApp("/imports", {
      import_list: () => [importSummary({ state: "staging" })],
      mission_list: () => [cutOff],
      mission_resume: () =>
        new Promise((resolve) => {
          finish = () => resolve({ mission: cutOff, log: [] });
        }),
    });
    const card = await screen.findByTestId("cut-off");
    expect(card.textContent).toContain("Reading of leads.csv was cut off at row 1,500 of 6,000");
    expect(screen.getByTestId("import-state").textContent).toBe("Cut off");
    await user.click(screen.getByTestId("cut-off-resume"));
    expect(argsOf("mission_resume")).toEqual([{ mission_id: "m-1" }]);
    expect((await screen.findByTestId("cut-off")).textContent).toContain("Resuming…");
    finish();
  });

  it("shows a file that somebody else reads with its progress", async () => {
    renderApp("/imports", {
      import_list: () => [importSummary({ state: "staging" })],
      mission_list: () => [{ ...cutOff, state: "running" }],
    });
    expect((await screen.findByRole("progressbar")).getAttribute("aria-valuenow")).toBe("1500");
    expect(screen.getByTestId("import-state").textContent).toBe("Being read");
    expect(screen.queryByTestId("cut-off")).toBeNull();
  });

  it("puts a file aside that was cut off", async () => {
    const { user } = renderApp("/imports", {
      import_list: () => [importSummary({ state: "staging" })],
      mission_list: () => [cutOff],
      import_undo: () => ({
        reversed: 0,
        kept: [],
        errors: [],
        summary: importSummary({ state: "undone" }),
      }),
    });
    await user.click(await screen.findByTestId("cut-off-aside"));
    expect((await screen.findByTestId("undo-dialog")).textContent).toContain("Put leads.csv aside?");
    await user.click(screen.getByTestId("undo-confirm"));
    expect(argsOf("import_undo")).toEqual([{ import_id: "i-1" }]);
  });
});
