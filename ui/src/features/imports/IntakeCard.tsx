import { FileX2 } from "lucide-react";
import { plural } from "@/app/format";
import { stageUnit, stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { ProgressBar } from "@/components/ProgressBar";
import { RuleLine } from "@/components/RuleLine";
import { FirstLook } from "./FirstLook";
import { type FailedFile, useIntake } from "./intake";

/** The file being read, and the files that could not be. */
export function IntakeCard({ floating = false }: { floating?: boolean }) {
  const { running, look, work, waiting, failed, cancel } = useIntake();
  const frame = cx(
    "rounded-lg border border-line-strong bg-surface p-4",
    floating && "shadow-[var(--pop-shadow)]",
  );
  return (
    <div className="flex flex-col gap-3">
      {failed.map((file) => (
        <Failed key={file.path} file={file} className={frame} />
      ))}
      {running && (
        <section aria-label={`Importing ${running}`} data-testid="import-progress" className={frame}>
          <div className="flex items-center gap-3 pb-3">
            <p className="min-w-0 flex-1 truncate font-medium">{running}</p>
            <Button size="small" data-testid="import-cancel" onClick={cancel}>
              Cancel
            </Button>
          </div>
          <ProgressBar
            label={work ? stageWords(work.stage) : "Opening the file"}
            unit={stageUnit(work?.stage)}
            done={work?.done ?? 0}
            total={work?.total ?? 0}
            elapsedMs={work?.elapsedMs ?? 0}
            pace={work}
          />
          {look && <FirstLook look={look} />}
          {waiting > 0 && <p className="pt-1 text-sm text-faint">{plural(waiting, "more file")} to follow</p>}
        </section>
      )}
    </div>
  );
}

/** The message as a sentence of its own, where the file's name stands above it already. */
function withoutName(message: string, name: string): string {
  if (!message.startsWith(`${name}: `)) return message;
  const rest = message.slice(name.length + 2);
  return rest.charAt(0).toLocaleUpperCase() + rest.slice(1);
}

function Failed({ file, className }: { file: FailedFile; className: string }) {
  const { retry, dismiss } = useIntake();
  return (
    <section
      role="alert"
      aria-label={`${file.name} was not imported`}
      data-testid="import-error"
      className={className}
    >
      <div className="flex gap-3">
        <FileX2 className="mt-0.5 size-4 shrink-0 text-risk" aria-hidden="true" />
        <div className="min-w-0 flex-1" data-selectable>
          <p className="truncate font-medium" title={file.path}>
            {file.name} was not imported
          </p>
          <p className="text-muted">{withoutName(file.error.message, file.name)}</p>
          {file.error.hint && <p className="text-muted">{file.error.hint}</p>}
          <RuleLine error={file.error} />
        </div>
      </div>
      <div className="flex justify-end gap-2 pt-3">
        <Button size="small" look="quiet" onClick={() => dismiss(file)}>
          Dismiss
        </Button>
        <Button size="small" onClick={() => retry(file)}>
          Read the file again
        </Button>
      </div>
    </section>
  );
}
