import { Link } from "@tanstack/react-router";
import { ArrowLeft, Mail, Phone } from "lucide-react";
import type { ReactNode } from "react";
import type { Client360View, Fact, RecordPanel } from "@/api/generated/contracts";
import { placeOf } from "@/app/places";
import { showValue } from "@/app/values";
import { Avatar } from "@/components/Avatar";
import { IconButton } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { When } from "@/components/When";
import { FactValue } from "@/features/provenance/FactValue";
import { ArchivedMark, RecordMenu } from "./archiving";
import { factsOf } from "./groups";
import { RiskFlags } from "./RiskFlags";
import { isDone } from "./work/CardActions";

/** Everything a call needs before anything else: who, where they work, how to reach them, where they stand. */
export function ClientHeader({ view, onBack }: { view: Client360View; onBack: () => void }) {
  const { facts, title } = view.identity;
  const one = (field: string): Fact | undefined => factsOf(facts, field)[0];
  const job = one("job_title");
  const company = one("company_name");
  const owner = one("owner") ?? one("assignee");
  const status = one("lead_status") ?? one("lifecycle_stage");
  const activity = one("last_activity_at") ?? one("last_contacted_at");
  const tags = factsOf(facts, "tags");
  const phones = factsOf(facts, "phone");
  const emails = factsOf(facts, "email");
  return (
    <header className="flex shrink-0 items-start gap-4 border-b border-line py-3.5 pr-5 pl-3">
      <IconButton
        label="Back"
        action="back"
        side="right"
        data-testid="back"
        onClick={onBack}
        className="mt-2.5"
      >
        <ArrowLeft className="size-4" />
      </IconButton>
      <Avatar id={view.client_ref.id} name={title} size="large" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <h1
            className="truncate text-xl font-semibold tracking-tight"
            data-selectable
            data-testid="client-name"
          >
            {title}
          </h1>
          <ArchivedMark of={view.client_ref} title={title} archived={view.archived} />
          {status && <Chip title={status.title}>{showValue(status.value, status.kind).text}</Chip>}
          {tags.map((tag) => (
            <Chip key={tag.index} tone="accent" title="Tag">
              {showValue(tag.value).text}
            </Chip>
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-x-2 pt-0.5 text-read text-muted">
          {[job, company]
            .filter((fact) => fact !== undefined)
            .map((fact) => showValue(fact.value).text)
            .join(", ") || "No company known"}
          {activity && (
            <span className="text-faint">
              · last activity <When at={typeof activity.value === "string" ? activity.value : null} />
            </span>
          )}
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-1 pt-2 text-read">
          {phones.length > 0 && (
            <Reach icon={<Phone className="size-3.5" aria-label="Phone" />}>
              {phones.slice(0, 2).map((fact) => (
                <FactValue key={fact.index} entity={view.client_ref} fact={fact} copy />
              ))}
            </Reach>
          )}
          {emails.length > 0 && (
            <Reach icon={<Mail className="size-3.5" aria-label="E-mail" />}>
              {emails.slice(0, 2).map((fact) => (
                <FactValue key={fact.index} entity={view.client_ref} fact={fact} copy />
              ))}
            </Reach>
          )}
        </div>
        <NextAction tasks={view.tasks} />
        <RiskFlags client={view.client_ref} />
      </div>
      {owner && (
        <div className="flex shrink-0 flex-col items-end pt-1">
          <span className="text-sm text-faint">{owner.title}</span>
          <span className="flex items-center gap-2">
            <Avatar id={showValue(owner.value).text} name={showValue(owner.value).text} />
            <FactValue entity={view.client_ref} fact={owner} />
          </span>
        </div>
      )}
      <RecordMenu of={view.client_ref} title={title} archived={view.archived} />
    </header>
  );
}

/** What is to be done next: of the open tasks the one that is due first. */
function NextAction({ tasks }: { tasks: readonly RecordPanel[] }) {
  const due = (task: RecordPanel): string => {
    const value = task.facts.find(({ field }) => field === "due_at")?.value;
    return typeof value === "string" ? value : "";
  };
  const [next] = tasks
    .filter((task) => !isDone(task))
    .sort((a, b) => (due(a) || "~").localeCompare(due(b) || "~"));
  if (!next) return null;
  return (
    <p className="flex items-center gap-1.5 pt-1.5 text-read" data-testid="next-action">
      <span className="text-faint">Next</span>
      <Link {...placeOf(next.entity)} className="truncate rounded-sm font-medium hover:text-accent-ink">
        {next.title}
      </Link>
      <When at={due(next) || null} className="shrink-0 text-muted" />
    </p>
  );
}

function Reach({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span className="-mr-1 text-faint">{icon}</span>
      {children}
    </span>
  );
}
