import { ArrowDown, ArrowUp, Pin } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import type { ViewColumn } from "@/api/generated/contracts";
import { Button, IconButton } from "@/components/Button";
import { cx } from "@/components/cx";
import { Modal, ModalActions } from "@/components/Modal";
import { type Kind, NARROWEST, WIDEST, widthOf } from "./kinds";
import type { List } from "./useList";

interface ColumnsDialogProps {
  kind: Kind;
  list: List;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const STEP = 16;

/** Which columns, in which order, how wide, which of them stay in sight. */
export function ColumnsDialog({ kind, list, open, onOpenChange }: ColumnsDialogProps) {
  const [find, setFind] = useState("");
  const { fields, shape, change } = list;
  const shown = shape.columns;
  const set = (cols: ViewColumn[]) => change({ cols });
  const words = find.trim().toLowerCase();
  const others = [...fields.values()].filter(
    ({ name, visibility }) => visibility !== "hidden" && !shown.some(({ field }) => field === name),
  );
  const matching = others.filter(({ title, name }) => `${title} ${name}`.toLowerCase().includes(words));

  const move = (at: number, by: number) => {
    const to = at + by;
    const one = shown[at];
    if (!one || to < 0 || to >= shown.length) return;
    const next = shown.filter((_, i) => i !== at);
    next.splice(to, 0, one);
    set(next);
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-column="${CSS.escape(one.field)}"]`)?.focus(),
    );
  };
  const turn = (at: number, part: Partial<ViewColumn>) =>
    set(shown.map((own, i) => (i === at ? { ...own, ...part } : own)));
  const wider = (at: number, by: number) => {
    const own = shown[at];
    const info = own && fields.get(own.field);
    if (!own || !info) return;
    const width = Math.max(NARROWEST, Math.min(WIDEST, (own.width ?? widthOf(info, kind)) + by));
    turn(at, { width });
  };
  const go = (event: KeyboardEvent<HTMLElement>, by: number) => {
    const all = [...document.querySelectorAll<HTMLElement>("[data-column], [data-more-column]")];
    const next = all[all.indexOf(event.currentTarget) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0 && event.shiftKey) {
      event.preventDefault();
      move(at, by);
    } else if (by !== 0) go(event, by);
    else if (event.key === "p") turn(at, { pinned: !shown[at]?.pinned });
    else if (event.key === "+" || event.key === "=") wider(at, STEP);
    else if (event.key === "-") wider(at, -STEP);
    else if (event.key === "Delete" || event.key === "Backspace") {
      set(shown.filter((_, i) => i !== at));
    }
  };
  return (
    <Modal
      open={open}
      onOpenChange={onOpenChange}
      title="Columns"
      about="Arrows move, Shift with them moves the column, Space takes it in or out, p pins, + and − change its width."
      testId="columns-dialog"
    >
      <div className="flex max-h-[52vh] flex-col overflow-y-auto px-3 pt-3">
        {shown.map(({ field, pinned, width }, i) => {
          const info = fields.get(field);
          if (!info) return null;
          return (
            <div key={field} className="flex h-8 shrink-0 items-center gap-1 rounded-md px-2 hover:bg-hover">
              <label className="flex min-w-0 flex-1 items-center gap-2.5">
                <input
                  type="checkbox"
                  checked
                  data-column={field}
                  disabled={shown.length === 1}
                  onChange={() => set(shown.filter((_, j) => j !== i))}
                  onKeyDown={(event) => onKey(event, i)}
                  className="size-4 accent-accent"
                />
                <span className="truncate">{info.title}</span>
                {width !== undefined && <span className="text-sm text-faint tabular-nums">{width}</span>}
              </label>
              <IconButton
                label={pinned ? "Let it scroll" : "Keep it in sight"}
                small
                tabIndex={-1}
                aria-pressed={pinned}
                onClick={() => turn(i, { pinned: !pinned })}
              >
                <Pin className={cx("size-3.5", pinned && "fill-current text-accent-ink")} />
              </IconButton>
              <IconButton label="Further left" small tabIndex={-1} onClick={() => move(i, -1)}>
                <ArrowUp className="size-3.5" />
              </IconButton>
              <IconButton label="Further right" small tabIndex={-1} onClick={() => move(i, 1)}>
                <ArrowDown className="size-3.5" />
              </IconButton>
            </div>
          );
        })}
        <div className="my-2 border-t border-line" />
        <input
          type="text"
          aria-label="Find a field"
          placeholder="Find a field"
          data-testid="columns-find"
          value={find}
          onChange={(event) => setFind(event.target.value)}
          className="mx-2 mb-1 h-7.5 shrink-0 rounded-md border border-line-strong bg-surface px-2 placeholder:text-faint"
        />
        {matching.map(({ name, title, computed }) => (
          <label key={name} className="flex h-8 shrink-0 items-center gap-2.5 rounded-md px-2 hover:bg-hover">
            <input
              type="checkbox"
              checked={false}
              data-more-column={name}
              onChange={() => set([...shown, { field: name, pinned: false }])}
              onKeyDown={(event) => {
                const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
                if (by !== 0) go(event, by);
              }}
              className="size-4 accent-accent"
            />
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {computed && <span className="text-sm text-faint">worked out</span>}
          </label>
        ))}
        {matching.length === 0 && <p className="px-2 py-1 text-muted">No other field is called so.</p>}
      </div>
      <ModalActions>
        <Button look="primary" data-testid="columns-done" onClick={() => onOpenChange(false)}>
          Done
        </Button>
      </ModalActions>
    </Modal>
  );
}
