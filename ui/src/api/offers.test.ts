import { expect, test } from "vitest";
import host from "../../../src-tauri/src/lib.rs?raw";
import { UNANSWERED } from "./client";
import { INVALIDATES } from "./generated/contracts";

test("what the host does not answer is not offered, and what it answers is", () => {
  const answered = new Set([...host.matchAll(/commands::\w+::(\w+),/g)].map(([, name]) => name));
  expect(answered.size).toBeGreaterThan(20);
  const missing = Object.keys(INVALIDATES).filter((name) => !answered.has(name));
  expect([...UNANSWERED].sort()).toEqual(missing.sort());
});
