import { Link } from "@tanstack/react-router";
import {
  Check,
  FileInput,
  Globe,
  type LucideIcon,
  Mail,
  MapPin,
  MessageCircle,
  MessageSquare,
  Milestone,
  NotebookPen,
  Phone,
  Scale,
  Users,
} from "lucide-react";
import type { ReactNode } from "react";
import type { TimelineEntry, TimelineKind } from "@/api/generated/contracts";
import { formatExact } from "@/app/format";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";

/** How each kind is drawn and called: one, many. */
export const KINDS: Record<TimelineKind, readonly [LucideIcon, one: string, many: string]> = {
  call: [Phone, "Call", "Calls"],
  whatsapp: [MessageCircle, "WhatsApp", "WhatsApp"],
  email: [Mail, "E-mail", "E-mails"],
  sms: [MessageSquare, "SMS", "SMS"],
  visit: [MapPin, "Visit", "Visits"],
  meeting: [Users, "Meeting", "Meetings"],
  web: [Globe, "Web", "Web"],
  other: [MessageSquare, "Contact", "Other"],
  note: [NotebookPen, "Note", "Notes"],
  task: [Check, "Task done", "Tasks done"],
  stage: [Milestone, "Stage", "Stages"],
  import: [FileInput, "Import", "Imports"],
  decision: [Scale, "Decision", "Decisions"],
};

/** The hour of an entry; a day alone has none. */
function hour(at: string): string {
  if (!/T\d\d:\d\d/.test(at)) return "";
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return "";
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** One thing that happened: what, when, by whom; its title opens what it names. */
export function TimelineLine({ entry }: { entry: TimelineEntry }) {
  const [Icon, name] = KINDS[entry.kind];
  const heard = entry.direction === "inbound";
  return (
    <li className="flex gap-3 py-1.5" data-testid="timeline-entry" data-kind={entry.kind}>
      <Icon className="mt-0.75 size-3.5 shrink-0 text-faint" aria-label={name} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 truncate font-medium" data-selectable>
            <Opens entry={entry}>{entry.title || name}</Opens>
          </span>
          {heard && <span className="shrink-0 text-sm text-faint">from the client</span>}
          <span className="ml-auto shrink-0 text-sm text-faint tabular-nums" title={formatExact(entry.at)}>
            {[entry.by, hour(entry.at)].filter(Boolean).join(" · ")}
          </span>
        </div>
        {entry.detail && (
          <p className="truncate text-sm text-muted" title={entry.detail} data-selectable>
            {entry.detail}
          </p>
        )}
        {entry.body && (
          <p className="line-clamp-3 whitespace-pre-line text-muted" data-selectable>
            {entry.body}
          </p>
        )}
      </div>
    </li>
  );
}

const LINK = "rounded-sm hover:text-accent-ink hover:underline";

function Opens({ entry, children }: { entry: TimelineEntry; children: ReactNode }) {
  const { may } = useRights();
  const { opens } = entry;
  if (opens.what === "record")
    return (
      <Link {...placeOf(opens.entity)} className={LINK}>
        {children}
      </Link>
    );
  if (opens.what === "row" && may("read_workflow"))
    return (
      <Link
        to="/imports/$id"
        params={{ id: opens.import_id }}
        search={{ pane: "records", ...(opens.row_number === null ? {} : { row: opens.row_number }) }}
        className={LINK}
      >
        {children}
      </Link>
    );
  if (opens.what === "decision" && may("read_workflow"))
    return (
      <Link to="/review" search={{ made: true }} className={LINK}>
        {children}
      </Link>
    );
  return <>{children}</>;
}
