import { Plus } from "lucide-react";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { FORMS } from "@/features/client360/work/forms";
import { RecordForm } from "@/features/client360/work/RecordForm";
import type { Kind } from "./kinds";
import { RecordScreen } from "./RecordScreen";
import { useCreating } from "./useCreating";

/** A list whose records are made in it, too: they need no client. */
export function CreatingScreen({ kind }: { kind: Kind }) {
  const { allowed, open, setOpen, made } = useCreating(kind.to);
  return (
    <>
      <RecordForm
        writing={open ? { kind: kind.entity, record: null } : null}
        about={null}
        onDone={made}
        onClose={() => setOpen(false)}
      />
      <RecordScreen
        kind={kind}
        actions={
          allowed && (
            <Button data-testid={`${kind.testId}-create`} onClick={() => setOpen(true)}>
              <Plus className="size-3.5" aria-hidden="true" />
              New {FORMS[kind.entity].title.toLowerCase()}
              <Kbd action="createRecord" />
            </Button>
          )
        }
      />
    </>
  );
}
