import type { EntityRef } from "@/api/generated/contracts";

/** Where a record's page is. */
export function placeOf({ entity, id }: EntityRef) {
  return entity === "person"
    ? ({ to: "/people/$id", params: { id } } as const)
    : ({ to: "/records/$entity/$id", params: { entity, id } } as const);
}
