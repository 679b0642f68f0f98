import { CopyCheck } from "lucide-react";
import type { ScanResult } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { plural } from "@/app/format";
import { useRights } from "@/app/rights";
import { Button } from "@/components/Button";

const found = ({ pairs, related }: ScanResult): string => {
  if (pairs + related === 0) return "Nobody new is there twice";
  const links = related > 0 ? ` and ${plural(related, "link")}` : "";
  return `${plural(pairs, "merge")}${links} proposed`;
};

/** Looks through everybody for people who are there twice. It proposes; it merges nobody. */
export function ScanButton() {
  const { may } = useRights();
  const scan = useAction("identity_scan");
  if (!(may("run_missions") && may("propose"))) return null;
  return (
    <>
      <span className="text-muted" role="status" data-testid="scan-outcome">
        {scan.isPending && "Comparing people…"}
        {scan.isSuccess && found(scan.data)}
        {scan.error && scan.error.code !== "cancelled" && scan.error.message}
      </span>
      <Button onClick={() => scan.mutate(null)} disabled={scan.isPending} data-testid="scan">
        <CopyCheck className="size-4" aria-hidden="true" />
        Look for duplicates
      </Button>
    </>
  );
}
