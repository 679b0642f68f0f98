import { Check, Pencil, Trophy, Unlink, X } from "lucide-react";
import type { RecordPanel } from "@/api/generated/contracts";
import { daysLater, localSecond } from "@/app/now";
import { choiceWords } from "@/app/words";
import { Button, IconButton } from "@/components/Button";
import { LADDER, moveTo, STAGES, won } from "./forms";
import { StageMenu } from "./StageMenu";
import { useWork } from "./work";

const value = (record: RecordPanel, field: string): string => {
  const found = record.facts.find((fact) => fact.field === field)?.value;
  return typeof found === "string" ? found : "";
};

const DONE = /^(done|complete|completed|closed|finished|cancelled|canceled)$/i;

export const isDone = (task: RecordPanel): boolean =>
  value(task, "done_at") !== "" || DONE.test(value(task, "status").trim());

/** What can be done with a record of the dossier at a click, each taken back with one key. */
export function CardActions({ record }: { record: RecordPanel }) {
  const work = useWork();
  if (!work) return null;
  const { entity, title } = record;
  const stage = value(record, "stage");
  const task = entity.entity === "task" && !isDone(record);
  const open = entity.entity === "opportunity" && !/^(won|lost|closed|cancel)/i.test(value(record, "status"));
  if (!open && !task && entity.entity !== "interest") return null;
  const move = (step: string) => {
    const fields = moveTo(step);
    if (entity.entity === "interest") fields.push({ field: "at", text: localSecond() });
    work.change(entity, fields, `${title} moved to ${choiceWords(step)}`);
  };
  return (
    <div className="flex flex-wrap items-center gap-1 pt-1.5" data-testid={`actions-${entity.entity}`}>
      {(open || entity.entity === "interest") && (
        <StageMenu
          label={`Stage of ${title}: ${stage ? choiceWords(stage) : "No stage yet"}`}
          stage={stage}
          steps={entity.entity === "interest" ? LADDER : STAGES}
          disabled={work.busy}
          onMove={move}
        />
      )}
      {open && (
        <>
          <Button
            size="small"
            data-testid="deal-won"
            disabled={work.busy}
            onClick={() => work.change(entity, won(), `${title} closed as won`)}
          >
            <Trophy className="size-3" aria-hidden="true" />
            Won
          </Button>
          <Button size="small" data-testid="deal-lost" onClick={() => work.lose(record)}>
            <X className="size-3" aria-hidden="true" />
            Lost…
          </Button>
        </>
      )}
      {task && (
        <>
          <Button
            size="small"
            data-testid="task-done"
            disabled={work.busy}
            onClick={() =>
              work.change(
                entity,
                [
                  { field: "status", text: "done" },
                  { field: "done_at", text: localSecond() },
                ],
                `Done: ${title}`,
              )
            }
          >
            <Check className="size-3" aria-hidden="true" />
            Done
          </Button>
          {[1, 7].map((days) => (
            <Button
              key={days}
              size="small"
              look="quiet"
              data-testid={`task-later-${days}`}
              disabled={work.busy}
              onClick={() => {
                const due = daysLater(value(record, "due_at") || localSecond(), days);
                work.change(entity, [{ field: "due_at", text: due }], `${title} put off`);
              }}
            >
              {days === 1 ? "A day later" : "A week later"}
            </Button>
          ))}
        </>
      )}
    </div>
  );
}

/** To write a record of the dossier anew, or to take its link away. */
export function CardTools({ record }: { record: RecordPanel }) {
  const work = useWork();
  if (!work) return null;
  const { entity, title } = record;
  return (
    <>
      {entity.entity !== "person" && (
        <IconButton
          label={`Edit ${title}`}
          small
          data-testid="record-edit"
          onClick={() => work.write(entity.entity, record)}
        >
          <Pencil className="size-3" />
        </IconButton>
      )}
      {(entity.entity === "person" || entity.entity === "account" || entity.entity === "household") && (
        <IconButton
          label={`Take the link to ${title} away`}
          small
          data-testid="record-unlink"
          disabled={work.busy}
          onClick={() => work.unlink(entity, `No longer linked to ${title}`)}
        >
          <Unlink className="size-3" />
        </IconButton>
      )}
    </>
  );
}
