import { useCallback, useState } from "react";
import type { EntityRef, GroupId } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { type Entry, fieldsOf, WHAT, type What } from "./entries";

/** What was written last, so that one key takes it back. */
export interface Written {
  words: string;
  group: GroupId | null;
}

/** Calls, notes and tasks about one client: open the form, save, take back. */
export function useLog(about: EntityRef) {
  const { may } = useRights();
  const [open, setOpen] = useState<What | null>(null);
  const [written, setWritten] = useState<Written | null>(null);
  const create = useAction("record_create");
  const undo = useAction("undo");
  const mayWrite = may("edit_records");
  const { mutate, reset } = create;

  const start = useCallback(
    (what: What) => {
      reset();
      setWritten(null);
      setOpen(what);
    },
    [reset],
  );
  const save = useCallback(
    (entry: Entry) =>
      mutate(
        { entity: entry.what === "task" ? "task" : "interaction", fields: fieldsOf(entry), about: [about] },
        {
          onSuccess: ({ group }) => {
            setOpen(null);
            setWritten({ words: WHAT.find(({ id }) => id === entry.what)?.done ?? "Kept", group });
          },
        },
      ),
    [mutate, about],
  );
  const group = written?.group ?? null;
  const takeBack = useCallback(() => {
    if (group === null) return;
    undo.mutate({ group }, { onSuccess: () => setWritten({ words: "Taken back", group: null }) });
  }, [group, undo.mutate]);

  useShortcuts("screen", {
    ...(mayWrite && {
      logCall: () => start("call"),
      writeNote: () => start("note"),
      newTask: () => start("task"),
    }),
    ...(group !== null && may("undo") && { undoLast: takeBack }),
  });
  return {
    mayWrite,
    open,
    start,
    close: () => setOpen(null),
    save,
    busy: create.isPending,
    error: create.error,
    written,
    takeBack: group !== null && may("undo") ? takeBack : null,
    undoError: undo.error,
  };
}
