import { Building2 } from "lucide-react";
import type { AccountRow } from "@/api/generated/contracts";
import { formatCount, formatPhone } from "@/app/format";
import { Avatar } from "@/components/Avatar";
import { Button } from "@/components/Button";
import { EmptyState } from "@/components/states";
import type { Column } from "@/components/VirtualTable";
import { useIntake } from "@/features/imports/intake";
import { RecordList } from "@/features/lists/RecordList";

const COLUMNS: readonly Column<AccountRow>[] = [
  {
    id: "name",
    header: "Name",
    track: "minmax(200px, 2fr)",
    sort: "name",
    cell: (row) => (
      <span className="flex items-center gap-2.5">
        <Avatar id={row.id} name={row.name} kind="account" />
        <span className="truncate font-medium">{row.name}</span>
      </span>
    ),
  },
  {
    id: "industry",
    header: "Industry",
    track: "minmax(110px, 1fr)",
    sort: "industry",
    cell: (row) => row.industry,
  },
  {
    id: "domain",
    header: "Domain",
    track: "minmax(120px, 1.2fr)",
    cell: (row) => <Quiet text={row.domain} />,
  },
  {
    id: "phone",
    header: "Phone",
    track: "130px",
    cell: (row) => <Quiet text={row.phone && formatPhone(row.phone)} />,
  },
  { id: "city", header: "City", track: "minmax(80px, 0.7fr)", cell: (row) => <Quiet text={row.city} /> },
  {
    id: "owner",
    header: "Owner",
    track: "minmax(90px, 0.8fr)",
    sort: "owner",
    cell: (row) => <Quiet text={row.owner} />,
  },
  {
    id: "people",
    header: "People",
    track: "72px",
    sort: "people",
    numeric: true,
    cell: (row) => <Count n={row.people} />,
  },
  {
    id: "opportunities",
    header: "Opportunities",
    track: "96px",
    numeric: true,
    cell: (row) => <Count n={row.opportunities} />,
  },
];

function Quiet({ text }: { text: string | null }) {
  return (
    <span className="text-muted" title={text ?? ""}>
      {text}
    </span>
  );
}

function Count({ n }: { n: number }) {
  return n === 0 ? <span className="text-faint">0</span> : <span>{formatCount(n)}</span>;
}

export function AccountsScreen() {
  const intake = useIntake();
  return (
    <RecordList
      command="accounts_list"
      to="/accounts"
      entity="account"
      title="Accounts"
      columns={COLUMNS}
      largestFirst={["people"]}
      minWidth={980}
      testId="accounts-row"
      empty={
        <EmptyState
          icon={Building2}
          title="No accounts yet"
          action={
            intake.allowed && (
              <Button look="primary" data-testid="empty-import" onClick={intake.choose}>
                Import a file…
              </Button>
            )
          }
        >
          Companies appear here when a file names them, linked to the people who work there.
        </EmptyState>
      }
    />
  );
}
