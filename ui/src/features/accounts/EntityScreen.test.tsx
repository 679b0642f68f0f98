import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { EntityDetail } from "@/api/generated/contracts";
import { argsOf, forever, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { appStatus, fact } from "@/testing/samples";

const at = { entity: "account" as const, id: "a-1" };
const detail = (more: Partial<EntityDetail> = {}): EntityDetail => ({
  record: { entity: at, title: "Saffron Holdings", link: null, facts: [fact("name", "Saffron Holdings")] },
  linked: [],
  version: 1,
  archived: false,
  absorbed: [],
  not_the_same: [],
  ...more,
});
const done = { entity: at, group: "g-1", changes: 1 };
const back = () => ({ undone: "g-1", group: "g-2", reversed: 1, kept: [] });

describe("The page of a record", () => {
  it("shows a skeleton while it loads", async () => {
    renderApp("/records/account/a-1", { entity_get: forever });
    expect(await screen.findByRole("status", { name: "Loading the dossier" })).toBeTruthy();
  });

  it("says what went wrong, tries again, and goes back to its list", async () => {
    let broken = true;
    const { user, router } = renderApp("/records/task/t-1", {
      entity_get: () => (broken ? refuse("The drive is gone.", "Put it back.") : detail()),
    });
    const error = await screen.findByTestId("error");
    expect(error.textContent).toContain("This task could not be opened");
    expect(error.textContent).toContain("Put it back.");
    broken = false;
    await user.click(within(error).getByRole("button"));
    expect((await screen.findByTestId("record-title")).textContent).toBe("Saffron Holdings");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/tasks"));
  });

  it("says that nothing is linked, and who was merged into it", async () => {
    renderApp("/records/account/a-1", { entity_get: () => detail() });
    expect(await screen.findByText("Nothing is linked to it.")).toBeTruthy();
    expect(screen.queryByTestId("archived")).toBeNull();
  });

  it("edits its facts in a form that sends what changed, and leaves out where several stand", async () => {
    const phones = ["+913340001234", "+913340005678"].map((value, index) =>
      fact(
        "phone",
        { value, received: value, label: null, is_primary: index === 0 },
        { kind: "phone", index },
      ),
    );
    const record = { ...detail().record, facts: [fact("name", "Saffron Holdings"), ...phones] };
    const { user } = renderApp("/records/account/a-1", {
      entity_get: () => detail({ record }),
      record_update: () => done,
      undo: back,
    });
    await user.click(await screen.findByTestId("record-edit"));
    await screen.findByTestId("form-email");
    expect(screen.queryByTestId("form-phone")).toBeNull();
    await user.type(screen.getByTestId("form-industry"), "Hospitality{Enter}");
    await within(screen.getByTestId("log-outcome")).findByText(/one field changed/);
    expect(argsOf("record_update")).toEqual([
      { entity: "account", id: "a-1", fields: [{ field: "industry", text: "Hospitality" }] },
    ]);
    await user.keyboard("z");
    await within(screen.getByTestId("log-outcome")).findByText(/Taken back/);
  });

  it("is archived from its menu, brought back beside its name, and z takes either back", async () => {
    let archived = false;
    const { user } = renderApp("/records/account/a-1", {
      entity_get: () => detail({ archived }),
      record_archive: () => {
        archived = true;
        return done;
      },
      record_restore: () => {
        archived = false;
        return done;
      },
      undo: () => {
        archived = !archived;
        return back();
      },
    });
    await user.click(await screen.findByTestId("record-menu"));
    await user.click(await screen.findByTestId("record-archive"));
    await screen.findByTestId("archived");
    expect(argsOf("record_archive")).toEqual([{ entity: "account", id: "a-1" }]);
    expect(screen.queryByTestId("record-menu")).toBeNull();
    await user.keyboard("z");
    await waitFor(() => expect(screen.queryByTestId("archived")).toBeNull());
    archived = true;
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "archive{Enter}");
    await user.click(await screen.findByTestId("record-restore"));
    await within(screen.getByTestId("log-outcome")).findByText(/in the lists again/);
    expect(argsOf("record_restore")).toHaveLength(1);
  });

  it("says why archiving was refused", async () => {
    const { user } = renderApp("/records/account/a-1", {
      entity_get: () => detail(),
      record_archive: () => refuse("Its deal is open.", "Close it first.", "refused"),
    });
    await user.click(await screen.findByTestId("record-menu"));
    await user.click(await screen.findByTestId("record-archive"));
    expect((await screen.findByTestId("written-error")).textContent).toContain("Close it first.");
  });

  it.each([
    ["a read-only disk", appStatus({ read_only: true })],
    ["a presenter", appStatus({ role: "presenter", permissions: ["read_records"] })],
  ])("offers nothing that writes to %s", async (_, status) => {
    renderApp("/records/account/a-1", {
      app_status: () => status,
      entity_get: () => detail({ archived: true }),
    });
    expect((await screen.findByTestId("archived")).textContent).toBe("Archived");
    for (const id of ["record-edit", "record-menu", "record-restore", "unmerge", "same-as-open"])
      expect(screen.queryByTestId(id)).toBeNull();
  });
});
