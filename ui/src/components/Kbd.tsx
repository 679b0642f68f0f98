import { type ActionId, firstKeys, keyCaps } from "@/app/keymap";
import { cx } from "./cx";

export function Keys({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx("inline-flex items-center gap-0.5", className)} aria-hidden="true">
      {keyCaps(keys).map((cap, i) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the caps of one shortcut never move.
          key={i}
          className="inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-sm border border-line-strong bg-sunken px-1 font-sans text-xs text-muted"
        >
          {cap}
        </kbd>
      ))}
    </span>
  );
}

export function Kbd({ action, className }: { action: ActionId; className?: string }) {
  const keys = firstKeys(action);
  return keys === "" ? null : <Keys keys={keys} {...(className ? { className } : {})} />;
}
