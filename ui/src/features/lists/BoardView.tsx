import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ListField } from "@/api/generated/contracts";
import { useShortcuts } from "@/app/shortcuts";
import { ErrorState, SkeletonRows } from "@/components/states";
import { BoardColumn } from "./BoardColumn";
import type { Kind } from "./kinds";
import type { Section } from "./lines";
import { isSelected, NOTHING, type Selection, toggled } from "./selection";
import { useCardDrag } from "./useCardDrag";
import type { Edits } from "./useEdits";
import type { Groups } from "./useGroups";
import type { List } from "./useList";
import { type Found, pagesOf, type Stretch, usePages } from "./usePages";

interface BoardViewProps {
  kind: Kind;
  list: List;
  by: ListField;
  groups: Groups;
  edits: Edits;
  selection: Selection;
  onSelection: (selection: Selection) => void;
  onOpen: (id: string) => void;
}

interface At {
  key: string;
  index: number;
  id: string | null;
}

const LOOK_AHEAD = 12;

/** One column for each stage or state; a card goes to another one with a key or with the mouse. */
export function BoardView({ kind, list, by, groups, edits, selection, onSelection, onOpen }: BoardViewProps) {
  const [ranges, setRanges] = useState<ReadonlyMap<string, readonly [number, number]>>(new Map());
  const [at, setAt] = useState<At | null>(null);
  /** A card that is on its way: the cursor goes with it. */
  const [moved, setMoved] = useState<{ id: string; to: string } | null>(null);
  const box = useRef<HTMLDivElement>(null);
  // A column whose last card left stays where it was: the next card may go there.
  const seen = useRef<{ by: string; sections: readonly Section[] }>({ by: by.name, sections: [] });
  const sections = useMemo(() => {
    const old = seen.current.by === by.name ? seen.current.sections : [];
    const next = [...groups.sections];
    old.forEach((section, i) => {
      if (next.some(({ key }) => key === section.key) || section.heading?.value === null) return;
      const before = old
        .slice(0, i)
        .reverse()
        .find(({ key }) => next.some((other) => other.key === key));
      const place = before ? next.findIndex(({ key }) => key === before.key) + 1 : 0;
      const heading = section.heading ? { ...section.heading, sums: [] } : null;
      next.splice(place, 0, { ...section, heading, count: 0 });
    });
    return next;
  }, [groups.sections, by.name]);
  useEffect(() => {
    if (!groups.pending) seen.current = { by: by.name, sections };
  }, [groups.pending, by.name, sections]);

  const stretches: readonly Stretch[] = useMemo(
    () =>
      sections.flatMap((section) => {
        const [first, last] = ranges.get(section.key) ?? [0, LOOK_AHEAD];
        return section.count > 0
          ? [{ key: section.key, query: section.query, pages: pagesOf(first, last, section.count) }]
          : [];
      }),
    [sections, ranges],
  );
  const pages = usePages(stretches);
  const onRange = useCallback(
    (key: string, first: number, last: number) =>
      setRanges((now) => {
        const [a, b] = now.get(key) ?? [-1, -1];
        return a === first && b === last ? now : new Map(now).set(key, [first, last]);
      }),
    [],
  );

  const idAt = (key: string, index: number) => pages.row(key, index)?.row.id ?? null;
  const place = useMemo((): At | null => {
    if (!at) return null;
    const stands = at.id !== null && pages.row(at.key, at.index)?.row.id === at.id;
    const found = at.id !== null && !stands ? pages.find(at.id) : null;
    if (found) return { key: found.stretch, index: found.index, id: at.id };
    const count = sections.find(({ key }) => key === at.key)?.count ?? 0;
    return { ...at, index: Math.max(0, Math.min(at.index, count - 1)) };
  }, [at, pages, sections]);
  useEffect(() => {
    const found = moved ? pages.find(moved.id) : null;
    if (!moved || found?.stretch !== moved.to) return;
    setAt({ key: found.stretch, index: found.index, id: moved.id });
    setMoved(null);
  }, [moved, pages]);

  const column = sections.findIndex(({ key }) => key === place?.key);
  const go = (to: number, index: number) => {
    box.current?.focus({ preventScroll: true });
    const section = sections[Math.max(0, Math.min(sections.length - 1, to))];
    if (!section) return;
    const bounded = Math.max(0, Math.min(section.count - 1, index));
    setAt({ key: section.key, index: bounded, id: idAt(section.key, bounded) });
  };
  const here = place ? pages.row(place.key, place.index) : undefined;
  const movable = edits.mayEdit && by.edits !== null;
  const moveTo = ({ row }: Found, to: Section | undefined) => {
    if (!to?.heading) return;
    const value = to.heading.value ?? "";
    setMoved({ id: row.id, to: to.key });
    void edits
      .edit({
        id: row.id,
        version: row.version,
        field: by,
        text: value,
        value,
        words: `${row.title}: ${by.title.toLowerCase()} ${to.heading.label}`,
      })
      .then((done) => done || setMoved(null));
  };
  const move = (step: 1 | -1) => {
    if (here && column >= 0) moveTo(here, sections[column + step]);
  };
  const { drag, begin } = useCardDrag<Found>(
    () => box.current,
    (card, _, to) => {
      box.current?.focus({ preventScroll: true });
      moveTo(
        card,
        sections.find(({ key }) => key === to),
      );
    },
  );
  useShortcuts("screen", {
    down: () => go(Math.max(0, column), place ? place.index + 1 : 0),
    up: () => go(Math.max(0, column), place ? place.index - 1 : 0),
    left: () => go(column - 1, place?.index ?? 0),
    right: () => go(column + 1, place?.index ?? 0),
    first: () => go(Math.max(0, column), 0),
    last: () => go(Math.max(0, column), (sections[column]?.count ?? 1) - 1),
    open: () => here && onOpen(here.row.id),
    select: () => here && onSelection(toggled(selection, here.row.id)),
    ...(movable && { cardLeft: () => move(-1), cardRight: () => move(1) }),
    back: () => {
      if (here && edits.cell(here.row.id, by.name)?.error) edits.forget(here.row.id, by.name);
      else onSelection(NOTHING);
    },
  });

  if (groups.error) {
    return <ErrorState error={groups.error} what="The board could not be made" onRetry={groups.retry} />;
  }
  if (groups.pending) return <SkeletonRows label={`Loading ${kind.title.toLowerCase()}`} />;
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={`${kind.title} by ${by.title.toLowerCase()}`}
      aria-multiselectable="true"
      aria-activedescendant={here ? `card-${here.row.id}` : undefined}
      data-testid="board"
      className="flex min-h-0 flex-1 gap-2.5 overflow-x-auto px-5 py-3 outline-none"
    >
      {sections.map((section) => (
        <BoardColumn
          key={section.key}
          kind={kind}
          list={list}
          by={by}
          section={section}
          pages={pages}
          edits={edits}
          current={place?.key === section.key ? place.index : -1}
          isSelected={(id) => isSelected(selection, id)}
          onRange={onRange}
          onOpen={onOpen}
          onCursor={(index, id) => setAt({ key: section.key, index, id })}
          onGrab={movable ? (event, card) => begin(event, card, section.key) : null}
          takes={drag?.over === section.key}
          carried={drag?.card.row.id ?? null}
        />
      ))}
      {drag && (
        <div
          data-testid="board-carried"
          className="pointer-events-none fixed z-30 max-w-60 truncate rounded-md border border-focus bg-surface px-2.5 py-2 font-medium shadow-lg"
          style={{ left: drag.x + 8, top: drag.y + 8 }}
        >
          {drag.card.row.title || "No name"}
        </div>
      )}
    </div>
  );
}
