import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx";

export type Tone = "plain" | "accent" | "proposal" | "pending" | "warn" | "risk";

const TONES: Record<Tone, string> = {
  plain: "border-line bg-sunken text-muted",
  accent: "border-transparent bg-accent-soft text-accent-ink",
  proposal: "border-dashed border-proposal-line bg-proposal-soft text-proposal",
  pending: "border-transparent bg-pending-soft text-pending",
  warn: "border-transparent bg-warn-soft text-warn",
  risk: "border-transparent bg-risk-soft text-risk",
};

interface ChipProps extends ComponentProps<"span"> {
  tone?: Tone;
  children: ReactNode;
}

export function Chip({ tone = "plain", className, ...rest }: ChipProps) {
  return (
    <span
      className={cx(
        "inline-flex h-5 shrink-0 items-center gap-1 whitespace-nowrap rounded-sm border px-1.5 text-xs font-medium",
        TONES[tone],
        className,
      )}
      {...rest}
    />
  );
}
