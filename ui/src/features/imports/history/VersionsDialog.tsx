import type { ImportSummary } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { Button } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { SkeletonRows } from "@/components/states";
import { When } from "@/components/When";
import { versionLines } from "./versions";

interface VersionsDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  summary: ImportSummary;
}

/** Every version of an import's mapping, newest first, with what it said otherwise than the one before. */
export function VersionsDialog({ open, onOpenChange, summary }: VersionsDialogProps) {
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title={`Versions of the mapping of ${summary.file_name}`}
      about="Nothing that was said is written over: each answer makes a new version."
      className="w-160"
      testId="versions-dialog"
    >
      {open && <Versions summary={summary} onClose={() => onOpenChange(false)} />}
    </Modal>
  );
}

function Versions({ summary, onClose }: { summary: ImportSummary; onClose: () => void }) {
  const manifests = useCommand("import_manifests", { import_id: summary.import_id });
  const all = manifests.data ?? [];
  return (
    <>
      <div
        role="group"
        aria-label="Versions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard has to reach that.
        tabIndex={0}
        className="mx-5 mt-4 max-h-96 overflow-y-auto rounded-md border border-line"
      >
        {manifests.isPending && <SkeletonRows rows={3} label="Loading versions" />}
        {manifests.isError && <ErrorBanner error={manifests.error} />}
        <ol className="divide-y divide-line" data-testid="versions">
          {all
            .map((manifest, i) => ({ manifest, lines: versionLines(all[i - 1], manifest) }))
            .reverse()
            .map(({ manifest, lines }, i) => (
              <li key={manifest.manifest_id} className="flex gap-3 px-3 py-2">
                <span className="w-16 shrink-0 font-medium tabular-nums">Version {manifest.version}</span>
                <span className="min-w-0 flex-1" data-selectable>
                  {lines.map((line) => (
                    <span key={line} className="block">
                      {line}
                    </span>
                  ))}
                  <span className="block text-sm text-faint">
                    <When at={manifest.created_at} /> by {manifest.created_by.id}
                  </span>
                </span>
                {i === 0 && <Chip tone="accent">In force</Chip>}
              </li>
            ))}
        </ol>
      </div>
      <ModalActions>
        <Button look="primary" onClick={onClose}>
          Close
        </Button>
      </ModalActions>
    </>
  );
}
