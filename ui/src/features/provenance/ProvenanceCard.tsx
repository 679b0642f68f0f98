import { Popover } from "@base-ui/react/popover";
import type { EntityRef, Fact, ProvenanceChain } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount, formatExact } from "@/app/format";
import { showValue } from "@/app/values";
import { pathWords } from "@/app/words";
import { Confidence } from "@/components/Confidence";
import { Delayed } from "@/components/states";
import { When } from "@/components/When";
import { CellNeighbours } from "./CellNeighbours";
import { chainFor } from "./chain";
import { SayOfFact } from "./SayOfFact";

/** Where one value comes from: the cell as received, who let it in and when, and the whole chain in words. */
export function ProvenanceCard({
  entity,
  fact,
  onDone,
}: {
  entity: EntityRef;
  fact: Fact;
  onDone: () => void;
}) {
  const explained = useCommand("explain", { entity: entity.entity, id: entity.id, field: fact.field });
  const shown = showValue(fact.value, fact.kind);
  const chain = explained.data && chainFor(explained.data, fact);
  return (
    <>
      <header className="border-b border-line px-4 pt-3 pb-2.5">
        <Popover.Title className="text-sm text-faint">
          {fact.title}
          {shown.label && ` · ${shown.label}`}
        </Popover.Title>
        <p className="text-read font-semibold break-words" data-selectable>
          {shown.text}
        </p>
        {shown.exact && (
          <p className="text-sm text-muted" data-selectable>
            {shown.exact}
          </p>
        )}
      </header>
      <SayOfFact
        key={`${fact.field} ${fact.index ?? ""}`}
        entity={entity}
        fact={fact}
        whole={explained.data?.value ?? null}
        onDone={onDone}
      />
      <div className="min-h-0 overflow-y-auto">
        {explained.isPending && (
          <Delayed>
            <p role="status" className="px-4 py-3 text-muted">
              Following the chain to its file…
            </p>
          </Delayed>
        )}
        {explained.isError && (
          <p role="alert" className="px-4 py-3 text-risk">
            {explained.error.message} {explained.error.hint}
          </p>
        )}
        {explained.isSuccess && !chain && (
          <p className="px-4 py-3 text-muted">No change on record set this value.</p>
        )}
        {chain && <Chain chain={chain} />}
      </div>
    </>
  );
}

/** Times of the record, as people write them. */
const readable = (sentence: string): string =>
  sentence.replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/g, formatExact);

function Chain({ chain }: { chain: ProvenanceChain }) {
  const { delta, column, decision, cells } = chain;
  return (
    <>
      {cells.map((cell) => (
        <CellNeighbours key={`${cell.row_number}-${cell.cell.column}`} evidence={cell} />
      ))}
      <dl className="grid grid-cols-[92px_1fr] gap-x-3 gap-y-1 px-4 py-3">
        <Line name="Let in">
          <When at={delta.created_at} /> by {delta.actor.id}
        </Line>
        {column && (
          <Line name="Column">
            “{column.header}” read as {column.field ? pathWords(column.field) : "nothing"}
            {column.by_person ? ", set by a person" : ""}
          </Line>
        )}
        {cells[0] && <Line name="Rule">{cells[0].transform.replaceAll("_", " ")}</Line>}
        {chain.confidence !== null && (
          <Line name="Confidence">
            <Confidence value={chain.confidence} />
          </Line>
        )}
        <Line name="Decision">
          {decision
            ? `${decision.decision === "approve" ? "Approved" : decision.decision} by ${decision.reviewer_ref}${
                decision.set ? `, one of ${formatCount(decision.set.count)} in a set` : ""
              }`
            : delta.cause.kind}
        </Line>
      </dl>
      <section aria-label="The whole chain" className="border-t border-line px-4 py-3">
        <ol className="flex flex-col gap-1.5" data-testid="provenance-chain">
          {chain.sentences.map((sentence, i) => (
            <li key={sentence} className="relative flex gap-3 text-muted" data-selectable>
              <span className="mt-1.75 size-1.5 shrink-0 rounded-full bg-line-strong" aria-hidden="true" />
              {i < chain.sentences.length - 1 && (
                <span className="absolute top-4 bottom-[-9px] left-[2.5px] w-px bg-line" aria-hidden="true" />
              )}
              <span className="min-w-0 break-words">{readable(sentence)}</span>
            </li>
          ))}
        </ol>
        {chain.manifest_id && (
          <p className="truncate pt-2 text-sm text-faint" title={`Mapping manifest ${chain.manifest_id}`}>
            Manifest {chain.manifest_id}
          </p>
        )}
      </section>
    </>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-faint">{name}</dt>
      <dd className="min-w-0 break-words" data-selectable>
        {children}
      </dd>
    </>
  );
}
