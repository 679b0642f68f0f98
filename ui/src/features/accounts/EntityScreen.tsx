import { Link, useParams } from "@tanstack/react-router";
import { ArrowLeft, type LucideIcon, Pencil, Target } from "lucide-react";
import type { EntityDetail, EntityRef, EntityType, RecordPanel } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import type { ListPath } from "@/app/addresses";
import { groupBy } from "@/app/group";
import { placeOf } from "@/app/places";
import { useShortcuts } from "@/app/shortcuts";
import { useBack } from "@/app/useBack";
import { showValue } from "@/app/values";
import { entityName, entityNames, fieldWords } from "@/app/words";
import { useWritten, WrittenLine, WrittenProvider } from "@/app/written";
import { Avatar } from "@/components/Avatar";
import { Button, IconButton } from "@/components/Button";
import { Chip } from "@/components/Chip";
import { Panel } from "@/components/Panel";
import { ErrorState } from "@/components/states";
import { ArchivedMark, RecordMenu } from "@/features/client360/archiving";
import { ChangeHistory } from "@/features/client360/ChangeHistory";
import { DossierSkeleton } from "@/features/client360/DossierSkeleton";
import { Gone } from "@/features/client360/Gone";
import { IdentityPanel } from "@/features/client360/IdentityPanel";
import { RecordCard } from "@/features/client360/RecordCard";
import { CardActions } from "@/features/client360/work/CardActions";
import { useWork, WorkProvider } from "@/features/client360/work/work";
import { KINDS, type Kind } from "@/features/lists/kinds";
import { FactList } from "@/features/provenance/FactList";
import { ProvenanceProvider } from "@/features/provenance/provenance";

/** A company, a deal or any other record: its facts with their sources, and what is linked to it. */
export function EntityScreen() {
  const { entity, id } = useParams({ from: "/records/$entity/$id" });
  return (
    <WrittenProvider key={id} of={id}>
      <Entity entity={entity} id={id} />
    </WrittenProvider>
  );
}

/** The list that a record is of; a requirement is of its client. */
const listOf = (entity: EntityType): ListPath => kindOf(entity)?.to ?? "/contacts";
const iconOf = (entity: EntityType): LucideIcon => kindOf(entity)?.icon ?? Target;

function kindOf(entity: EntityType): Kind | undefined {
  return Object.values(KINDS).find((kind) => kind.entity === entity);
}

function Entity({ entity, id }: EntityRef) {
  const back = useBack(listOf(entity));
  const { written } = useWritten();
  useShortcuts("screen", { back });
  const detail = useCommand("entity_get", { entity, id });
  if (detail.isPending) return <DossierSkeleton />;
  if (detail.isError) {
    if (written && detail.error.code === "not_found") return <Gone entity={entity} onBack={back} />;
    return (
      <ErrorState
        error={detail.error}
        what={`This ${entityName(entity)} could not be opened`}
        onRetry={() => void detail.refetch()}
      />
    );
  }
  return (
    <ProvenanceProvider>
      <WorkProvider client={detail.data.record.entity}>
        <RecordPage detail={detail.data} onBack={back} />
      </WorkProvider>
    </ProvenanceProvider>
  );
}

function RecordPage({ detail, onBack }: { detail: EntityDetail; onBack: () => void }) {
  const { record, linked } = detail;
  const { entity, title, facts } = record;
  const work = useWork();
  const { archived } = detail;
  const around = groupBy(linked, (panel) => panel.entity.entity);
  const names = new Map([record, ...linked].map((panel) => [panel.entity.id, panel.title]));
  const said = facts.find(({ field }) => ["industry", "stage", "status"].includes(field));
  return (
    <article aria-label={title} data-testid="record-page" className="flex min-h-0 flex-1 flex-col">
      <header className="flex shrink-0 items-start gap-4 border-b border-line py-3.5 pr-5 pl-3">
        <IconButton
          label="Back"
          action="back"
          side="right"
          data-testid="back"
          onClick={onBack}
          className="mt-2.5"
        >
          <ArrowLeft className="size-4" />
        </IconButton>
        <Avatar
          id={entity.id}
          name={title}
          size="large"
          kind={entity.entity === "person" ? "person" : "account"}
          icon={iconOf(entity.entity)}
        />
        <div className="min-w-0 flex-1">
          <p className="text-sm text-faint">{fieldWords(entityName(entity.entity))}</p>
          <h1 className="flex items-center gap-2.5 text-xl font-semibold tracking-tight" data-selectable>
            <span className="truncate" data-testid="record-title">
              {title}
            </span>
            {said && <Chip title={said.title}>{showValue(said.value).text}</Chip>}
            <ArchivedMark of={entity} title={title} archived={archived} />
          </h1>
          <CardActions record={record} />
          <div className="pt-1">
            <WrittenLine />
          </div>
        </div>
        {work && (
          <Button data-testid="record-edit" onClick={() => work.write(entity.entity, record)}>
            <Pencil className="size-3.5" aria-hidden="true" />
            Edit
          </Button>
        )}
        <RecordMenu of={entity} title={title} archived={archived} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="grid max-w-400 gap-4 p-5 min-[1280px]:grid-cols-2">
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
