import { Select } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";

interface PickOneProps {
  label: string;
  value: string;
  options: readonly { value: string; name: string }[];
  onChange: (value: string) => void;
  disabled?: boolean;
  testId?: string;
}

/** One of a few. */
export function PickOne({ label, value, options, onChange, disabled = false, testId }: PickOneProps) {
  const current = options.find((option) => option.value === value);
  return (
    <Select.Root
      value={value}
      disabled={disabled}
      onValueChange={(next: string | null) => next !== null && next !== value && onChange(next)}
    >
      <Select.Trigger
        aria-label={label}
        data-testid={testId}
        className="control inline-flex h-7.5 shrink-0 items-center gap-1 rounded-md border border-line-strong bg-surface px-2 text-muted hover:bg-hover data-disabled:border-line data-disabled:bg-transparent"
      >
        <Select.Value>{current?.name ?? value}</Select.Value>
        {!disabled && <ChevronDown className="size-3 text-faint" aria-hidden="true" />}
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Select.Popup data-overlay className="popup min-w-32 p-1 outline-none">
            {options.map((option) => (
              <Select.Item
                key={option.value}
                value={option.value}
                className="flex h-7.5 items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-pressed"
              >
                <span className="inline-flex w-4">
                  <Select.ItemIndicator>
                    <Check className="size-3.5" aria-hidden="true" />
                  </Select.ItemIndicator>
                </span>
                <Select.ItemText>{option.name}</Select.ItemText>
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
