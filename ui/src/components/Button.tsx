import type { ComponentProps } from "react";
import type { ActionId } from "@/app/keymap";
import { cx } from "./cx";
import { Hint } from "./Hint";

type Look = "primary" | "plain" | "quiet" | "danger";

const LOOKS: Record<Look, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
  plain: "border-line-strong bg-surface text-ink hover:bg-hover active:bg-pressed",
  quiet: "border-transparent text-muted hover:bg-hover hover:text-ink active:bg-pressed",
  danger: "border-transparent bg-risk-solid text-on-accent hover:opacity-90",
};

interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  size?: "small" | "medium" | "large";
}

const SIZES = { small: "h-6 px-2 text-sm", medium: "h-8 px-3 text-base", large: "h-9 px-4 text-base" };

export function Button({ look = "plain", size = "medium", className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cx(
        "control inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium disabled:pointer-events-none disabled:opacity-50",
        LOOKS[look],
        SIZES[size],
        className,
      )}
      {...rest}
    />
  );
}

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label"> {
  label: string;
  small?: boolean;
  action?: ActionId;
  side?: "top" | "right" | "bottom" | "left";
}

/** An icon alone: always named, its name and shortcut shown on hover. */
export function IconButton({
  label,
  small = false,
  action,
  side = "top",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Hint text={label} side={side} {...(action ? { action } : {})}>
      <button
        type="button"
        aria-label={label}
        className={cx(
          "control inline-flex shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-ink active:bg-pressed disabled:opacity-50",
          small ? "size-5" : "size-7",
          className,
        )}
        {...rest}
      />
    </Hint>
  );
}
