import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PastedDraft, PastedKind, PasteReading } from "@/api/generated/contracts";
import { argsOf, refuse } from "@/testing/host";
import { renderApp } from "@/testing/renderApp";
import { client } from "@/testing/samples";
import { isContact, isMaterial } from "./pasting";

const SIGNATURE = "Rina Sen\nVice President\n+91 98300 12345";

const draft = (more: Partial<PastedDraft> = {}): PastedDraft => ({
  title: "Rina Sen",
  fields: [
    { field: "full_name", text: "Rina Sen", read_from: "Rina Sen", line: 1, confidence: 0.8 },
    { field: "phone", text: "+91 98300 12345", read_from: "+91 98300 12345", line: 3, confidence: 0.95 },
  ],
  found: [],
  near: [],
  ...more,
});
const reading = (drafts: PastedDraft[], kind: PastedKind = "signature"): PasteReading => ({
  kind,
  drafts,
  left_out: 0,
  took_ms: 1,
});
const made = { entity: { entity: "person" as const, id: "p-9" }, group: "g-1", changes: 3 };

async function pasting(text: string, host: Parameters<typeof renderApp>[1]) {
  const app = renderApp("/contacts", { search: () => ({ hits: [], took_ms: 1 }), ...host });
  await screen.findByTestId("nav-contacts");
  await app.user.keyboard("{Control>}k{/Control}");
  await app.user.click(await screen.findByTestId("palette-input"));
  await app.user.paste(text);
  return app;
}

describe("What is pasted into the palette", () => {
  it("is taken apart where it is more than words to look for", () => {
    for (const text of ["98300 12345", "rina@example.com"])
      expect([isContact(text), isMaterial(text)]).toEqual([true, false]);
    for (const text of [SIGNATURE, "[12/03/24, 10:15] Rina: hello", "Rina Sen, M: +91 98300 12345"])
      expect(isMaterial(text)).toBe(true);
    for (const text of ["Rina Sen", "flat 12", "3 Cr"])
      expect([isContact(text), isMaterial(text)]).toEqual([false, false]);
  });

  it("becomes a contact with one key, less what was left out, and one key takes it back", async () => {
    const { user } = await pasting(SIGNATURE, {
      paste_read: () => reading([draft()]),
      paste_keep: () => made,
      undo: () => ({ undone: "g-1", group: "g-2", reversed: 3, kept: [] }),
    });
    const create = await screen.findByTestId("pasted-create");
    expect(argsOf("paste_read")).toEqual([{ text: SIGNATURE }]);
    expect(screen.getAllByTestId("pasted-field")[1]?.textContent).toContain("line 3: +91 98300 12345");
    await waitFor(() => expect(document.activeElement).toBe(create));
    await user.click(screen.getAllByRole("checkbox")[0] as HTMLElement);
    create.focus();
    await user.keyboard("{Enter}");
    await screen.findByTestId("pasted-kept");
    expect(argsOf("paste_keep")[0]).toMatchObject({ text: SIGNATURE, draft: 0, without: [0] });
    await user.keyboard("z");
    await screen.findByTestId("pasted-create");
    expect(argsOf("undo")).toEqual([{ group: "g-1" }]);
  });

  it("opens who is there already, or goes on their timeline", async () => {
    const found = [
      {
        entity: { entity: "person" as const, id: "p-1" },
        title: "Rina Sen",
        subtitle: "Palmyra",
        field: "phone",
        value: "+919830012345",
      },
    ];
    const { user, router } = await pasting(SIGNATURE, {
      paste_read: () => reading([draft({ found }), draft({ title: "Omar Haddad" })]),
      paste_keep: () => made,
      client360: () => client([]),
    });
    const there = await screen.findByTestId("pasted-found");
    await waitFor(() => expect(document.activeElement).toBe(there));
    await user.keyboard("2");
    await screen.findByTestId("pasted-new");
    await user.keyboard("1");
    await user.keyboard("t");
    await screen.findByTestId("pasted-kept");
    expect(argsOf("paste_keep")[0]).toMatchObject({ draft: 0, about: { entity: "person", id: "p-1" } });
    await user.keyboard("{Enter}");
    await waitFor(() => expect(router.state.location.pathname).toBe("/people/p-9"));
  });

  it("says so where it names nobody, and what went wrong", async () => {
    const { user } = await pasting("a\nb", { paste_read: () => reading([], "unknown") });
    await screen.findByTestId("pasted-nobody");
    await user.keyboard("{Enter}");
    await screen.findByTestId("palette-input");
  });

  it("shows what the core refuses", async () => {
    await pasting("a\nb", { paste_read: () => refuse("The text is too long.", "Paste less.") });
    expect((await screen.findByTestId("palette")).textContent).toContain("The text is too long.");
  });

  it("offers a contact for a number that nobody has", async () => {
    const { user } = await pasting("98300 12345", { paste_read: () => reading([draft()], "phone") });
    await screen.findByTestId("palette-fresh");
    await user.keyboard("{Enter}");
    await screen.findByTestId("pasted-create");
  });
});
