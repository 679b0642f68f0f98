import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Permission } from "@/api/generated/contracts";
import { argsOf, host, refuse } from "@/testing/host";
import { listField, listFields, recordRow, recordsPage } from "@/testing/lists";
import { renderApp } from "@/testing/renderApp";
import { appStatus, client, fact, importDetail } from "@/testing/samples";

const may = (...permissions: Permission[]) => ({
  app_status: () => appStatus({ user: "asha", role: "presenter", permissions }),
});

describe("Rights", () => {
  it("stand beside the name, and what they lack is not offered", async () => {
    const { user, router } = renderApp("/contacts", {
      ...may("read_records"),
    });
    expect((await screen.findByTestId("role")).textContent).toBe("Presenter");
    expect(await screen.findByText("No contacts yet")).toBeTruthy();
    for (const id of ["contacts-import", "empty-import", "nav-imports", "nav-review", "nav-work"])
      expect(screen.queryByTestId(id)).toBeNull();
    await user.keyboard("gigrgw");
    expect(router.state.location.pathname).toBe("/contacts");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "import");
    expect(screen.queryByTestId("palette-import-file")).toBeNull();
    expect(screen.queryByTestId("palette-go-imports")).toBeNull();
  });

  it("show the queue's length where they allow a look", async () => {
    renderApp("/contacts", {
      app_status: () =>
        appStatus({ counts: { people: 2, accounts: 1, imports_waiting: 0, reviews_waiting: 239 } }),
    });
    expect((await screen.findByTestId("review-waiting")).textContent).toContain("239");
    expect(screen.getByTestId("nav-work")).toBeTruthy();
  });

  it("that change under way change what is offered", async () => {
    let permissions: Permission[] = ["read_records", "read_workflow", "import_files"];
    renderApp("/contacts", { app_status: () => appStatus({ permissions }) });
    expect(await screen.findByTestId("contacts-import")).toBeTruthy();
    permissions = ["read_records"];
    act(() => {
      for (const hear of host.changed) hear({ what: ["rights"], entities: [] });
    });
    await waitFor(() => expect(screen.queryByTestId("contacts-import")).toBeNull());
    expect(screen.queryByTestId("nav-imports")).toBeNull();
  });

  it("without approval and undo leave an import to be looked at", async () => {
    const { user } = renderApp("/imports/i-1?pane=commit", {
      ...may("read_records", "read_evidence", "read_workflow"),
      import_show: () => importDetail(),
    });
    expect(await screen.findByText("Your role looks at imports; a colleague approves them.")).toBeTruthy();
    expect(screen.queryByTestId("import-approve")).toBeNull();
    expect(screen.queryByTestId("import-aside")).toBeNull();
    await user.keyboard("az");
    expect(argsOf("import_approve")).toEqual([]);
    expect(screen.queryByTestId("undo-dialog")).toBeNull();
  });

  it("refused all the same name the rule", async () => {
    const { user } = renderApp("/imports/i-1?pane=commit", {
      import_show: () => importDetail(),
      import_approve: () =>
        refuse("An operator may not approve this.", "Ask an owner.", "refused", {
          policy: "role.operator/approve_imports",
          who: ["owner"],
        }),
    });
    await user.click(await screen.findByTestId("import-approve"));
    expect((await screen.findByTestId("policy-rule")).textContent).toBe("Rule role.operator/approve_imports");
  });

  it("mask values without breaking a row or a dossier, and explain none of them", async () => {
    const columns = ["name", "email", "phone"];
    const masked = recordRow("p-1", "••• •••", [
      "••• •••",
      [{ value: "a•••@•••.com" }],
      [{ value: "+91 •••••• •• 345" }],
    ]);
    renderApp("/contacts", {
      app_status: () => appStatus({ role: "presenter", permissions: ["read_records"], may_search: false }),
      list_fields: () =>
        listFields({
          fields: [
            listField("name"),
            listField("email", { kind: "email", many: true }),
            listField("phone", { kind: "phone", many: true }),
          ],
          columns,
        }),
      records_list: () => recordsPage([masked, recordRow("p-2", "•••", ["•••", null, null])], { columns }),
    });
    const rows = await screen.findAllByTestId("contacts-row");
    expect(rows[0]?.textContent).toContain("a•••@•••.com");
    expect(rows[0]?.textContent).toContain("+91 •••••• •• 345");
  });

  it("mask a dossier whose values are dots, or not there at all", async () => {
    const facts = [
      fact("full_name", "A. L."),
      fact(
        "email",
        { value: "a•••@•••.com", received: "•••", label: null, is_primary: true },
        { kind: "email", index: 0 },
      ),
      fact("phone", { value: "+91 •••••• •• 345", received: "•••" }, { kind: "phone", index: 0 }),
      fact("budget", { amount: null, currency: "INR", received: "•••" }, { kind: "money" }),
      fact("birth_date", "1980", { kind: "date" }),
      fact("age", null, { kind: "number" }),
    ];
    const view = client(facts);
    renderApp("/people/p-1", {
      ...may("read_records"),
      client360: () => ({ ...view, identity: { ...view.identity, title: "A. L." } }),
    });
    expect((await screen.findByTestId("client-name")).textContent).toBe("A. L.");
    const phones = screen.getAllByTestId("fact-phone");
    expect(phones[0]?.tagName).toBe("SPAN");
    expect(phones[0]?.textContent).toBe("+91 •••••• •• 345");
    expect(screen.queryByRole("button", { name: /^Copy/ })).toBeNull();
  });
});
