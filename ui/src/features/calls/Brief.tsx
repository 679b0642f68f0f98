import { Link } from "@tanstack/react-router";
import { MessageCircle, Phone, PhoneOff } from "lucide-react";
import type { ReactNode } from "react";
import type { Client360View, Fact, RecordPanel } from "@/api/generated/contracts";
import { placeOf } from "@/app/places";
import { showValue } from "@/app/values";
import { choiceWords } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { IconButton } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Kbd } from "@/components/Kbd";
import { Panel } from "@/components/Panel";
import { When } from "@/components/When";
import { factsOf } from "@/features/client360/groups";
import { RiskFlags } from "@/features/client360/RiskFlags";
import { FactValue } from "@/features/provenance/FactValue";
import { openTasks, textOf } from "./outcomes";

const CONTACTS = 4;

interface BriefProps {
  view: Client360View;
  phones: readonly Fact[];
  onHandOver: (to: "telephone" | "whatsapp", phone: number) => void;
  /** The address that the system was given last. */
  handed: string | null;
}

/** What somebody wants to know before they speak: who, how they are reached, what was last, what was promised, what is at stake. */
export function Brief({ view, phones, onHandOver, handed }: BriefProps) {
  const { facts, title } = view.identity;
  const one = (field: string): string => {
    const fact = factsOf(facts, field)[0];
    return fact ? showValue(fact.value, fact.kind).text : "";
  };
  const silent = [...facts, ...view.consent].some(
    ({ field, value }) => field === "do_not_contact" && value === true,
  );
  const tasks = openTasks(view.tasks);
  const [next] = tasks;
  const last = [...view.recent_interactions].sort((a, b) => textOf(b, "at").localeCompare(textOf(a, "at")));
  return (
    <div className="flex flex-col gap-4 p-5" data-testid="brief">
      <header className="flex items-start gap-4">
        <Avatar id={view.client_ref.id} name={title} size="large" />
        <div className="min-w-0 flex-1">
          <h2 className="flex items-baseline gap-2">
            <Link
              {...placeOf(view.client_ref)}
              data-testid="brief-name"
              className="truncate rounded-sm text-xl font-semibold tracking-tight hover:text-accent-ink"
            >
              {title}
            </Link>
            <Kbd action="callOpen" />
          </h2>
          <p className="pt-0.5 text-read text-muted">
            {[one("job_title"), one("company_name")].filter(Boolean).join(", ") || "No company known"}
          </p>
          <p className="flex items-baseline gap-1.5 pt-1 text-read" data-testid="brief-next">
            <span className="text-faint">Next</span>
            {next ? (
              <>
                <span className="truncate font-medium">{next.title}</span>
                <When at={textOf(next, "due_at") || null} className="shrink-0 text-muted" />
              </>
            ) : (
              <span className="text-muted">nothing is planned</span>
            )}
          </p>
          <RiskFlags client={view.client_ref} />
        </div>
        <div className="flex shrink-0 flex-col items-end gap-1" data-testid="brief-phones">
          {phones.slice(0, 3).map((fact, n) => (
            <span key={fact.index} className="flex items-center gap-1 text-read">
              <FactValue entity={view.client_ref} fact={fact} copy />
              <IconButton
                label="Call this number"
                side="left"
                {...(n === 0 ? { action: "callDial" as const } : {})}
                data-testid="call-dial"
                disabled={silent}
                onClick={() => onHandOver("telephone", n)}
              >
                <Phone className="size-4" />
              </IconButton>
              <IconButton
                label="Write in WhatsApp"
                side="left"
                {...(n === 0 ? { action: "callWhatsapp" as const } : {})}
                data-testid="call-whatsapp"
                disabled={silent}
                onClick={() => onHandOver("whatsapp", n)}
              >
                <MessageCircle className="size-4" />
              </IconButton>
            </span>
          ))}
          {phones.length === 0 && <span className="text-muted">No number known</span>}
          {phones.length > 0 && !silent && (
            <span className="flex items-center gap-1.5 text-sm text-faint">
              dial <Kbd action="callDial" /> WhatsApp <Kbd action="callWhatsapp" /> copy{" "}
              <Kbd action="copyPhone" />
            </span>
          )}
          {silent && (
            <Chip tone="risk" data-testid="brief-silent">
              <PhoneOff className="size-3" aria-hidden="true" />
              Asked not to be contacted
            </Chip>
          )}
          {handed && (
            <span className="text-sm text-muted" role="status" data-testid="brief-handed">
              {handed.startsWith("tel:") ? "Handed to the telephone" : "Handed to WhatsApp"}
            </span>
          )}
        </div>
      </header>
      <div className="grid gap-4 min-[1100px]:grid-cols-2">
        <Panel title="Last contact" testId="brief-contacts">
          <Lines of={last.slice(0, CONTACTS)} nothing="Nobody was in touch yet.">
            {(record) => (
              <>
                <Line
                  record={record}
                  date="at"
                  chip={textOf(record, "outcome") || textOf(record, "channel")}
                />
                {textOf(record, "body") && (
                  <p className="line-clamp-2 text-sm text-muted">{textOf(record, "body")}</p>
                )}
              </>
            )}
          </Lines>
        </Panel>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Promised and open" testId="brief-promises">
            <Lines of={tasks.slice(0, CONTACTS)} nothing="Nothing is open.">
              {(record) => <Line record={record} date="due_at" chip={textOf(record, "priority")} />}
            </Lines>
          </Panel>
          <Panel title="Deals" testId="brief-deals">
            <Lines of={view.active_opportunities.slice(0, CONTACTS)} nothing="No deal is open.">
              {(record) => <Line record={record} date="close_date" chip={textOf(record, "stage")} amount />}
            </Lines>
          </Panel>
        </div>
      </div>
    </div>
  );
}

interface LinesProps {
  of: readonly RecordPanel[];
  nothing: string;
  children: (record: RecordPanel) => ReactNode;
}

function Lines({ of, nothing, children }: LinesProps) {
  if (of.length === 0) return <p className="text-muted">{nothing}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {of.map((record) => (
        <li key={record.entity.id} data-testid="brief-line">
          {children(record)}
        </li>
      ))}
    </ul>
  );
}

interface LineProps {
  record: RecordPanel;
  date: string;
  chip: string;
  amount?: boolean;
}

function Line({ record, date, chip, amount = false }: LineProps) {
  const worth = amount ? record.facts.find(({ field }) => field === "amount") : undefined;
  return (
    <div className="flex items-center gap-2">
      <span className="min-w-0 flex-1 truncate font-medium">{record.title}</span>
      {worth && <FactValue entity={record.entity} fact={worth} />}
      {chip && chip !== record.title && <Chip>{choiceWords(chip)}</Chip>}
      <When at={textOf(record, date) || null} className="shrink-0 text-sm text-muted" />
    </div>
  );
}
