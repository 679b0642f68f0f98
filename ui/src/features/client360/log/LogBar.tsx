import { ListTodo, NotebookPen, PhoneCall } from "lucide-react";
import type { RecordPanel } from "@/api/generated/contracts";
import { useWritten, WrittenLine } from "@/app/written";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { AddMenu } from "../work/AddMenu";
import { LogForm } from "./LogForm";
import { useLog } from "./useLog";

/** A call, a note, something to do: each a key away, each taken back with another. */
export function LogBar({ client }: { client: RecordPanel }) {
  const about = client.entity;
  const log = useLog(about);
  const { written, error } = useWritten();
  if (!log.mayWrite) return (written ?? error) ? <WrittenLine /> : null;
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
          <AddMenu client={client} />
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
      <WrittenLine />
    </section>
  );
}
