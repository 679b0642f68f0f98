// Work by hand around the client of a dossier: one form and one place that knows how to change a record with a click.
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { EntityRef, EntityType, RecordPanel, TypedField } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { useRights } from "@/app/rights";
import { useWritten } from "@/app/written";
import { lost } from "./forms";
import { LostDialog } from "./LostDialog";
import { RecordForm, type Writing } from "./RecordForm";
import { RelateDialog } from "./RelateDialog";

interface Work {
  /** Opens the form: on a new record, or on one that is there. */
  write: (kind: EntityType, record?: RecordPanel) => void;
  relate: () => void;
  lose: (deal: RecordPanel) => void;
  /** Changes fields at once, and says what was done. */
  change: (at: EntityRef, fields: TypedField[], words: string) => void;
  /** Takes away what links a record to the client. */
  unlink: (at: EntityRef, words: string) => void;
  busy: boolean;
}

const Context = createContext<Work | null>(null);

export function WorkProvider({ client, children }: { client: EntityRef; children: ReactNode }) {
  const { may } = useRights();
  const { note, refuse } = useWritten();
  const [writing, setWriting] = useState<Writing | null>(null);
  const [relating, setRelating] = useState(false);
  const [losing, setLosing] = useState<RecordPanel | null>(null);
  const update = useAction("record_update");
  const unlink = useAction("records_unlink");
  const mayWrite = may("edit_records");
  const busy = update.isPending || unlink.isPending;
  const value = useMemo<Work | null>(() => {
    if (!mayWrite) return null;
    const change: Work["change"] = ({ entity, id }, fields, words) =>
      update.mutate({ entity, id, fields }, { onSuccess: (result) => note(words, result), onError: refuse });
    return {
      write: (kind, record) => setWriting({ kind, record: record ?? null }),
      relate: () => setRelating(true),
      lose: setLosing,
      change,
      unlink: (at, words) =>
        unlink.mutate(
          { from: client, to: at },
          { onSuccess: (result) => note(words, result), onError: refuse },
        ),
      busy,
    };
  }, [mayWrite, update.mutate, unlink.mutate, note, refuse, client, busy]);
  return (
    <Context value={value}>
      {children}
      <RecordForm writing={writing} about={client} onDone={note} onClose={() => setWriting(null)} />
      <RelateDialog open={relating} client={client} onClose={() => setRelating(false)} />
      <LostDialog
        deal={losing}
        onClose={() => setLosing(null)}
        onLost={(deal, reason) => {
          setLosing(null);
          value?.change(deal.entity, lost(reason), `${deal.title} closed as lost`);
        }}
      />
    </Context>
  );
}

/** None where the role may not write, or outside of a dossier. */
export const useWork = (): Work | null => useContext(Context);
