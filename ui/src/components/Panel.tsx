import type { ReactNode } from "react";

interface PanelProps {
  title: string;
  remark?: ReactNode;
  testId?: string;
  children: ReactNode;
}

/** A bordered section of a dossier. */
export function Panel({ title, remark, testId, children }: PanelProps) {
  return (
    <section aria-label={title} data-testid={testId} className="rounded-lg border border-line bg-surface">
      <h2 className="flex items-baseline gap-2 px-4 pt-3 pb-2 font-semibold">
        {title}
        {remark !== undefined && <span className="text-sm font-normal text-faint">{remark}</span>}
      </h2>
      <div className="px-4 pb-3.5">{children}</div>
    </section>
  );
}
