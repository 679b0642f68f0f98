// What is selected in a list. It is of records, not of places: it stays when the list is sorted, filtered, read again.
import { useCallback, useSyncExternalStore } from "react";
import type { BulkSelection, EntityType, RecordsQuery } from "@/api/generated/contracts";

export type Selection =
  | { kind: "some"; ids: ReadonlySet<string> }
  /** All that match a query, but these. */
  | { kind: "all"; of: string; except: ReadonlySet<string> };

export const NOTHING: Selection = { kind: "some", ids: new Set() };

/** What a query matches, whatever its order and columns. */
export const matchKey = ({ entity, filter, text, archived }: RecordsQuery): string =>
  JSON.stringify([entity, filter ?? null, text ?? "", archived ?? false]);

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.kind === "some" ? selection.ids.has(id) : !selection.except.has(id);

function changed(set: ReadonlySet<string>, id: string, inside: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (inside) next.add(id);
  else next.delete(id);
  return next;
}

export function withRow(selection: Selection, id: string, on: boolean): Selection {
  return selection.kind === "some"
    ? { kind: "some", ids: changed(selection.ids, id, on) }
    : { ...selection, except: changed(selection.except, id, !on) };
}

export const toggled = (selection: Selection, id: string): Selection =>
  withRow(selection, id, !isSelected(selection, id));

/** How many; null where the list is not counted yet. */
export function sizeOf(selection: Selection, total: number | null): number | null {
  if (selection.kind === "some") return selection.ids.size;
  return total === null ? null : Math.max(0, total - selection.except.size);
}

export function forBulk(selection: Selection, query: RecordsQuery): BulkSelection {
  return selection.kind === "some"
    ? { kind: "ids", entity: query.entity, ids: [...selection.ids] }
    : { kind: "matching", query, except: [...selection.except] };
}

const PREFIX = "velocity.selected.";
const kept = new Map<string, Selection>();
const hearers = new Set<() => void>();

function read(place: string): Selection {
  const found = kept.get(place);
  if (found) return found;
  let selection = NOTHING;
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(PREFIX + place) ?? "[]");
    if (Array.isArray(ids) && ids.length > 0) {
      selection = { kind: "some", ids: new Set(ids.filter((id) => typeof id === "string")) };
    }
  } catch {
    // What can't be read was not selected.
  }
  kept.set(place, selection);
  return selection;
}

function write(place: string, selection: Selection): void {
  kept.set(place, selection);
  try {
    if (selection.kind === "some" && selection.ids.size > 0) {
      sessionStorage.setItem(PREFIX + place, JSON.stringify([...selection.ids]));
    } else sessionStorage.removeItem(PREFIX + place);
  } catch {
    // A full store loses the selection at the next start, nothing else.
  }
  for (const hear of hearers) hear();
}

/** The selection of a kind of record in a workspace. Of all that match, only as long as the same is matched. */
export function useSelection(workspace: string, entity: EntityType, query: RecordsQuery) {
  const place = `${workspace}\n${entity}`;
  const held = useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => read(place),
  );
  const selection = held.kind === "all" && held.of !== matchKey(query) ? NOTHING : held;
  const set = useCallback((next: Selection) => write(place, next), [place]);
  return { selection, set };
}
