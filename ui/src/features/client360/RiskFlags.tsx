import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { EntityRef, RiskFlag } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { localNow } from "@/app/now";
import { placeOf } from "@/app/places";
import { Chip } from "@/components/Chip";
import { TONES } from "@/features/today/lines";

/** What endangers this client's business, each with its reason; nothing where nothing does. */
export function RiskFlags({ client }: { client: EntityRef }) {
  const [now] = useState(localNow);
  const risks = useCommand("client_risks", { id: client.id, now });
  const flags = risks.data?.flags ?? [];
  if (risks.isError) {
    return (
      <p role="alert" className="pt-1.5 text-sm text-muted" data-testid="risks-error">
        The risks could not be worked out: {risks.error.message}
      </p>
    );
  }
  if (flags.length === 0) return null;
  return (
    <ul aria-label="Risks" data-testid="risks" className="flex flex-col gap-0.5 pt-2">
      {flags.map((flag) => (
        <li key={`${flag.rule} ${flag.about?.id ?? ""}`} className="flex min-w-0 items-center gap-2">
          <Flag flag={flag} client={client} />
          <span className="truncate text-sm text-muted" title={flag.reason} data-selectable>
            {flag.reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Flag({ flag, client }: { flag: RiskFlag; client: EntityRef }) {
  const chip = (
    <Chip tone={TONES[flag.weight]} data-testid={`risk-${flag.rule}`}>
      {flag.words}
    </Chip>
  );
  if (!flag.about || flag.about.id === client.id) return chip;
  return (
    <Link {...placeOf(flag.about)} className="shrink-0 rounded-sm">
      {chip}
    </Link>
  );
}
