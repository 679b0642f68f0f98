import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderApp } from "@/testing/renderApp";
import { type ActionId, KEYMAP, type KeyEntry } from "./keymap";

describe("The map and the palette", () => {
  const entries = Object.entries(KEYMAP) as [ActionId, KeyEntry][];

  it("name every key there is", async () => {
    const { user } = renderApp("/contacts");
    await screen.findByTestId("nav-contacts");
    await user.keyboard("?");
    const map = await screen.findByTestId("shortcut-map");
    const labels = new Set([...map.querySelectorAll("dt")].map((term) => term.textContent));
    const keyed = entries.filter(([, { keys }]) => keys.length > 0);
    expect(keyed.filter(([, { label }]) => !labels.has(label)).map(([id]) => id)).toEqual([]);
  });

  it("reach whatever a screen can do but moving about", async () => {
    const { user } = renderApp("/contacts");
    await screen.findByTestId("nav-contacts");
    await user.keyboard("{Control>}k{/Control}");
    await screen.findByTestId("palette-input");
    for (const id of ["filterList", "columns", "keepView", "selectAll"])
      screen.getByTestId(`palette-here-${id}`);
    expect(screen.queryByTestId("palette-here-down")).toBeNull();
  });

  it("hold the keys of the design", () => {
    const wanted = "g c,g a,g o,g t,g i,g r,/,j,k,Enter,x,e,c,n,l,z,a,r,d,f,1,9,Space,mod+k,?".split(",");
    const known = new Set(entries.flatMap(([, { keys }]) => keys as readonly string[]));
    expect(wanted.filter((keys) => !known.has(keys))).toEqual([]);
  });
});
