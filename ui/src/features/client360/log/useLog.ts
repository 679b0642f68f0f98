import { useCallback, useState } from "react";
import type { EntityRef } from "@/api/generated/contracts";
import { useAction, useCommand } from "@/api/queries";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { useWritten } from "@/app/written";
import { type Entry, fieldsOf, WHAT, type What } from "./entries";

/** Calls, notes and tasks about one client: open the form, save; what was written is taken back like anything else. */
export function useLog(about: EntityRef) {
  const { may } = useRights();
  const { note, clear } = useWritten();
  const [open, setOpen] = useState<What | null>(null);
  const user = useCommand("app_status", null).data?.user;
  const create = useAction("record_create");
  const mayWrite = may("edit_records");
  const { mutate, reset } = create;

  const start = useCallback(
    (what: What) => {
      reset();
      clear();
      setOpen(what);
    },
    [reset, clear],
  );
  const save = useCallback(
    (entry: Entry) =>
      mutate(
        {
          entity: entry.what === "task" ? "task" : "interaction",
          // Who writes down a call is who was in touch, unless it is said otherwise.
          fields: [
            ...fieldsOf(entry),
            ...(user && entry.what !== "task" ? [{ field: "assignee", text: user }] : []),
          ],
          about: [about],
        },
        {
          onSuccess: (result) => {
            setOpen(null);
            note(WHAT.find(({ id }) => id === entry.what)?.done ?? "Kept", result);
          },
        },
      ),
    [mutate, about, note, user],
  );

  useShortcuts(
    "screen",
    mayWrite
      ? {
          logCall: () => start("call"),
          writeNote: () => start("note"),
          newTask: () => start("task"),
        }
      : {},
  );
  return {
    mayWrite,
    open,
    start,
    close: () => setOpen(null),
    save,
    busy: create.isPending,
    error: create.error,
  };
}
