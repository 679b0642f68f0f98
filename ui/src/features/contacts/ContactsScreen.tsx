import { useNavigate, useSearch } from "@tanstack/react-router";
import { Import, UserPlus, UsersRound } from "lucide-react";
import type { PersonRow } from "@/api/generated/contracts";
import type { ListSearch } from "@/app/addresses";
import { formatPhone } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Avatar } from "@/components/Avatar";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Kbd } from "@/components/Kbd";
import { EmptyState } from "@/components/states";
import type { Column } from "@/components/VirtualTable";
import { When } from "@/components/When";
import { useIntake } from "@/features/imports/intake";
import { RecordList } from "@/features/lists/RecordList";
import { CreatePerson } from "./CreatePerson";

const COLUMNS: readonly Column<PersonRow>[] = [
  {
    id: "name",
    header: "Name",
    track: "minmax(166px, 1.5fr)",
    sort: "name",
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <Avatar id={row.id} name={row.name} />
        <span className="truncate font-medium">{row.name}</span>
      </span>
    ),
  },
  {
    id: "company",
    header: "Company",
    track: "minmax(104px, 1.2fr)",
    sort: "company_name",
    cell: (row) => <span title={row.company_name ?? ""}>{row.company_name}</span>,
  },
  { id: "job", header: "Title", track: "minmax(84px, 1fr)", cell: (row) => <Quiet text={row.job_title} /> },
  { id: "email", header: "E-mail", track: "minmax(130px, 1.5fr)", cell: (row) => <Quiet text={row.email} /> },
  {
    id: "phone",
    header: "Phone",
    track: "126px",
    cell: (row) => <Quiet text={row.phone && formatPhone(row.phone)} digits />,
  },
  { id: "city", header: "City", track: "minmax(64px, 0.6fr)", cell: (row) => <Quiet text={row.city} /> },
  {
    id: "status",
    header: "Lead status",
    track: "minmax(92px, 0.7fr)",
    sort: "lead_status",
    cell: (row) =>
      row.lead_status && (
        <Chip className="max-w-full" title={row.lead_status}>
          <span className="truncate">{row.lead_status}</span>
        </Chip>
      ),
  },
  {
    id: "owner",
    header: "Owner",
    track: "minmax(72px, 0.7fr)",
    sort: "owner",
    cell: (row) => <Quiet text={row.owner} />,
  },
  {
    id: "activity",
    header: "Last activity",
    track: "88px",
    sort: "last_activity_at",
    cell: (row) => <When at={row.last_activity_at} className="text-muted" />,
  },
  {
    id: "created",
    header: "Created",
    track: "84px",
    sort: "created_at",
    cell: (row) => <When at={row.created_at} className="text-muted" />,
  },
];

function Quiet({ text, digits = false }: { text: string | null; digits?: boolean }) {
  return (
    <span className={digits ? "text-muted tabular-nums" : "text-muted"} title={text ?? ""}>
      {text}
    </span>
  );
}

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
      <RecordList
        command="people_list"
        to="/contacts"
        entity="person"
        title="Contacts"
        columns={COLUMNS}
        largestFirst={["last_activity_at", "created_at"]}
        minWidth={1164}
        testId="contacts-row"
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
        empty={
          <EmptyState
            icon={UsersRound}
            title="No contacts yet"
            action={
              intake.allowed && (
                <Button look="primary" data-testid="empty-import" onClick={intake.choose}>
                  Import a file…
                </Button>
              )
            }
          >
            {intake.allowed
              ? "Bring in an export of your CRM or address book; you decide row by row what becomes a contact."
              : "They appear here once a colleague has brought them in."}
          </EmptyState>
        }
      />
    </>
  );
}
