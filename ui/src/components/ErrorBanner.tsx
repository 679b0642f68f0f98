import type { ReactNode } from "react";
import type { CommandError } from "@/api/client";
import { Banner } from "./Banner";
import { RuleLine } from "./RuleLine";

interface ErrorBannerProps {
  error: CommandError;
  actions?: ReactNode;
  testId?: string;
}

/** A refusal beside what was asked for: what happened, what to do, and the rule behind it. */
export function ErrorBanner({ error, actions, testId }: ErrorBannerProps) {
  return (
    <Banner
      tone="risk"
      title={error.message}
      {...(actions ? { actions } : {})}
      {...(testId ? { testId } : {})}
    >
      {error.hint}
      <RuleLine error={error} />
    </Banner>
  );
}
