import { Undo2 } from "lucide-react";
import type { EntityType } from "@/api/generated/contracts";
import { entityName } from "@/app/words";
import { WrittenLine } from "@/app/written";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { EmptyState } from "@/components/states";

/** The page of a record that was made by hand and taken back. */
export function Gone({ entity, onBack }: { entity: EntityType; onBack: () => void }) {
  return (
    <section aria-label="Taken back" data-testid="gone" className="flex min-h-0 flex-1 flex-col">
      <div className="shrink-0 border-b border-line px-5 py-3">
        <WrittenLine />
      </div>
      <EmptyState
        icon={Undo2}
        title={`This ${entityName(entity)} is not in your records any more`}
        action={
          <Button data-testid="gone-back" onClick={onBack}>
            Go back <Kbd action="back" />
          </Button>
        }
      >
        It was made by hand and taken back; the log of changes keeps both.
      </EmptyState>
    </section>
  );
}
