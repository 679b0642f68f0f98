import { Select } from "@base-ui/react/select";
import { Check, ChevronDown, X } from "lucide-react";
import { useRef } from "react";
import type { QueueSearch } from "@/app/addresses";
import { formatCount } from "@/app/format";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { cx } from "@/components/cx";
import { Kbd } from "@/components/Kbd";
import { type Filter, isNarrowed, NO_FILTERS } from "./filters";

interface FilterBarProps {
  filters: readonly Filter[];
  asked: number;
  search: QueueSearch;
  onChange: (change: QueueSearch) => void;
  children?: React.ReactNode;
}

/** What the queue is narrowed to, as chips with counts; arrows move between them, Enter opens one. */
export function FilterBar({ filters, asked, search, onChange, children }: FilterBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const chips = (): HTMLElement[] => [...(bar.current?.querySelectorAll<HTMLElement>("[data-chip]") ?? [])];
  useShortcuts("screen", {
    filterQueue: () => chips()[0]?.focus(),
    ...(isNarrowed(search) && { clearFilters: () => onChange(NO_FILTERS) }),
  });
  const move = (event: React.KeyboardEvent) => {
    const all = chips();
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    if (at < 0) return;
    if (event.key === "ArrowRight") all[Math.min(at + 1, all.length - 1)]?.focus();
    else if (event.key === "ArrowLeft") all[Math.max(at - 1, 0)]?.focus();
    else if (event.key === "Escape") backToKeys();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label="Filters"
      data-testid="queue-filters"
      onKeyDown={move}
      className="flex h-11 shrink-0 items-center gap-1.5 border-b border-line px-5"
    >
      <Kbd action="filterQueue" className="mr-1" />
      {filters.map((filter) => (
        <FilterSelect
          key={filter.name}
          filter={filter}
          onChoose={(value) => onChange({ [filter.name]: value ?? undefined, sel: undefined } as QueueSearch)}
        />
      ))}
      {(asked > 0 || search.asked) && (
        <button
          type="button"
          data-chip
          aria-pressed={search.asked === true}
          data-testid="queue-filter-asked"
          onClick={() => onChange({ asked: search.asked ? undefined : true, sel: undefined } as QueueSearch)}
          className={cx(CHIP, search.asked ? CHIP_ON : CHIP_OFF)}
        >
          Asked for <span className="text-faint tabular-nums">{formatCount(asked)}</span>
        </button>
      )}
      {search.about && (
        <button
          type="button"
          data-chip
          aria-pressed="true"
          data-testid="queue-filter-about"
          onClick={() => onChange({ about: undefined, sel: undefined } as QueueSearch)}
          className={cx(CHIP, CHIP_ON)}
        >
          About one record
          <X className="size-3 text-faint" aria-label="Show others too" />
        </button>
      )}
      {isNarrowed(search) && (
        <Button
          look="quiet"
          size="small"
          data-testid="queue-filter-clear"
          onClick={() => onChange(NO_FILTERS)}
        >
          Show all
          <Kbd action="clearFilters" />
        </Button>
      )}
      <span className="ml-auto flex items-center gap-2">{children}</span>
    </div>
  );
}

/** To where the keys of the queue are heard. */
function backToKeys(): void {
  const grid = document.querySelector<HTMLElement>("[role='grid']");
  if (grid) grid.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const keysAfter = (): HTMLElement | false => document.querySelector<HTMLElement>("[role='grid']") ?? false;

const CHIP = "control inline-flex h-7 shrink-0 items-center gap-1.5 rounded-md border px-2.5";
const CHIP_ON = "border-line-strong bg-pressed text-ink";
const CHIP_OFF = "border-line text-muted hover:bg-hover";
const ALL = "";

function FilterSelect({ filter, onChoose }: { filter: Filter; onChoose: (value: string | null) => void }) {
  const { name, title, chosen, options } = filter;
  const current = options.find(({ value }) => value === chosen);
  return (
    <Select.Root
      value={chosen ?? ALL}
      onValueChange={(next: string | null) => onChoose(next === null || next === ALL ? null : next)}
    >
      <Select.Trigger
        data-chip
        aria-label={title}
        data-testid={`queue-filter-${name}`}
        className={cx(CHIP, chosen === null ? CHIP_OFF : CHIP_ON)}
      >
        {chosen === null ? (
          title
        ) : (
          <>
            <span className="max-w-40 truncate">{current?.name ?? chosen}</span>
            <span className="text-faint tabular-nums">{formatCount(current?.count ?? 0)}</span>
          </>
        )}
        <ChevronDown className="size-3 text-faint" aria-hidden="true" />
      </Select.Trigger>
      <Select.Portal>
        <Select.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Select.Popup data-overlay finalFocus={keysAfter} className="popup min-w-44 p-1 outline-none">
            {[{ value: ALL, name: "All", count: null }, ...options].map(({ value, name: words, count }) => (
              <Select.Item
                key={value}
                value={value}
                data-testid={`queue-filter-${name}-${value || "all"}`}
                className="flex h-7.5 items-center gap-2 rounded-sm px-2 outline-none data-highlighted:bg-pressed"
              >
                <span className="inline-flex w-4">
                  <Select.ItemIndicator>
                    <Check className="size-3.5" aria-hidden="true" />
                  </Select.ItemIndicator>
                </span>
                <Select.ItemText className="max-w-64 truncate">{words}</Select.ItemText>
                {count !== null && (
                  <span className="ml-auto pl-4 text-faint tabular-nums">{formatCount(count)}</span>
                )}
              </Select.Item>
            ))}
          </Select.Popup>
        </Select.Positioner>
      </Select.Portal>
    </Select.Root>
  );
}
