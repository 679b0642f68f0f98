import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type CommandError, call } from "@/api/client";
import type { NearMatches as Answer, NearMatch, TypedField } from "@/api/generated/contracts";
import { Avatar } from "@/components/Avatar";
import { Chip } from "@/components/Chip";
import { Confidence } from "@/components/Confidence";
import { strongest } from "@/features/review/waterfall";

interface NearMatchesProps {
  fields: readonly TypedField[];
  onOpen: (id: string) => void;
}

/** Who a person may be who is being typed in. Opening one leaves the form. */
export function NearMatches({ fields, onOpen }: NearMatchesProps) {
  const near = useQuery<Answer, CommandError>({
    queryKey: ["near_matches", fields],
    queryFn: () => call("near_matches", { fields: [...fields], limit: 4 }),
    enabled: fields.length > 0,
    placeholderData: keepPreviousData,
  });
  const matches = fields.length > 0 ? (near.data?.matches ?? []) : [];
  return (
    <section
      aria-label="Near matches"
      aria-live="polite"
      data-testid="near-matches"
      className="min-h-44 rounded-md border border-line bg-sunken"
    >
      {near.isError ? (
        <p role="alert" className="px-3 py-2.5 text-risk">
          {near.error.message} {near.error.hint}
        </p>
      ) : matches.length === 0 ? (
        <p className="px-3 py-2.5 text-muted">
          {fields.length === 0 ? "Nothing typed yet." : "Nobody like this is in your records."}
        </p>
      ) : (
        <ul>
          {matches.map((match) => (
            <Near key={match.entity.id} match={match} onOpen={onOpen} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Near({ match, onOpen }: { match: NearMatch; onOpen: (id: string) => void }) {
  const { entity, title, subtitle, sure, related, candidate } = match;
  return (
    <li className="border-b border-line last:border-b-0">
      <button
        type="button"
        data-testid="near-match"
        onClick={() => onOpen(entity.id)}
        className="flex w-full items-center gap-2.5 px-3 py-2 text-left hover:bg-hover"
      >
        <Avatar id={entity.id} name={title} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span className="truncate font-medium">{title}</span>
            <span className="truncate text-sm text-muted">{subtitle}</span>
          </span>
          <span className="block truncate text-sm text-muted">{strongest(candidate.evidence)?.sentence}</span>
        </span>
        {sure && <Chip tone="warn">Probably the same</Chip>}
        {related && <Chip tone="proposal">Perhaps of one household</Chip>}
        {!sure && !related && <Confidence value={candidate.score} suffix=" match" />}
      </button>
    </li>
  );
}
