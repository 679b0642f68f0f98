import type { RelationKind } from "@/api/generated/contracts";
import { useShortcuts } from "@/app/shortcuts";
import { Button } from "@/components/Button";
import { Kbd, Keys } from "@/components/Kbd";

const RELATIONS: readonly { kind: RelationKind; words: string }[] = [
  { kind: "household", words: "One household" },
  { kind: "shared_contact", words: "They share a line" },
  { kind: "related", words: "They know each other" },
];

interface RelateBarProps {
  onRelate: (relation: RelationKind) => void;
  onLeave: () => void;
}

/** What connects two who are not the same. */
export function RelateBar({ onRelate, onLeave }: RelateBarProps) {
  useShortcuts("menu", {
    takeSide: (keys) => {
      const relation = RELATIONS[Number(keys) - 1];
      if (relation) onRelate(relation.kind);
    },
    back: onLeave,
    relateItem: onLeave,
  });
  return (
    <div
      className="flex flex-wrap items-center gap-2 border-t border-line bg-surface px-5 py-2.5"
      data-testid="review-relation"
    >
      <span className="font-medium">Not the same, but:</span>
      {RELATIONS.map(({ kind, words }, n) => (
        <Button key={kind} data-testid={`review-relation-${kind}`} onClick={() => onRelate(kind)}>
          {words}
          <Keys keys={String(n + 1)} />
        </Button>
      ))}
      <Button look="quiet" onClick={onLeave}>
        Neither
        <Kbd action="back" />
      </Button>
    </div>
  );
}
