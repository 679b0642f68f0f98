import { Menu } from "@base-ui/react/menu";
import { Check, ChevronDown } from "lucide-react";
import { choiceWords } from "@/app/words";

interface StageMenuProps {
  label: string;
  stage: string;
  steps: readonly string[];
  disabled: boolean;
  onMove: (step: string) => void;
}

/** Where something stands, and the way to another step. A menu, so that the keys of the screen are heard while it is shut. */
export function StageMenu({ label, stage, steps, disabled, onMove }: StageMenuProps) {
  const all = [...new Set([...steps, ...(stage ? [stage] : [])])];
  return (
    <Menu.Root>
      <Menu.Trigger
        aria-label={label}
        data-testid="stage-pick"
        disabled={disabled}
        className="control inline-flex h-6 items-center gap-1 rounded-md border border-line-strong bg-surface px-2 text-sm font-medium hover:bg-hover data-popup-open:bg-pressed"
      >
        {stage ? choiceWords(stage) : "No stage yet"}
        <ChevronDown className="size-3 text-faint" aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="start" sideOffset={4} className="z-50">
          <Menu.Popup data-overlay className="popup min-w-40 p-1 outline-none">
            {all.map((step) => (
              <Menu.Item
                key={step}
                data-testid="stage-step"
                disabled={step === stage}
                onClick={() => onMove(step)}
                className="flex h-7.5 items-center gap-2 rounded-sm px-2 outline-none data-disabled:text-muted data-highlighted:bg-pressed"
              >
                <span className="inline-flex w-4">
                  {step === stage && <Check className="size-3.5" aria-hidden="true" />}
                </span>
                {choiceWords(step)}
              </Menu.Item>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
