import { useNavigate, useSearch } from "@tanstack/react-router";
import { Import, UserPlus } from "lucide-react";
import type { ListSearch } from "@/app/addresses";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { useIntake } from "@/features/imports/intake";
import { KINDS } from "@/features/lists/kinds";
import { RecordScreen } from "@/features/lists/RecordScreen";
import { CreatePerson } from "./CreatePerson";

export function ContactsScreen() {
  const intake = useIntake();
  const { may } = useRights();
  const creates = may("edit_records");
  const navigate = useNavigate();
  const search: ListSearch = useSearch({ from: "/contacts" });
  const creating = creates && search.create === true;
  const setCreating = (open: boolean) =>
    void navigate({
      to: "/contacts",
      search: ({ create: _, ...now }: ListSearch) => (open ? { ...now, create: true } : now),
      replace: true,
    });
  useShortcuts("screen", creates ? { createRecord: () => setCreating(true) } : {});
  return (
    <>
      <CreatePerson open={creating} onOpenChange={setCreating} />
      <RecordScreen
        kind={KINDS.contacts}
        actions={
          <>
            {creates && (
              <Button data-testid="contacts-create" onClick={() => setCreating(true)}>
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
