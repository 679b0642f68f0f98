import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import type { EntityRef } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { placeOf } from "@/app/places";
import { entityName, fieldWords } from "@/app/words";

interface RecordLinkProps {
  record: EntityRef;
  /** What to say of a record that is not there: before an approval it may not be yet. */
  absent?: string;
  /** Its name, where it is known already. */
  title?: string | undefined;
}

/** A record by its name. */
export function RecordLink({ record, absent = "not in your records", title }: RecordLinkProps) {
  const known = title !== undefined;
  const found = useCommand("entity_get", { entity: record.entity, id: record.id }, { enabled: !known });
  const kind = fieldWords(entityName(record.entity));
  if (!known && !found.isSuccess) {
    return <span className="text-muted">{found.isPending ? kind : `${kind}: ${absent}`}</span>;
  }
  return (
    <Link
      {...placeOf(record)}
      data-testid={`record-link-${record.entity}`}
      className="inline-flex items-center gap-1 rounded-sm text-accent-ink hover:underline"
    >
      <span className="text-faint">{kind}</span>
      {title ?? found.data?.record.title}
      <ArrowUpRight className="size-3.5" aria-hidden="true" />
    </Link>
  );
}
