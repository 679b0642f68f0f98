import { useMemo } from "react";
import type { ListField, RecordsQuery } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { choiceWords } from "@/app/words";
import type { Section } from "./lines";

/** The groups of a list, in the order of their work, each with the query of its own rows. */
export function useGroups(
  query: RecordsQuery,
  by: ListField | null,
  sum: ListField | null,
  folded: ReadonlySet<string>,
) {
  const { sorts: _, columns: __, ...what } = query;
  const answer = useCommand(
    "records_groups",
    { query: what, by: by?.name ?? "", ...(sum ? { sum: sum.name } : {}) },
    { enabled: by !== null },
  );
  const sections: readonly Section[] = useMemo(
    () =>
      (by ? (answer.data?.groups ?? []) : []).map(({ value, label, count, sums }) => {
        const key = value === null ? "none" : `is ${value}`;
        return {
          key,
          heading: {
            label:
              value === null
                ? `No ${by?.title.toLowerCase()}`
                : by?.kind === "choice"
                  ? choiceWords(label)
                  : label,
            value: value === null ? null : label,
            sums,
          },
          folded: folded.has(key),
          count,
          query: { ...query, in_group: { field: by?.name ?? "", value } },
        };
      }),
    [answer.data, by, query, folded],
  );
  return {
    sections,
    more: answer.data?.more ?? false,
    total: answer.data ? sections.reduce((all, { count }) => all + count, 0) : null,
    pending: by !== null && answer.isPending,
    error: answer.error,
    retry: () => void answer.refetch(),
  };
}

export type Groups = ReturnType<typeof useGroups>;
