import { Building2, type LucideIcon } from "lucide-react";
import { initials } from "@/app/format";
import { cx } from "./cx";

function hue(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.charCodeAt(0)) >>> 0;
  return sum % 8;
}

interface AvatarProps {
  id: string;
  name: string;
  size?: "small" | "medium" | "large";
  kind?: "person" | "account";
  /** Of what has no face: what it is. */
  icon?: LucideIcon;
}

const SIZES = { small: "size-5 text-[9px]", medium: "size-8 text-sm", large: "size-12 text-lg" };

/** Initials on a colour that follows the id, so that a renamed client keeps it. */
export function Avatar({ id, name, size = "small", kind = "person", icon: Icon = Building2 }: AvatarProps) {
  const n = hue(id);
  return (
    <span
      aria-hidden="true"
      className={cx(
        "inline-flex shrink-0 items-center justify-center font-semibold tracking-tight",
        kind === "person" ? "rounded-full" : "rounded-sm",
        SIZES[size],
      )}
      style={{ background: `var(--avatar-${n})`, color: `var(--avatar-${n}-ink)` }}
    >
      {kind === "person" ? initials(name) : <Icon className="size-3/5" strokeWidth={1.75} />}
    </span>
  );
}
