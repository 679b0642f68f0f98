// How this person likes the window: theme, density, side bar. Kept in localStorage; never data.
import { useSyncExternalStore } from "react";

export interface Preferences {
  theme: "system" | "light" | "dark";
  density: "comfortable" | "dense";
  narrowSide: boolean;
  /** The list beside a proposal is folded away. */
  foldedQueue: boolean;
}

const KEY = "velocity.preferences";
const INITIAL: Preferences = {
  theme: "system",
  density: "comfortable",
  narrowSide: false,
  foldedQueue: false,
};
const hearers = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...INITIAL, ...kept } : INITIAL;
  } catch {
    return INITIAL;
  }
}

/** Puts theme and density on the root element, where the tokens read them. */
export function applyPreferences(): void {
  const root = document.documentElement;
  if (current.theme === "system") root.removeAttribute("data-theme");
  else root.dataset.theme = current.theme;
  root.dataset.density = current.density;
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A full or forbidden store loses the preference, not the work.
  }
  applyPreferences();
  for (const hear of hearers) hear();
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => current,
  );
}

export function isDark(preferences: Preferences = current): boolean {
  if (preferences.theme !== "system") return preferences.theme === "dark";
  return window.matchMedia?.("(prefers-color-scheme: dark)").matches ?? false;
}

export function toggleTheme(): void {
  setPreferences({ theme: isDark() ? "light" : "dark" });
}

export const rowHeight = ({ density }: Preferences): number => (density === "dense" ? 28 : 36);
