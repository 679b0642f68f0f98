import { Check, ListTodo, NotebookPen, PhoneCall, Undo2 } from "lucide-react";
import type { EntityRef } from "@/api/generated/contracts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { LogForm } from "./LogForm";
import { useLog } from "./useLog";

/** A call, a note, something to do: each a key away, each taken back with another. */
export function LogBar({ about }: { about: EntityRef }) {
  const log = useLog(about);
  if (!log.mayWrite) return null;
  return (
    <section aria-label="Write down" data-testid="log-bar" className="flex flex-col gap-2">
      {log.open === null ? (
        <div className="flex flex-wrap items-center gap-2">
          <Button data-testid="log-call" onClick={() => log.start("call")}>
            <PhoneCall className="size-3.5" aria-hidden="true" />
            Log a call
            <Kbd action="logCall" />
          </Button>
          <Button data-testid="log-note" onClick={() => log.start("note")}>
            <NotebookPen className="size-3.5" aria-hidden="true" />
            Note
            <Kbd action="writeNote" />
          </Button>
          <Button data-testid="log-task" onClick={() => log.start("task")}>
            <ListTodo className="size-3.5" aria-hidden="true" />
            To do
            <Kbd action="newTask" />
          </Button>
        </div>
      ) : (
        <LogForm
          key={log.open}
          initial={log.open}
          busy={log.busy}
          error={log.error}
          onSave={log.save}
          onClose={log.close}
        />
      )}
      <div aria-live="polite" data-testid="log-outcome">
        {log.written && (
          <p className="flex items-center gap-2 text-muted">
            <Check className="size-3.5 shrink-0 text-accent-ink" aria-hidden="true" />
            {log.written.words}.
            {log.takeBack && (
              <Button look="quiet" size="small" data-testid="log-undo" onClick={log.takeBack}>
                <Undo2 className="size-3" aria-hidden="true" />
                Take it back
                <Kbd action="undoLast" />
              </Button>
            )}
          </p>
        )}
        {log.undoError && (
          <p className="text-risk">
            {log.undoError.message} <span className="text-muted">{log.undoError.hint}</span>
          </p>
        )}
      </div>
    </section>
  );
}
