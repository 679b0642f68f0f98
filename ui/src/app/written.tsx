// What was just written, so that one key takes it back. One for a whole screen: `z` always means the newest.
import { Check, Undo2 } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { CommandError } from "@/api/client";
import type { EntityId, GroupId } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { useRights } from "./rights";
import { useShortcuts } from "./shortcuts";

interface Written {
  words: string;
  group: GroupId | null;
}

/** What a command answers of what it wrote; null where nothing could be. */
interface Result {
  group: GroupId | null;
}

/** Written on one screen and said on the next: the page of what was made takes it back. */
let handed: { to: EntityId; written: Written } | null = null;

export function handOn(to: EntityId, words: string, { group }: Result): void {
  handed = { to, written: { words, group } };
}

interface WrittenState {
  written: Written | null;
  /** Something was written: what, and the group that takes it back. */
  note: (words: string, result: Result | null) => void;
  /** Something was refused. */
  refuse: (error: CommandError) => void;
  error: CommandError | null;
  takeBack: (() => void) | null;
  clear: () => void;
}

const Context = createContext<WrittenState | null>(null);

interface WrittenProviderProps {
  /** Whose page it is: what was handed on to it is what was written last. */
  of?: EntityId;
  children: ReactNode;
}

export function WrittenProvider({ of, children }: WrittenProviderProps) {
  const { may } = useRights();
  const undo = useAction("undo");
  const [written, setWritten] = useState<Written | null>(() =>
    handed && handed.to === of ? handed.written : null,
  );
  useEffect(() => {
    handed = null;
  }, []);
  const [error, setError] = useState<CommandError | null>(null);
  const { mutate } = undo;
  const note = useCallback((words: string, result: Result | null) => {
    setError(null);
    setWritten({ words, group: result?.group ?? null });
  }, []);
  const refuse = useCallback((refused: CommandError) => {
    setWritten(null);
    setError(refused);
  }, []);
  const clear = useCallback(() => {
    setWritten(null);
    setError(null);
  }, []);
  const group = may("undo") ? (written?.group ?? null) : null;
  const takeBack = useCallback(() => {
    if (group === null) return;
    mutate(
      { group },
      {
        onSuccess: ({ requested }) =>
          note(requested ? "Left to a reviewer: it waits in the queue" : "Taken back", null),
        onError: refuse,
      },
    );
  }, [group, mutate, note, refuse]);
  useShortcuts("screen", group === null ? {} : { undoLast: takeBack });
  const value = useMemo<WrittenState>(
    () => ({ written, note, refuse, error, takeBack: group === null ? null : takeBack, clear }),
    [written, note, refuse, error, group, takeBack, clear],
  );
  return <Context value={value}>{children}</Context>;
}

export function useWritten(): WrittenState {
  const state = useContext(Context);
  if (!state) throw new Error("useWritten stands outside its provider");
  return state;
}

/** The same, where a screen may have none. */
export const useWrittenIfAny = (): WrittenState | null => useContext(Context);

/** Says what was written and offers the way back; what was refused says why. */
export function WrittenLine({ testId = "log-outcome" }: { testId?: string }) {
  const { written, error, takeBack } = useWritten();
  return (
    <div aria-live="polite" data-testid={testId}>
      {written && (
        <p className="flex items-center gap-2 text-muted">
          <Check className="size-3.5 shrink-0 text-accent-ink" aria-hidden="true" />
          {written.words}.
          {takeBack && (
            <Button look="quiet" size="small" data-testid="log-undo" onClick={takeBack}>
              <Undo2 className="size-3" aria-hidden="true" />
              Take it back
              <Kbd action="undoLast" />
            </Button>
          )}
        </p>
      )}
      {error && (
        <p className="text-risk" data-testid="written-error">
          {error.message} <span className="text-muted">{error.hint}</span>
        </p>
      )}
    </div>
  );
}
