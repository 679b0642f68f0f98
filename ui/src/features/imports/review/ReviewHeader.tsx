import { ArrowLeft } from "lucide-react";
import type { ImportDetail } from "@/api/generated/contracts";
import { formatBytes, plural } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { anEntity, currentFates } from "@/app/words";
import { IconButton } from "@/components/Button";
import { Confidence } from "@/components/Confidence";
import { SegmentBar } from "@/components/SegmentBar";
import { When } from "@/components/When";
import { ImportMenu, openImportMenu } from "../history/ImportMenu";
import { StateChip } from "../StateChip";

interface ReviewHeaderProps {
  detail: ImportDetail;
  /** Its reading was cut off. */
  cutOff: boolean;
  onBack: () => void;
}

export function ReviewHeader({ detail, cutOff, onBack }: ReviewHeaderProps) {
  const { summary } = detail;
  const profile = summary.source_profile;
  useShortcuts("screen", { moreOfImport: () => openImportMenu(summary.import_id) });
  return (
    <header className="flex shrink-0 items-center gap-3 py-2.5 pr-5 pl-3">
      <IconButton label="Back to imports" action="back" side="right" data-testid="back" onClick={onBack}>
        <ArrowLeft className="size-4" />
      </IconButton>
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2.5">
          <h1
            className="truncate text-lg font-semibold tracking-tight"
            data-selectable
            data-testid="review-file"
          >
            {summary.file_name}
          </h1>
          <StateChip state={summary.state} repeats={summary.duplicate_of_import !== null} cutOff={cutOff} />
        </div>
        <p className="flex min-w-0 items-center gap-x-2 whitespace-nowrap text-muted">
          <span>{profile.title}</span>
          <Confidence value={profile.confidence} suffix=" confidence" />
          <span className="min-w-0 truncate text-faint">
            · {plural(summary.rows.total, "row")}, each {anEntity(summary.row_entity)} ·{" "}
            {formatBytes(summary.bytes)} · brought in <When at={summary.created_at} /> by{" "}
            {summary.created_by.id}
          </span>
        </p>
      </div>
      {summary.state !== "staging" && (
        <SegmentBar
          counts={currentFates(summary)}
          happened={summary.state === "committed"}
          className="w-48 shrink-0"
        />
      )}
      <ImportMenu summary={summary} />
    </header>
  );
}
