import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { argsOf } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { client } from "@/testing/samples";

const open = "{Control>}k{/Control}";

describe("The palette", () => {
  it("goes where it is told, without the mouse", async () => {
    const { user, router } = renderApp("/contacts");
    await screen.findByTestId("nav-contacts");
    await user.keyboard(open);
    await user.type(await screen.findByTestId("palette-input"), "go imp");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/imports"));
    await waitFor(() => expect(screen.queryByTestId("palette")).toBeNull());
  });

  it("finds records as one types and says why", async () => {
    const { user, router } = renderApp("/contacts", {
      search: () => ({
        hits: [
          {
            entity: "person",
            id: "p-1",
            title: "Ananya Lahiri",
            subtitle: "Palmyra Trading",
            score: 1,
            why: [{ field: "phone", how: "digits" }],
          },
        ],
        took_ms: 1,
      }),
      client360: () => client([]),
    });
    await screen.findByTestId("nav-contacts");
    await user.keyboard(open);
    await user.type(await screen.findByTestId("palette-input"), "98300");
    const hit = await screen.findByTestId("palette-hit");
    expect(hit.textContent).toContain("phone digits");
    // Slow typing asks on the way, too.
    await waitFor(() => expect(argsOf("search").at(-1)).toEqual({ text: "98300", limit: 8 }));
    await user.click(hit);
    await waitFor(() => expect(router.state.location.pathname).toBe("/people/p-1"));
  });

  it("marks what was found, quotes what was said, and opens whom it was said to", async () => {
    const { user, router } = renderApp("/contacts", {
      search: () => ({
        hits: [
          {
            entity: "person",
            id: "p-2",
            title: "Rina Mukherjee",
            subtitle: "",
            score: 2,
            why: [{ field: "full_name", how: "sounds like", part: "Mukherjee" }],
            marks: [{ from: 5, to: 14 }],
          },
          {
            entity: "person",
            id: "p-3",
            title: "Omar Haddad",
            subtitle: "",
            score: 1.5,
            why: [{ field: "phone", how: "digits", part: "98300" }],
            excerpt: { field: "phone", text: "+919830012345", marks: [{ from: 3, to: 8 }] },
          },
          {
            entity: "interaction",
            id: "i-1",
            title: "Ananya Lahiri",
            subtitle: "Call",
            score: 1,
            why: [{ field: "body", how: "note", part: "balcony" }],
            excerpt: { field: "body", text: "…wants a balcony to the river", marks: [{ from: 9, to: 16 }] },
            about: { entity: { entity: "person", id: "p-1" }, title: "Ananya Lahiri" },
          },
        ],
        took_ms: 1,
      }),
      client360: () => client([]),
    });
    await screen.findByTestId("nav-contacts");
    await user.keyboard(open);
    await user.type(await screen.findByTestId("palette-input"), "mukherji");
    const hits = await screen.findAllByTestId("palette-hit");
    expect(hits[0]?.textContent).toContain("name by sound");
    expect([...document.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual([
      "Mukherjee",
      "98300",
      "balcony",
    ]);
    await user.click(screen.getByTestId("palette-excerpt"));
    await waitFor(() => expect(router.state.location.pathname).toBe("/people/p-1"));
  });

  it("says so when nothing matches, and closes with its own key", async () => {
    const { user } = renderApp("/contacts", { search: () => ({ hits: [], took_ms: 1 }) });
    await screen.findByTestId("nav-contacts");
    await user.keyboard(open);
    await user.type(await screen.findByTestId("palette-input"), "qqqq");
    expect(await screen.findByText(/Nothing matches “qqqq”/)).toBeTruthy();
    await user.keyboard(open);
    await waitFor(() => expect(screen.queryByTestId("palette")).toBeNull());
  });

  it("has a map of every shortcut", async () => {
    const { user } = renderApp("/contacts");
    await screen.findByTestId("nav-contacts");
    await user.keyboard("?");
    expect((await screen.findByTestId("shortcut-map")).textContent).toContain("Go to Contacts");
  });
});
