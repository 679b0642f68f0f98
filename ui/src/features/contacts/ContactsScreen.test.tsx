import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf, forever, refuse } from "@/testing/host";
import { recordRow, recordsPage } from "@/testing/lists";
import { renderApp } from "@/testing/renderApp";
import { client } from "@/testing/samples";

const phone = [{ value: "+919830012345", received: "9830012345", label: null, is_primary: true }];
const two = () =>
  recordsPage([
    recordRow("p-1", "Ananya Lahiri", ["Ananya Lahiri", phone, "New", null, null, 0]),
    recordRow("p-2", "Rizwan Qureshi", ["Rizwan Qureshi", null, null, null, null, 2]),
  ]);

describe("Contacts", () => {
  it("shows a skeleton while it loads", async () => {
    renderApp("/contacts", { records_list: forever });
    expect(await screen.findByTestId("loading")).toBeTruthy();
  });

  it("teaches what to do when there is nothing", async () => {
    renderApp("/contacts");
    expect(await screen.findByText("No contacts yet")).toBeTruthy();
    expect(screen.getByTestId("empty-import").textContent).toBe("Import a file…");
  });

  it("says what went wrong and tries again", async () => {
    let broken = true;
    const { user } = renderApp("/contacts", {
      records_list: () => (broken ? refuse("The drive is gone.", "Put it back.") : two()),
    });
    const error = await screen.findByTestId("error");
    expect(error.textContent).toContain("The drive is gone.");
    expect(error.textContent).toContain("Put it back.");
    broken = false;
    await user.click(within(error).getByRole("button"));
    expect(await screen.findByText("Ananya Lahiri")).toBeTruthy();
  });

  it("lists people, with the total and their phones in groups", async () => {
    renderApp("/contacts", { records_list: two });
    await waitFor(() => expect(screen.getAllByTestId("contacts-row")).toHaveLength(2));
    expect(screen.getByTestId("list-total").textContent).toBe("2 contacts");
    expect(screen.getByText("+91 98300 12345")).toBeTruthy();
  });

  it("sorts by a header, dates with the newest first", async () => {
    const { user, router } = renderApp("/contacts", { records_list: two });
    await user.click(await screen.findByTestId("sort-last_activity_at"));
    await waitFor(() =>
      expect(argsOf("records_list").at(-1)).toMatchObject({
        sorts: [{ field: "last_activity_at", descending: true }],
      }),
    );
    expect(router.state.location.search).toMatchObject({
      sorts: [{ field: "last_activity_at", descending: true }],
    });
    const header = screen.getByRole("columnheader", { name: "Last activity" });
    expect(header.getAttribute("aria-sort")).toBe("descending");
  });

  it("filters as one types, and says so when nothing matches", async () => {
    const { user } = renderApp("/contacts", {
      records_list: ({ text }) => (text ? recordsPage([]) : two()),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("/");
    await user.keyboard("zzz");
    expect(await screen.findByText("Nothing matches “zzz”")).toBeTruthy();
    expect(argsOf("records_list").at(-1)).toMatchObject({ text: "zzz" });
  });

  it("opens the client under the cursor with j and Enter, and comes back with Esc", async () => {
    const { user, router } = renderApp("/contacts", { records_list: two, client360: () => client([]) });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("jj{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/people/p-2"));
    expect(await screen.findByTestId("client360")).toBeTruthy();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/contacts"));
    const rows = await screen.findAllByTestId("contacts-row");
    expect(rows[1]?.hasAttribute("data-current")).toBe(true);
  });

  it("shows who somebody may be while they are typed in, and creates them", async () => {
    const { user, router } = renderApp("/contacts", {
      records_list: two,
      client360: () => client([]),
      near_matches: ({ fields }) => ({
        took_ms: 2,
        matches: fields.some(({ field, text }) => field === "phone" && text.length > 8)
          ? [
              {
                entity: { entity: "person", id: "p-1" },
                title: "Ananya Lahiri",
                subtitle: "+919830012345",
                sure: true,
                related: false,
                candidate: {
                  entity: { entity: "person", id: "p-1" },
                  score: 0.97,
                  evidence: [
                    { field: "phone", level: "exact", left: "", right: "", sentence: "Both have the phone." },
                  ],
                },
              },
            ]
          : [],
      }),
      record_create: () => ({ entity: { entity: "person", id: "p-9" }, group: "g", changes: 1 }),
    });
    await screen.findAllByTestId("contacts-row");
    await user.keyboard("c");
    await user.type(await screen.findByTestId("create-given_name"), "Anannya");
    await waitFor(() => expect(screen.getByTestId("near-matches").textContent).toContain("Nobody like this"));
    await user.type(screen.getByTestId("create-phone"), "98300 12345");
    const near = await screen.findByTestId("near-match");
    expect(near.textContent).toContain("Ananya Lahiri");
    expect(near.textContent).toContain("Both have the phone.");
    expect(near.textContent).toContain("Probably the same");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/people/p-9"));
    expect(argsOf("record_create")[0]).toEqual({
      entity: "person",
      fields: [
        { field: "given_name", text: "Anannya" },
        { field: "phone", text: "98300 12345" },
      ],
    });
  });
});
