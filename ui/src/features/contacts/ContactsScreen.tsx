import { Import, UserPlus } from "lucide-react";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { useIntake } from "@/features/imports/intake";
import { KINDS } from "@/features/lists/kinds";
import { RecordScreen } from "@/features/lists/RecordScreen";
import { useCreating } from "@/features/lists/useCreating";
import { CreatePerson } from "./CreatePerson";

export function ContactsScreen() {
  const intake = useIntake();
  const { allowed, open, setOpen, made } = useCreating("/contacts");
  return (
    <>
      <CreatePerson open={open} onOpenChange={setOpen} onMade={made} />
      <RecordScreen
        kind={KINDS.contacts}
        actions={
          <>
            {allowed && (
              <Button data-testid="contacts-create" onClick={() => setOpen(true)}>
                <UserPlus className="size-3.5" aria-hidden="true" />
                New contact
                <Kbd action="createRecord" />
              </Button>
            )}
            {intake.allowed && (
              <Button data-testid="contacts-import" onClick={intake.choose}>
                <Import className="size-3.5" aria-hidden="true" />
                Import a file…
              </Button>
            )}
          </>
        }
      />
    </>
  );
}
