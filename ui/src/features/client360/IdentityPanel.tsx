import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AbsorbedRecord, EntityRef, NotTheSame } from "@/api/generated/contracts";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { Panel } from "@/components/Panel";
import { When } from "@/components/When";
import { SameAsDialog } from "./SameAsDialog";
import { UnmergeDialog } from "./UnmergeDialog";
import { useAsked, WAITS } from "./useAsked";

interface IdentityPanelProps {
  of: EntityRef;
  title: string;
  /** Who was merged into it, oldest first. */
  absorbed: readonly AbsorbedRecord[];
  /** Who was decided to be somebody else. */
  others: readonly NotTheSame[];
}

/**
 * Who was merged into a client or a company, and who was decided to be somebody else. Each merge can be taken apart at any
 * time.
 */
export function IdentityPanel({ of, title, absorbed, others }: IdentityPanelProps) {
  const { may, maySearch } = useRights();
  const [apart, setApart] = useState<AbsorbedRecord | null>(null);
  const newest = absorbed.at(-1);
  const allowed = may("propose");
  const [finding, setFinding] = useState(false);
  const { waits, setWaits, asked } = useAsked();
  const find = allowed && maySearch;
  useShortcuts("screen", {
    ...(allowed && newest && { unmerge: () => setApart(newest) }),
    ...(find && { sameAs: () => setFinding(true) }),
  });
  if (absorbed.length + others.length === 0 && !find) return null;
  return (
    <Panel title={of.entity === "person" ? "Who this is" : "Which one this is"} testId="panel-identity">
      <ul className="flex flex-col gap-1.5">
        {absorbed.map((record) => (
          <li key={record.entity.id} className="flex items-baseline gap-2" data-testid="absorbed">
            <span className="min-w-0 flex-1" data-selectable>
              Also <span className="font-medium">{record.title}</span>
              <span className="text-muted">
                , merged by {record.by.id} <When at={record.at} />
              </span>
            </span>
            {allowed && (
              <Button size="small" data-testid="unmerge" onClick={() => setApart(record)}>
                Take apart…
                {record === newest && <Kbd action="unmerge" />}
              </Button>
            )}
          </li>
        ))}
        {others.map((other) => (
          <li key={other.entity.id} data-testid="not-the-same" data-selectable>
            Not the same as{" "}
            <Link
              {...placeOf(other.entity)}
              className="rounded-sm font-medium text-accent-ink hover:underline"
            >
              {other.title}
            </Link>
            <span className="text-muted">
              {other.by !== null && `, decided by ${other.by}`}
              {other.at !== null && (
                <>
                  {" "}
                  <When at={other.at} />
                </>
              )}
              {other.notes !== null && `: “${other.notes}”`}
            </span>
          </li>
        ))}
      </ul>
      {find && (
        <Button
          size="small"
          look="quiet"
          data-testid="same-as-open"
          className="mt-1 -ml-2"
          onClick={() => setFinding(true)}
        >
          {of.entity === "person" ? "Same as somebody else…" : "Same as another…"}
          <Kbd action="sameAs" />
        </Button>
      )}
      {waits && (
        <p role="status" data-testid="asked" className="pt-1 text-pending">
          {WAITS}
        </p>
      )}
      <UnmergeDialog record={apart} onClose={() => setApart(null)} onAsked={() => setWaits(true)} />
      <SameAsDialog open={finding} of={of} title={title} onClose={() => setFinding(false)} onAsked={asked} />
    </Panel>
  );
}
