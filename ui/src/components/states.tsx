import { CircleAlert, type LucideIcon, RotateCw } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import type { CommandError } from "@/api/client";
import { Button } from "./Button";
import { RuleLine } from "./RuleLine";

/** Shows nothing for the first 100 ms: quick answers never flash a skeleton. */
export function Delayed({ ms = 100, children }: { ms?: number; children: ReactNode }) {
  const [due, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return due ? children : null;
}

export function SkeletonRows({ rows = 12, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <Delayed>
      <div role="status" aria-label={label} data-testid="loading" className="flex flex-col">
        {Array.from({ length: rows }, (_, i) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity.
            key={i}
            className="flex items-center gap-3 border-b border-line px-5"
            style={{ height: "var(--row)" }}
          >
            <span className="skeleton size-5 rounded-full" />
            <span className="skeleton h-2.5" style={{ width: `${14 + ((i * 7) % 11)}%` }} />
            <span className="skeleton h-2.5" style={{ width: `${10 + ((i * 5) % 9)}%` }} />
            <span className="skeleton ml-auto h-2.5 w-16" />
          </div>
        ))}
      </div>
    </Delayed>
  );
}

interface EmptyStateProps {
  icon: LucideIcon;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}

/** Says in one sentence what belongs here and offers the one thing to do. */
export function EmptyState({ icon: Icon, title, children, action }: EmptyStateProps) {
  return (
    <div data-testid="empty" className="flex flex-1 flex-col items-center justify-center p-10 text-center">
      <span className="mb-4 inline-flex size-11 items-center justify-center rounded-lg border border-line bg-surface text-faint">
        <Icon className="size-5" strokeWidth={1.5} aria-hidden="true" />
      </span>
      <h2 className="text-read font-semibold">{title}</h2>
      <p className="mt-1 max-w-96 text-balance text-muted">{children}</p>
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}

interface ErrorStateProps {
  error: CommandError;
  what: string;
  onRetry?: () => void;
}

/** What happened, what to try, and the way to try it. */
export function ErrorState({ error, what, onRetry }: ErrorStateProps) {
  return (
    <div
      role="alert"
      data-testid="error"
      className="flex flex-1 flex-col items-center justify-center p-10 text-center"
    >
      <CircleAlert className="mb-3 size-6 text-risk" strokeWidth={1.5} aria-hidden="true" />
      <h2 className="text-read font-semibold">{what}</h2>
      <div className="mt-1 max-w-120 text-muted" data-selectable>
        <p>{error.message}</p>
        {error.hint && <p className="mt-1">{error.hint}</p>}
        <RuleLine error={error} />
      </div>
      {onRetry && (
        <Button className="mt-4" onClick={onRetry}>
          <RotateCw className="size-3.5" aria-hidden="true" />
          Try again
        </Button>
      )}
    </div>
  );
}
