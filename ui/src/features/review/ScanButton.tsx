import { CopyCheck } from "lucide-react";
import type { ScanResult } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { formatCount, plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { useShortcuts } from "@/app/shortcuts";
import { useProgress } from "@/app/useProgress";
import { listWords, stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { Kbd } from "@/components/Kbd";

const found = ({ pairs, related, accounts }: ScanResult): string => {
  const parts = [
    pairs > 0 && plural(pairs, "merge"),
    accounts > 0 && plural(accounts, "company merge"),
    related > 0 && plural(related, "link"),
  ].filter((part) => part !== false);
  return parts.length === 0 ? "Nobody new is there twice" : `${listWords(parts)} proposed`;
};

/** Looks through everybody for people and companies that are there twice. It proposes; it merges nobody. */
export function ScanButton() {
  const { may } = useRights();
  const scan = useAction("identity_scan");
  const stop = useAction("cancel");
  const work = useProgress(scan.isPending);
  const allowed = may("run_missions") && may("propose");
  const begin = () => !scan.isPending && scan.mutate(null);
  useShortcuts("screen", allowed ? { scanDuplicates: begin } : {});
  if (!allowed) return null;
  const stopped = scan.error?.code === "cancelled";
  return (
    <>
      <span className="text-muted tabular-nums" role="status" data-testid="scan-outcome">
        {scan.isPending &&
          (work && work.total > 0
            ? `${stageWords(work.stage)}: ${formatCount(work.done)} of ${formatCount(work.total)}`
            : "Comparing people…")}
        {scan.isSuccess && found(scan.data)}
        {scan.error && (stopped ? "Stopped; what was found so far waits here" : scan.error.message)}
      </span>
      {scan.isPending ? (
        <Button onClick={() => stop.mutate(null)} disabled={stop.isPending} data-testid="scan-stop">
          Stop looking
        </Button>
      ) : (
        <Button onClick={begin} data-testid="scan">
          <CopyCheck className="size-4" aria-hidden="true" />
          Look for duplicates
          <Kbd action="scanDuplicates" />
        </Button>
      )}
    </>
  );
}
