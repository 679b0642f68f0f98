import { Import } from "lucide-react";
import { useIntake } from "./intake";

/** Over the whole window while files are dragged across it. */
export function DropVeil() {
  const { dragging } = useIntake();
  if (!dragging) return null;
  return (
    <div className="pointer-events-none fixed inset-0 z-50 bg-veil p-3" data-testid="drop-veil">
      <div className="flex h-full flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed border-focus bg-surface/90">
        <Import className="size-7 text-accent-ink" strokeWidth={1.5} aria-hidden="true" />
        <p className="text-lg font-semibold">Drop to import</p>
        <p className="text-muted">You see what every row would do before anything is written.</p>
      </div>
    </div>
  );
}
