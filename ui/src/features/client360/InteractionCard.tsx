import {
  Globe,
  type LucideIcon,
  Mail,
  MapPin,
  MessageCircle,
  MessageSquare,
  NotebookPen,
  Phone,
  Users,
} from "lucide-react";
import type { Fact, RecordPanel } from "@/api/generated/contracts";
import { Chip } from "@/components/Chip";
import { When } from "@/components/When";
import { FactValue } from "@/features/provenance/FactValue";

const CHANNEL: Record<string, readonly [LucideIcon, string]> = {
  call: [Phone, "Call"],
  email: [Mail, "E-mail"],
  whatsapp: [MessageCircle, "WhatsApp"],
  sms: [MessageSquare, "SMS"],
  visit: [MapPin, "Visit"],
  meeting: [Users, "Meeting"],
  note: [NotebookPen, "Note"],
  web: [Globe, "Web"],
};
const OTHER = [MessageSquare, "Contact"] as const;

/** One call or message: how, when, what was said; its words open their source like any other fact. */
export function InteractionCard({ record }: { record: RecordPanel }) {
  const one = (field: string): Fact | undefined => record.facts.find((fact) => fact.field === field);
  const text = (field: string): string | null => {
    const value = one(field)?.value;
    return typeof value === "string" && value !== "" ? value : null;
  };
  const [Icon, name] = CHANNEL[text("channel") ?? ""] ?? OTHER;
  const body = one("body");
  const subject = one("subject");
  const outcome = text("outcome");
  return (
    <li className="flex gap-3 py-2.5 first:pt-0 last:pb-0" data-testid="interaction">
      <Icon className="mt-0.75 size-3.5 shrink-0 text-faint" aria-label={name} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="min-w-0 truncate font-medium" data-selectable>
            {subject ? <FactValue entity={record.entity} fact={subject} /> : record.title}
          </span>
          {outcome && outcome !== text("subject") && <Chip title="Outcome">{outcome}</Chip>}
          <When at={text("at")} className="ml-auto shrink-0 text-sm text-faint" />
        </div>
        {body && (
          <p className="whitespace-pre-line pt-0.5 text-read text-muted" data-selectable>
            <FactValue entity={record.entity} fact={body} />
          </p>
        )}
      </div>
    </li>
  );
}
