import { Popover } from "@base-ui/react/popover";
import { Command } from "cmdk";
import { ChevronDown, CircleDashed, EyeOff, Tag } from "lucide-react";
import { useState } from "react";
import type { ColumnChoice, ColumnMapping, EntityType, FieldInfo } from "@/api/generated/contracts";
import { groupBy } from "@/app/group";
import { entityName, fieldWords } from "@/app/words";
import { cx } from "@/components/cx";
import { customField } from "./columns";

interface FieldSelectProps {
  column: ColumnMapping;
  rowEntity: EntityType;
  fields: readonly FieldInfo[];
  disabled: boolean;
  /** Nothing can be said about it any more. */
  settled: boolean;
  onChoose: (change: Partial<ColumnChoice>) => void;
}

/** What the column is, in people's words. */
function describe(column: ColumnMapping, fields: readonly FieldInfo[], settled: boolean): string {
  if (column.status === "ignored") return "Ignored";
  if (column.status === "unresolved" || column.field === null) {
    return settled ? "No field: kept with the file" : "Unresolved: choose a field";
  }
  // A profile may say `property.project` for what the dictionary lists as `interest.property.project`.
  const whole = column.field.replace(/^property\./, "interest.property.");
  const known = fields.find(({ path }) => path === whole);
  if (known) return `${fieldWords(entityName(known.entity))} · ${known.title}`;
  const custom = /^(\w+)\.custom\.(.+)$/.exec(column.field);
  return custom ? `Custom · ${fieldWords(custom[2] ?? "")}` : column.field;
}

export function FieldSelect({ column, rowEntity, fields, disabled, settled, onChoose }: FieldSelectProps) {
  const [open, setOpen] = useState(false);
  const shown = describe(column, fields, settled);
  return (
    <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
      <Popover.Trigger
        data-testid={`column-field-${column.index}`}
        aria-label={`Field of ${column.header}: ${shown}`}
        disabled={disabled}
        className={cx(
          "control flex h-7.5 min-w-0 flex-1 items-center gap-1.5 rounded-md border px-2.5 text-left",
          disabled ? "border-line" : "border-line-strong bg-surface hover:bg-hover data-popup-open:bg-hover",
          column.status === "unresolved" &&
            (settled ? "border-dashed text-faint" : "border-dashed border-warn-line text-warn"),
          column.status === "ignored" && "text-faint",
        )}
      >
        <span className="min-w-0 flex-1 truncate">{shown}</span>
        {!disabled && <ChevronDown className="size-3.5 shrink-0 text-faint" aria-hidden="true" />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner align="start" sideOffset={4} collisionPadding={12} className="z-50">
          <Popover.Popup data-overlay className="popup w-84 overflow-hidden outline-none">
            <Popover.Title className="sr-only">Field of {column.header}</Popover.Title>
            <FieldList
              column={column}
              rowEntity={rowEntity}
              fields={fields}
              onPick={(change) => {
                setOpen(false);
                onChoose(change);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const ROW = "flex h-8 items-center gap-2 rounded-sm px-2 data-[selected=true]:bg-selected";
const GROUP =
  "px-1 pb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-1.5 [&_[cmdk-group-heading]]:text-sm [&_[cmdk-group-heading]]:text-faint";

interface FieldListProps extends Pick<FieldSelectProps, "column" | "rowEntity" | "fields"> {
  onPick: (change: Partial<ColumnChoice>) => void;
}

function FieldList({ column, rowEntity, fields, onPick }: FieldListProps) {
  // What the rows describe comes first.
  const groups = [...groupBy(fields, (field) => field.entity)].sort(
    ([a], [b]) => Number(b === rowEntity) - Number(a === rowEntity),
  );
  const custom = customField(rowEntity, column.header);
  return (
    <Command label={`Field of ${column.header}`} loop>
      <Command.Input
        data-testid="field-input"
        placeholder="Find a field"
        className="h-9 w-full border-b border-line bg-transparent px-3 outline-none placeholder:text-faint"
      />
      <Command.List className="max-h-72 overflow-y-auto py-1">
        <Command.Empty className="px-3 py-4 text-center text-muted">No such field.</Command.Empty>
        <Command.Group className={GROUP}>
          <Command.Item
            value="keep as custom field"
            data-testid="field-custom"
            onSelect={() => onPick({ status: "mapped", field: custom, label: null })}
            className={ROW}
          >
            <Tag className="size-3.5 text-faint" aria-hidden="true" />
            <span className="truncate">Keep as custom field “{column.header}”</span>
          </Command.Item>
          <Command.Item
            value="ignore this column"
            data-testid="field-ignore"
            onSelect={() => onPick({ status: "ignored" })}
            className={ROW}
          >
            <EyeOff className="size-3.5 text-faint" aria-hidden="true" />
            Ignore this column
          </Command.Item>
          {column.status !== "unresolved" && (
            <Command.Item
              value="leave unresolved"
              data-testid="field-unresolved"
              onSelect={() => onPick({ status: "unresolved" })}
              className={ROW}
            >
              <CircleDashed className="size-3.5 text-faint" aria-hidden="true" />
              Leave unresolved
            </Command.Item>
          )}
        </Command.Group>
        {groups.map(([entity, members]) => (
          <Command.Group key={entity} heading={fieldWords(entityName(entity))} className={GROUP}>
            {members.map((field) => (
              <Command.Item
                key={field.path}
                value={`${field.title} ${field.path}`}
                data-testid={`field-${field.path}`}
                onSelect={() => onPick({ status: "mapped", field: field.path })}
                className={ROW}
              >
                <span className="min-w-0 flex-1 truncate">{field.title}</span>
                {field.many && <span className="text-sm text-faint">several</span>}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  );
}
