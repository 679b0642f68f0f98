import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ProfileInfo } from "@/api/generated/contracts";
import { argsOf, host, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";

const profile = (id: string, more: Partial<ProfileInfo> = {}): ProfileInfo => ({
  id,
  title: id.toUpperCase(),
  source_system: id,
  row_entity: "person",
  columns: 12,
  origin: "shipped",
  import_id: null,
  saved_at: null,
  saved_by: null,
  used: 0,
  ...more,
});
const shipped = profile("kvcore");
const own = profile("ours", {
  origin: "saved",
  used: 2,
  saved_at: "2026-03-02T10:00:00Z",
  saved_by: { kind: "human", id: "ritam" },
});
const answers = {
  profile_list: () => [shipped, own],
  profile_show: ({ id }: { id: string }) => ({ info: id === "ours" ? own : shipped, text: `{"id":"${id}"}` }),
};

describe("Source profiles", () => {
  it("lists a person's own first, and edits one by keyboard with what the host says of it", async () => {
    const { user } = renderApp("/profiles", {
      ...answers,
      profile_write: () => refuse("Line 1: “id” is twice.", "Take one of them out.", "bad_input"),
    });
    const rows = await screen.findAllByTestId("profile-row");
    expect(rows[0]?.textContent).toContain("OURS");
    await screen.findByTestId("profile-edit");
    await user.keyboard("e");
    const text = screen.getByTestId<HTMLTextAreaElement>("profile-text");
    await waitFor(() => expect(document.activeElement).toBe(text));
    await user.type(text, " ");
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect((await screen.findByTestId("profile-refused")).textContent).toContain("Take one of them out.");
    expect(argsOf("profile_write")).toEqual([{ text: '{"id":"ours"} ' }]);
  });

  it("changes none that came along, and hands any on", async () => {
    host.chosenTarget = "/home/kvcore.json";
    const { user } = renderApp("/profiles?sel=kvcore", { ...answers, profile_export: () => null });
    await user.click(await screen.findByTestId("profile-export"));
    await waitFor(() =>
      expect(argsOf("profile_export")).toEqual([{ id: "kvcore", path: "/home/kvcore.json" }]),
    );
    expect(screen.queryByTestId("profile-edit")).toBeNull();
    expect(screen.queryByTestId("profile-remove")).toBeNull();
    host.chosenTarget = null;
  });

  it("says what removing one means before it does", async () => {
    const { user } = renderApp("/profiles?sel=ours", { ...answers, profile_remove: () => null });
    await user.click(await screen.findByTestId("profile-remove"));
    expect((await screen.findByTestId("profile-remove-dialog")).textContent).toContain(
      "2 imports rest on it",
    );
    await user.click(screen.getByTestId("profile-remove-confirm"));
    expect(argsOf("profile_remove")).toEqual([{ id: "ours" }]);
  });
});
