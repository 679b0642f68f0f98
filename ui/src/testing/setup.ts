import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { setPreferences } from "@/app/preferences";

vi.mock("@/api/client", async (original) => {
  const { standIn } = await import("./host");
  return standIn(await original<typeof import("@/api/client")>());
});

// A machine that builds beside it is slow; what does not come at all fails as surely.
configure({ asyncUtilTimeout: 4_000 });

// The test document has no layout; virtual lists need a size to know what is in view.
function owner(name: string): object {
  let place: object = document.createElement("div");
  while (!Object.hasOwn(place, name)) place = Object.getPrototypeOf(place);
  return place;
}
for (const [side, pixels] of [
  ["clientHeight", 800],
  ["clientWidth", 1200],
] as const) {
  Object.defineProperty(owner(side), side, { configurable: true, get: () => pixels });
}
Element.prototype.scrollIntoView = () => undefined;
Element.prototype.scrollTo = () => undefined;
Element.prototype.getAnimations = () => [];

beforeEach(() => {
  localStorage.clear();
  setPreferences({ theme: "system", density: "comfortable", narrowSide: false, foldedQueue: false });
});

afterEach(cleanup);
