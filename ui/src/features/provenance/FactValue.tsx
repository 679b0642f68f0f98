import { Copy } from "lucide-react";
import type { EntityRef, Fact } from "@/api/generated/contracts";
import { copyText } from "@/app/clipboard";
import { formatExact, formatShare } from "@/app/format";
import { useRights } from "@/app/rights";
import { copyValue, showValue } from "@/app/values";
import { IconButton } from "@/components/Button";
import { cx } from "@/components/cx";
import { useProvenance } from "./provenance";

/** What the core puts in place of what a role does not see. */
const MASK = "•••";

/** Source, date and confidence in one line, for hovering. */
function brief({ source }: Fact): string {
  const row = source.row_number === null ? "" : `Row ${source.row_number} of an import. `;
  const sure = source.confidence === null ? "" : ` Confidence ${formatShare(source.confidence)}.`;
  return `${row}Let in by ${source.actor.id}, ${formatExact(source.at)}.${sure}`;
}

interface FactValueProps {
  entity: EntityRef;
  fact: Fact;
  copy?: boolean;
  className?: string;
}

/** A value with a dotted line under it: pressing it opens the card that says where it comes from. */
export function FactValue({ entity, fact, copy = false, className }: FactValueProps) {
  const { ask, openFact } = useProvenance();
  const mayExplain = useRights().may("read_evidence");
  const shown = showValue(fact.value, fact.kind);
  return (
    <span className="group inline-flex max-w-full min-w-0 items-baseline gap-1.5 align-top">
      {mayExplain ? (
        <button
          type="button"
          data-testid={`fact-${fact.field}`}
          data-open={openFact === fact || undefined}
          aria-haspopup="dialog"
          title={[shown.exact, brief(fact)].filter(Boolean).join(". ")}
          onClick={(event) => ask({ anchor: event.currentTarget, entity, fact })}
          className={cx("sourced min-w-0 rounded-sm text-left break-words whitespace-pre-line", className)}
        >
          {shown.text}
        </button>
      ) : (
        <span
          data-testid={`fact-${fact.field}`}
          className={cx("min-w-0 break-words whitespace-pre-line", className)}
        >
          {shown.text}
        </span>
      )}
      {shown.label && fact.kind !== "address" && (
        <span className="shrink-0 text-sm text-faint">{shown.label.toLowerCase()}</span>
      )}
      {copy && !shown.text.includes(MASK) && (
        <IconButton
          label={`Copy ${shown.text}`}
          small
          className="self-center opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
          onClick={() => void copyText(copyValue(fact.value))}
        >
          <Copy className="size-3" />
        </IconButton>
      )}
    </span>
  );
}
