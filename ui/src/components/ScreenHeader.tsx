import type { ReactNode } from "react";

interface ScreenHeaderProps {
  title: string;
  /** A count or another short remark beside the title. */
  remark?: ReactNode;
  children?: ReactNode;
}

export function ScreenHeader({ title, remark, children }: ScreenHeaderProps) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-3 border-b border-line px-5">
      <h1 className="text-read font-semibold">{title}</h1>
      {remark !== undefined && <span className="text-muted">{remark}</span>}
      <div className="ml-auto flex items-center gap-2">{children}</div>
    </header>
  );
}
