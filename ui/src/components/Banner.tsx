import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx";

type Tone = "calm" | "warn" | "risk";

const TONES: Record<Tone, string> = {
  calm: "border-line bg-sunken text-ink",
  warn: "border-warn-line bg-warn-soft text-ink",
  risk: "border-risk-line bg-risk-soft text-ink",
};
const ICONS = { calm: Info, warn: TriangleAlert, risk: CircleAlert };
const INKS: Record<Tone, string> = { calm: "text-muted", warn: "text-warn", risk: "text-risk" };

interface BannerProps {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  testId?: string;
}

export function Banner({ tone = "calm", title, children, actions, testId }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div
      role={tone === "risk" ? "alert" : "status"}
      data-testid={testId}
      className={cx("flex items-start gap-2.5 rounded-md border px-3 py-2.5", TONES[tone])}
    >
      <Icon className={cx("mt-0.5 size-4 shrink-0", INKS[tone])} aria-hidden="true" />
      <div className="min-w-0 flex-1" data-selectable>
        <p className="font-medium">{title}</p>
        {children && <div className="mt-0.5 text-muted">{children}</div>}
      </div>
      {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
    </div>
  );
}
