// One card for the whole screen: facts open it, it stands beside the fact that asked.
import { Popover } from "@base-ui/react/popover";
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import type { EntityRef, Fact } from "@/api/generated/contracts";
import { ProvenanceCard } from "./ProvenanceCard";

interface Question {
  anchor: HTMLElement;
  entity: EntityRef;
  fact: Fact;
}

interface Provenance {
  ask: (question: Question) => void;
  openFact: Fact | null;
}

const Context = createContext<Provenance | null>(null);

export function ProvenanceProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLElement | null>(null);
  const value = useMemo<Provenance>(
    () => ({
      ask: (next) => {
        anchor.current = next.anchor;
        setQuestion(next);
        setOpen(true);
      },
      openFact: open ? (question?.fact ?? null) : null,
    }),
    [open, question],
  );
  return (
    <Context value={value}>
      {children}
      <Popover.Root open={open} onOpenChange={(next) => setOpen(next)}>
        <Popover.Portal>
          <Popover.Positioner
            anchor={anchor}
            side="bottom"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-50"
          >
            <Popover.Popup
              data-overlay
              data-testid="provenance-card"
              finalFocus={anchor}
              className="popup flex max-h-(--available-height) w-110 flex-col overflow-hidden outline-none"
            >
              {question && (
                <ProvenanceCard entity={question.entity} fact={question.fact} onDone={() => setOpen(false)} />
              )}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </Context>
  );
}

export function useProvenance(): Provenance {
  const provenance = useContext(Context);
  if (!provenance) throw new Error("useProvenance stands outside its provider");
  return provenance;
}
