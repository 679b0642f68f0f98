import { CircleCheck, TriangleAlert } from "lucide-react";
import { call } from "@/api/client";
import type { ImportSummary, ReplayDifference } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount, plural } from "@/app/format";
import { useProgress } from "@/app/useProgress";
import { FATES, stageUnit, stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { ProgressBar } from "@/components/ProgressBar";
import { SegmentBar } from "@/components/SegmentBar";

interface ReplayDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  summary: ImportSummary;
}

/** The kept bytes read again under the recorded mapping, compared with what the first reading said. Writes nothing. */
export function ReplayDialog({ open, onOpenChange, summary }: ReplayDialogProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title={`Replay of ${summary.file_name}`}
      about="The kept bytes are read again under the recorded mapping and compared row by row. Nothing is written."
      className="w-160"
      testId="replay-dialog"
    >
      {open && <Replay summary={summary} onClose={() => onOpenChange(false)} />}
    </Modal>
  );
}

function Replay({ summary, onClose }: { summary: ImportSummary; onClose: () => void }) {
  const replay = useCommand("import_replay", { import_id: summary.import_id });
  const work = useProgress(replay.isFetching);
  const result = replay.data;
  const close = () => {
    if (replay.isFetching) void call("cancel", null).catch(() => undefined);
    onClose();
  };
  return (
    <>
      <div className="flex flex-col gap-3 px-5 pt-4">
        {replay.isFetching ? (
          <ProgressBar
            label={work ? stageWords(work.stage) : "Reading the kept file"}
            unit={stageUnit(work?.stage)}
            done={work?.done ?? 0}
            total={work?.total ?? summary.rows.total}
            elapsedMs={work?.elapsedMs ?? 0}
            pace={work}
          />
        ) : replay.isError ? (
          <ErrorBanner error={replay.error} />
        ) : (
          result && (
            <>
              <p className="flex items-center gap-2 text-read font-medium" data-testid="replay-verdict">
                {result.identical ? (
                  <CircleCheck className="size-4 text-accent-ink" aria-hidden="true" />
                ) : (
                  <TriangleAlert className="size-4 text-warn" aria-hidden="true" />
                )}
                {result.identical
                  ? `Identical: all ${plural(result.rows.total, "row")} give the same again`
                  : `${plural(result.differing, "row")} of ${formatCount(result.rows.total)} differ${result.differing === 1 ? "s" : ""}`}
              </p>
              <p className="text-muted">Under version {result.manifest_version} of the mapping.</p>
              {FATES.some((fate) => result.planned[fate] > 0) && (
                <SegmentBar counts={result.planned} happened={false} legend />
              )}
              {result.differences.length > 0 && <Differences differences={result.differences} />}
            </>
          )
        )}
      </div>
      <ModalActions>
        {result && !replay.isFetching && (
          <Button onClick={() => void replay.refetch()}>Replay once more</Button>
        )}
        <Button look="primary" onClick={close}>
          {replay.isFetching ? "Stop" : "Close"}
        </Button>
      </ModalActions>
    </>
  );
}

function Differences({ differences }: { differences: readonly ReplayDifference[] }) {
  return (
    <div
      role="group"
      aria-label="Differences"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
      tabIndex={0}
      className="max-h-72 overflow-y-auto rounded-md border border-line"
    >
      <table className="w-full table-fixed border-collapse" data-testid="replay-differences">
        <caption className="sr-only">What the replay says otherwise</caption>
        <thead>
          <tr className="border-b border-line text-left text-sm text-faint">
            <th scope="col" className="w-18 px-3 py-1.5 font-medium">
              Row
            </th>
            <th scope="col" className="w-20 py-1.5 font-medium">
              What
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              At first
            </th>
            <th scope="col" className="py-1.5 pr-3 font-medium">
              Now
            </th>
          </tr>
        </thead>
        <tbody>
          {differences.map((one) => (
            <tr
              key={`${one.row_number}-${one.what}-${one.before}-${one.now}`}
              className="border-b border-line align-top last:border-b-0"
              data-selectable
            >
              <td className="px-3 py-1.5 text-faint tabular-nums">
                {one.row_number === null ? "file" : formatCount(one.row_number)}
              </td>
              <td className="py-1.5">{one.what}</td>
              <td className="py-1.5 pr-3 break-words text-muted">{one.before || "nothing"}</td>
              <td className="py-1.5 pr-3 break-words">{one.now || "nothing"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
