import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import type { ActionId } from "@/app/keymap";
import { Kbd } from "./Kbd";

interface HintProps {
  text: ReactNode;
  action?: ActionId;
  side?: "top" | "right" | "bottom" | "left";
  children: ReactElement<Record<string, unknown>>;
}

/** A tooltip with the shortcut beside the words. */
export function Hint({ text, action, side = "top", children }: HintProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className="z-50">
          <Tooltip.Popup className="popup flex max-w-80 items-center gap-2 px-2 py-1 text-sm text-ink">
            <span>{text}</span>
            {action && <Kbd action={action} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
