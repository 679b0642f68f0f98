import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import type { EntityRef } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { placeOf } from "@/app/places";
import { entityName, fieldWords } from "@/app/words";

/** A record by its name. Before the approval it may not exist, and says so. */
export function RecordLink({ record }: { record: EntityRef }) {
  const found = useCommand("entity_get", { entity: record.entity, id: record.id });
  const kind = fieldWords(entityName(record.entity));
  if (!found.isSuccess) {
    return <span className="text-muted">{found.isPending ? kind : `${kind}: made by the approval`}</span>;
  }
  return (
    <Link
      {...placeOf(record)}
      data-testid={`record-link-${record.entity}`}
      className="inline-flex items-center gap-1 rounded-sm text-accent-ink hover:underline"
    >
      <span className="text-faint">{kind}</span>
      {found.data.record.title}
      <ArrowUpRight className="size-3.5" aria-hidden="true" />
    </Link>
  );
}
