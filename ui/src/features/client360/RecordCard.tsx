import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import type { Fact, RecordPanel } from "@/api/generated/contracts";
import { placeOf } from "@/app/places";
import { choiceWords, linkWords } from "@/app/words";
import { Chip } from "@/components/Chip";
import { FactList } from "@/features/provenance/FactList";
import { FactValue } from "@/features/provenance/FactValue";

/** Already said by the title, or only of use in the record's own page. */
const LEFT_OUT = new Set([
  "name",
  "full_name",
  "title",
  "external_id",
  "created_at",
  "updated_at",
  "currency",
  "contact",
  "account",
]);
const BADGES = ["stage", "status"];
const LEADING = ["amount", "property.price", "budget_max"];
const SHOWN = 6;

const pick = (facts: readonly Fact[], fields: readonly string[]): Fact[] =>
  fields.flatMap((field) => facts.find((fact) => fact.field === field) ?? []);

const words = (value: Fact["value"]): string => choiceWords(String(value));

interface RecordCardProps {
  record: RecordPanel;
  /** Beside its name: what is done with it now and then. */
  tools?: ReactNode;
  /** Below its facts: what is done with it often. */
  actions?: ReactNode;
}

/** One linked record: its name, where it stands, what it is worth, and its first facts. */
export function RecordCard({ record, tools, actions }: RecordCardProps) {
  const badges = pick(record.facts, BADGES);
  // A deal that is won stands in the stage “Won”, too: said once.
  const said = badges.filter(
    (fact, at) => badges.findIndex(({ value }) => words(value) === words(fact.value)) === at,
  );
  const leading = pick(record.facts, LEADING)[0];
  const rest = record.facts.filter(
    (fact) =>
      !LEFT_OUT.has(fact.field) &&
      !badges.includes(fact) &&
      fact !== leading &&
      fact.value !== null &&
      fact.value !== record.title,
  );
  return (
    <li className="py-2.5 first:pt-0 last:pb-0">
      <div className="flex items-center gap-2 pb-1">
        <Link
          {...placeOf(record.entity)}
          data-testid={`linked-${record.entity.entity}`}
          className="group inline-flex min-w-0 items-center gap-1 rounded-sm font-medium hover:text-accent-ink"
        >
          <span className="truncate">{record.title}</span>
          <ArrowUpRight
            className="size-3.5 shrink-0 text-faint opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
            aria-hidden="true"
          />
        </Link>
        {record.link && ["account", "person"].includes(record.entity.entity) && (
          <span className="shrink-0 text-sm text-faint">{linkWords(record.link)}</span>
        )}
        {said.map((fact) => (
          <Chip key={fact.field} title={fact.title}>
            {words(fact.value)}
          </Chip>
        ))}
        {leading && (
          <span className="ml-auto shrink-0 text-read font-semibold">
            {leading.field !== "amount" && (
              <span className="pr-2 text-sm font-normal text-faint">{leading.title}</span>
            )}
            <FactValue entity={record.entity} fact={leading} />
          </span>
        )}
        {tools && <span className={leading ? "flex shrink-0" : "ml-auto flex shrink-0"}>{tools}</span>}
      </div>
      {rest.length > 0 && <FactList entity={record.entity} facts={rest.slice(0, SHOWN)} />}
      {rest.length > SHOWN && (
        <Link
          {...placeOf(record.entity)}
          className="mt-1 inline-block rounded-sm text-sm text-accent-ink hover:underline"
        >
          Open to see {rest.length - SHOWN} more facts
        </Link>
      )}
      {actions}
    </li>
  );
}
