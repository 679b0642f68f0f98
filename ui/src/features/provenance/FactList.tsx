import type { EntityRef, Fact } from "@/api/generated/contracts";
import { groupBy } from "@/app/group";
import { showValue } from "@/app/values";
import { FactValue } from "./FactValue";

interface FactListProps {
  entity: EntityRef;
  facts: readonly Fact[];
}

const COPIED: readonly Fact["kind"][] = ["email", "phone", "website", "external_id"];

const nameOf = (fact: Fact): string => {
  const { label } = showValue(fact.value, fact.kind);
  return fact.kind === "address" && label ? `${fact.title}, ${label.toLowerCase()}` : fact.title;
};

/** Facts under their names; the values of one field stand together. */
export function FactList({ entity, facts }: FactListProps) {
  // Every address stands alone, its label beside the name; other values of one field share it.
  const byField = groupBy(facts, (fact) =>
    fact.kind === "address" ? `${fact.field} ${fact.index}` : fact.field,
  );
  return (
    <dl className="grid grid-cols-[minmax(112px,0.36fr)_1fr] gap-x-4 gap-y-1.5">
      {[...byField].map(([field, values]) => (
        <div key={field} className="contents">
          <dt className="truncate text-faint" title={values[0] && nameOf(values[0])}>
            {values[0] && nameOf(values[0])}
          </dt>
          <dd className="flex min-w-0 flex-col items-start gap-0.5">
            {values.map((fact) => (
              <FactValue
                key={`${field}-${fact.index ?? ""}`}
                entity={entity}
                fact={fact}
                copy={COPIED.includes(fact.kind)}
              />
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
