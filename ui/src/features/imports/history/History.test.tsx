import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { argsOf } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { column, importDetail, importSummary } from "@/testing/samples";

const summary = importSummary({ state: "committed" });

it("replays an import and says whether it gives the same", async () => {
  const { user } = renderApp("/imports", {
    import_list: () => [summary],
    import_replay: () => ({
      ...summary,
      manifest_version: 2,
      identical: false,
      differing: 1,
      differences: [{ row_number: 2, what: "fate", before: "create", now: "hold" }],
    }),
  });
  await user.click(await screen.findByTestId("import-menu"));
  await user.click(await screen.findByTestId("import-menu-replay"));
  expect((await screen.findByTestId("replay-verdict")).textContent).toBe("1 row of 3 differs");
  expect(screen.getByTestId("replay-differences").textContent).toContain("hold");
  expect(argsOf("import_replay")).toEqual([{ import_id: "i-1" }]);
});

it("lists the versions of a mapping, the newest first", async () => {
  const first = importDetail({}, [column(0, { header: "Kind", status: "unresolved", field: null })]).manifest;
  const second = {
    ...importDetail({}, [column(0, { header: "Kind" })]).manifest,
    version: 2,
    manifest_id: "m-2",
  };
  const { user } = renderApp("/imports", {
    import_list: () => [summary],
    import_manifests: () => [first, second],
  });
  await user.click(await screen.findByTestId("import-menu"));
  await user.click(await screen.findByTestId("import-menu-versions"));
  const text = (await screen.findByTestId("versions")).textContent ?? "";
  expect(text.indexOf("Version 2")).toBeLessThan(text.indexOf("Version 1"));
  expect(text).toContain("Kind: unresolved → contact, notes");
});

it("saves a profile from the list, where a button of a dialog opens no import behind it", async () => {
  const { user, router } = renderApp("/imports", {
    import_list: () => [summary],
    profile_list: () => [],
    profile_save: ({ title }) => ({
      id: "own.leads",
      title,
      source_system: "leads",
      row_entity: "person",
      columns: 4,
      origin: "saved",
      import_id: "i-1",
      saved_at: "2026-03-02T10:00:00Z",
      saved_by: { kind: "human", id: "ritam" },
      used: 0,
    }),
  });
  await screen.findByTestId("imports-row");
  // The menu of the row under the cursor is a key away.
  await user.keyboard("j.");
  await user.click(await screen.findByTestId("import-menu-profile"));
  await user.click(await screen.findByTestId("profile-title"));
  await user.keyboard("{Enter}");
  expect((await screen.findByTestId("profile-saved")).textContent).toContain("leads knows 4 columns now");
  await user.click(screen.getByRole("button", { name: "Done" }));
  await waitFor(() => expect(screen.queryByTestId("save-profile-dialog")).toBeNull());
  expect(router.state.location.pathname).toBe("/imports");
  expect(argsOf("profile_save")).toHaveLength(1);
});
