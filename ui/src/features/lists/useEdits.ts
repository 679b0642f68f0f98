// Edits of a list: shown at once, asked of the core, and settled by what it answers. The last ones can be taken back.
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { type CommandError, call, toCommandError } from "@/api/client";
import { type EntityType, type GroupId, INVALIDATES, type ListField } from "@/api/generated/contracts";
import { invalidate } from "@/api/queries";
import { useRights } from "@/app/rights";

/** A cell that somebody changed: on its way, or refused. */
export interface CellEdit {
  /** As it looks in the meantime. */
  value: unknown;
  error: CommandError | null;
}

export interface Notice {
  words: string;
  error: CommandError | null;
}

export interface CellChange {
  id: string;
  version: number | null;
  field: ListField;
  /** As typed; empty empties. */
  text: string;
  /** As it looks in the meantime. */
  value: unknown;
  /** What is said once it is done. */
  words: string;
}

const keyOf = (id: string, field: string) => `${id}\n${field}`;
const KEPT = 50;

export function useEdits(entity: EntityType) {
  const client = useQueryClient();
  const { may } = useRights();
  const [cells, setCells] = useState<ReadonlyMap<string, CellEdit>>(new Map());
  const [notice, setNotice] = useState<Notice | null>(null);
  const [busy, setBusy] = useState(false);
  const done = useRef<{ group: GroupId; words: string }[]>([]);

  const put = useCallback((key: string, edit: CellEdit | null) => {
    setCells((now) => {
      const next = new Map(now);
      if (edit) next.set(key, edit);
      else next.delete(key);
      return next;
    });
  }, []);

  const remember = useCallback((group: GroupId | null, words: string) => {
    if (group !== null) done.current = [...done.current, { group, words }].slice(-KEPT);
    setNotice({ words, error: null });
  }, []);

  const flights = useRef(new Map<string, Promise<boolean>>());
  const send = useCallback(
    async ({ id, version, field, text, words }: CellChange, own: Promise<boolean> | undefined) => {
      const key = keyOf(id, field.name);
      // The version that was seen is not the newest after one's own change on the way: that one is waited for.
      await own;
      try {
        const { group, changes } = await call("record_update", {
          entity,
          id,
          fields: [{ field: field.edits ?? field.name, text }],
          ...(version === null || own ? {} : { version }),
        });
        await invalidate(client, INVALIDATES.record_update);
        put(key, null);
        if (changes > 0) remember(group, words);
        else setNotice({ words: "It says so already", error: null });
        return true;
      } catch (thrown) {
        const error = toCommandError(thrown);
        // The value that stands is shown again, with the reason; a record changed by others is read again.
        put(key, { value: undefined, error });
        await invalidate(client, INVALIDATES.record_update);
        return false;
      }
    },
    [entity, client, put, remember],
  );
  const edit = useCallback(
    (change: CellChange): Promise<boolean> => {
      put(keyOf(change.id, change.field.name), { value: change.value, error: null });
      const flight = send(change, flights.current.get(change.id));
      flights.current.set(change.id, flight);
      void flight.finally(() => {
        if (flights.current.get(change.id) === flight) flights.current.delete(change.id);
      });
      return flight;
    },
    [put, send],
  );

  /** Out of the lists, or back in them. */
  const archive = useCallback(
    async (id: string, hide: boolean) => {
      const name = hide ? "record_archive" : "record_restore";
      try {
        const { group } = await call(name, { entity, id });
        remember(group, hide ? "Archived" : "Brought back");
      } catch (thrown) {
        setNotice({ words: "", error: toCommandError(thrown) });
      }
      await invalidate(client, INVALIDATES[name]);
    },
    [entity, client, remember],
  );

  const undo = useCallback(async () => {
    const last = done.current.at(-1);
    if (!last || busy) {
      if (!last) setNotice({ words: "Nothing to take back", error: null });
      return;
    }
    setBusy(true);
    try {
      const { requested } = await call("undo", { group: last.group });
      done.current = done.current.slice(0, -1);
      setNotice({
        words: requested ? `Left to a reviewer: ${last.words}` : `Taken back: ${last.words}`,
        error: null,
      });
    } catch (thrown) {
      setNotice({ words: last.words, error: toCommandError(thrown) });
    }
    await invalidate(client, INVALIDATES.undo);
    setBusy(false);
  }, [busy, client]);

  return {
    mayEdit: may("edit_records"),
    mayUndo: may("undo"),
    mayArchive: may("archive_records"),
    /** The same as long as no edit comes or goes. */
    cells,
    cell: (id: string, field: string) => cells.get(keyOf(id, field)),
    forget: (id: string, field: string) => put(keyOf(id, field), null),
    edit,
    archive,
    undo,
    undoable: done.current.length > 0,
    notice,
    say: setNotice,
    remember,
  };
}

export type Edits = ReturnType<typeof useEdits>;
