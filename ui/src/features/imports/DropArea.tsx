import { FileUp } from "lucide-react";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { Kbd } from "@/components/Kbd";
import { useIntake } from "./intake";

/** Where files come in. The whole window takes drops; this says so and offers the dialog. */
export function DropArea({ large }: { large: boolean }) {
  const { choose, dragging } = useIntake();
  return (
    <div
      data-testid="drop-area"
      className={cx(
        "control flex items-center gap-5 rounded-lg border border-dashed px-6",
        dragging ? "border-focus bg-accent-soft" : "border-line-strong bg-surface",
        large ? "min-h-72 flex-col justify-center text-center" : "py-5",
      )}
    >
      <span className="inline-flex size-10 shrink-0 items-center justify-center rounded-lg bg-accent-soft text-accent-ink">
        <FileUp className="size-5" strokeWidth={1.5} aria-hidden="true" />
      </span>
      <div className={cx("min-w-0", large ? "max-w-110" : "flex-1")}>
        <p className="text-read font-semibold">Drop an export anywhere in this window</p>
        <p className="text-muted">
          CSV or other delimited text from a CRM or address book, of any size. You can also open a file with
          Velocity from your file manager. Nothing is written until you approve it.
        </p>
      </div>
      <Button look={large ? "primary" : "plain"} data-testid="import-choose" onClick={choose}>
        Choose a file…
        <Kbd
          action="importFile"
          {...(large && {
            className: "[&_kbd]:border-on-accent/40 [&_kbd]:bg-transparent [&_kbd]:text-on-accent",
          })}
        />
      </Button>
    </div>
  );
}
