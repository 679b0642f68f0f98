import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AbsorbedRecord, Client360View } from "@/api/generated/contracts";
import { placeOf } from "@/app/places";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";
import { Panel } from "@/components/Panel";
import { When } from "@/components/When";
import { UnmergeDialog } from "./UnmergeDialog";

/** Who was merged into this client, and who was decided to be somebody else. Each merge can be taken apart at any time. */
export function IdentityPanel({ view }: { view: Client360View }) {
  const { may } = useRights();
  const [apart, setApart] = useState<AbsorbedRecord | null>(null);
  const { absorbed, not_the_same: others } = view;
  const newest = absorbed.at(-1);
  const allowed = may("merge_records");
  useShortcuts("screen", allowed && newest ? { unmerge: () => setApart(newest) } : {});
  if (absorbed.length + others.length === 0) return null;
  return (
    <Panel title="Who this is" testId="panel-identity">
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
      <UnmergeDialog record={apart} onClose={() => setApart(null)} />
    </Panel>
  );
}
