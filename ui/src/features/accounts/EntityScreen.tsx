import { Link, useParams } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import type { EntityDetail, EntityType, RecordPanel } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { groupBy } from "@/app/group";
import { placeOf } from "@/app/places";
import { useShortcuts } from "@/app/shortcuts";
import { useBack } from "@/app/useBack";
import { showValue } from "@/app/values";
import { entityName, entityNames, fieldWords } from "@/app/words";
import { WrittenLine, WrittenProvider } from "@/app/written";
import { Avatar } from "@/components/Avatar";
import { IconButton } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Panel } from "@/components/Panel";
import { ErrorState } from "@/components/states";
import { ChangeHistory } from "@/features/client360/ChangeHistory";
import { DossierSkeleton } from "@/features/client360/DossierSkeleton";
import { IdentityPanel } from "@/features/client360/IdentityPanel";
import { RecordCard } from "@/features/client360/RecordCard";
import { FactList } from "@/features/provenance/FactList";
import { ProvenanceProvider } from "@/features/provenance/provenance";

/** A company, a deal or any other record: its facts with their sources, and what is linked to it. */
export function EntityScreen() {
  const { entity, id } = useParams({ from: "/records/$entity/$id" });
  const back = useBack("/accounts");
  useShortcuts("screen", { back });
  const detail = useCommand("entity_get", { entity, id });
  if (detail.isPending) return <DossierSkeleton />;
  if (detail.isError) {
    return (
      <ErrorState
        error={detail.error}
        what={`This ${entityName(entity)} could not be opened`}
        onRetry={() => void detail.refetch()}
      />
    );
  }
  return (
    <WrittenProvider key={id}>
      <ProvenanceProvider>
        <RecordPage detail={detail.data} onBack={back} />
      </ProvenanceProvider>
    </WrittenProvider>
  );
}

function RecordPage({ detail, onBack }: { detail: EntityDetail; onBack: () => void }) {
  const { record, linked } = detail;
  const { entity, title, facts } = record;
  const around = groupBy(linked, (panel) => panel.entity.entity);
  const names = new Map([record, ...linked].map((panel) => [panel.entity.id, panel.title]));
  const said = facts.find(({ field }) => ["industry", "stage", "status"].includes(field));
  return (
    <article aria-label={title} data-testid="record-page" className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-center gap-4 border-b border-line py-3.5 pr-5 pl-3">
        <IconButton label="Back" action="back" side="right" data-testid="back" onClick={onBack}>
          <ArrowLeft className="size-4" />
        </IconButton>
        <Avatar
          id={entity.id}
          name={title}
          size="large"
          kind={entity.entity === "person" ? "person" : "account"}
        />
        <div className="min-w-0">
          <p className="text-sm text-faint">{fieldWords(entityName(entity.entity))}</p>
          <h1 className="flex items-center gap-2.5 text-xl font-semibold tracking-tight" data-selectable>
            <span className="truncate" data-testid="record-title">
              {title}
            </span>
            {said && <Chip title={said.title}>{showValue(said.value).text}</Chip>}
            {detail.archived && <Chip tone="warn">Archived</Chip>}
          </h1>
          <WrittenLine />
        </div>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid gap-4 p-5 min-[1280px]:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-4">
            <Panel title="Facts" testId="record-facts">
              <FactList entity={entity} facts={facts.filter(({ value }) => value !== null)} />
            </Panel>
            {(entity.entity === "account" || entity.entity === "person") && (
              <IdentityPanel
                of={entity}
                title={title}
                absorbed={detail.absorbed}
                others={detail.not_the_same}
              />
            )}
            <ChangeHistory entity={entity} names={names} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {[...around].map(([kind, panels]) => (
              <Linked key={kind} kind={kind} panels={panels} />
            ))}
            {linked.length === 0 && (
              <p className="rounded-lg border border-line px-4 py-3 text-muted">Nothing is linked to it.</p>
            )}
          </div>
        </div>
      </div>
    </article>
  );
}

function Linked({ kind, panels }: { kind: EntityType; panels: readonly RecordPanel[] }) {
  const title = fieldWords(entityNames(kind));
  return (
    <Panel title={title} remark={panels.length} testId={`linked-panel-${kind}`}>
      {kind === "person" ? (
        <ul className="-mx-2">
          {panels.map((panel) => (
            <li key={panel.entity.id}>
              <PersonLine panel={panel} />
            </li>
          ))}
        </ul>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {panels.map((panel) => (
            <RecordCard key={panel.entity.id} record={panel} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PersonLine({ panel }: { panel: RecordPanel }) {
  const value = (field: string) => {
    const fact = panel.facts.find((candidate) => candidate.field === field);
    return fact ? showValue(fact.value, fact.kind).text : "";
  };
  return (
    <Link
      {...placeOf(panel.entity)}
      data-testid="linked-person"
      className="control flex h-9 items-center gap-2.5 rounded-md px-2 hover:bg-hover"
    >
      <Avatar id={panel.entity.id} name={panel.title} />
      <span className="shrink-0 font-medium">{panel.title}</span>
      <span className="min-w-0 flex-1 truncate text-muted">{value("job_title")}</span>
      <span className="shrink-0 text-muted">{value("phone") || value("email")}</span>
    </Link>
  );
}
