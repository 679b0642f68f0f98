import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { KEYMAP, keyCaps } from "./keymap";
import { type Actions, keyName, matchActions, type Scope, useShortcuts } from "./shortcuts";

function Layer({ scope, actions }: { scope: Scope; actions: Actions }) {
  useShortcuts(scope, actions);
  return null;
}

test("keys are named as the keymap writes them", () => {
  const key = (name: string, more = {}) =>
    keyName({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, ...more });
  expect(key("j")).toBe("j");
  expect(key("?", { shiftKey: true })).toBe("?");
  expect(key("K", { ctrlKey: true })).toBe("mod+k");
  expect(key("L", { metaKey: true, shiftKey: true })).toBe("mod+shift+l");
  expect(keyCaps("mod+k")).toEqual(["Ctrl", "K"]);
});

test("g begins a sequence, and c alone means nothing", () => {
  expect(matchActions(null, "g")).toEqual({ hits: [], isPrefix: true });
  expect(matchActions("g", "c").hits).toEqual(["goContacts"]);
  expect(matchActions(null, "y")).toEqual({ hits: [], isPrefix: false });
});

test("no two actions of one group share a key", () => {
  const seen = new Set<string>();
  for (const { group, keys } of Object.values(KEYMAP)) {
    for (const key of keys) {
      expect(seen.has(`${group} ${key}`)).toBe(false);
      seen.add(`${group} ${key}`);
    }
  }
});

test("the panel answers before the screen, the screen before the shell", async () => {
  const user = userEvent.setup();
  const [shell, screen, panel] = [vi.fn(), vi.fn(), vi.fn()];
  const { rerender } = render(
    <>
      <Layer scope="app" actions={{ back: shell, goImports: shell }} />
      <Layer scope="screen" actions={{ back: screen }} />
      <Layer scope="panel" actions={{ back: panel }} />
    </>,
  );
  await user.keyboard("{Escape}");
  expect([panel, screen, shell].map((fn) => fn.mock.calls.length)).toEqual([1, 0, 0]);
  rerender(<Layer scope="app" actions={{ back: shell, goImports: shell }} />);
  await user.keyboard("gi");
  expect(shell).toHaveBeenCalledTimes(1);
});

test("a closed list that has the focus keeps its arrows and leaves the letters to the screen", async () => {
  const user = userEvent.setup();
  const down = vi.fn();
  const { getByRole } = render(
    <>
      <Layer scope="screen" actions={{ down }} />
      <button type="button" role="combobox" aria-expanded="false" aria-controls="none">
        Kind
      </button>
    </>,
  );
  getByRole("combobox").focus();
  await user.keyboard("{ArrowDown}");
  expect(down).not.toHaveBeenCalled();
  await user.keyboard("j");
  expect(down).toHaveBeenCalledTimes(1);
});

test("typing, open overlays and focused buttons keep their keys", async () => {
  const user = userEvent.setup();
  const [down, open, palette] = [vi.fn(), vi.fn(), vi.fn()];
  const { getByRole, rerender } = render(
    <>
      <Layer scope="screen" actions={{ down, open, palette }} />
      <input aria-label="name" />
      <button type="button">Go</button>
    </>,
  );
  await user.click(getByRole("textbox"));
  await user.keyboard("j");
  await user.keyboard("{Control>}k{/Control}");
  expect(down).not.toHaveBeenCalled();
  expect(palette).toHaveBeenCalledTimes(1);
  getByRole("button").focus();
  await user.keyboard("{Enter}");
  expect(open).not.toHaveBeenCalled();
  rerender(
    <>
      <Layer scope="screen" actions={{ down, open, palette }} />
      <div data-overlay="" />
    </>,
  );
  await user.keyboard("j");
  expect(down).not.toHaveBeenCalled();
});
