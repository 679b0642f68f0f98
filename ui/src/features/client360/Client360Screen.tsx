import { useParams } from "@tanstack/react-router";
import type { Client360View } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { copyText } from "@/app/clipboard";
import { useShortcuts } from "@/app/shortcuts";
import { useBack } from "@/app/useBack";
import { copyValue } from "@/app/values";
import { useWritten, WrittenProvider } from "@/app/written";
import { Panel } from "@/components/Panel";
import { ErrorState } from "@/components/states";
import { FactList } from "@/features/provenance/FactList";
import { ProvenanceProvider } from "@/features/provenance/provenance";
import { ChangeHistory } from "./ChangeHistory";
import { ClientHeader } from "./ClientHeader";
import { DossierSkeleton } from "./DossierSkeleton";
import { Gone } from "./Gone";
import { factsOf, groupFacts } from "./groups";
import { IdentityPanel } from "./IdentityPanel";
import { LogBar } from "./log/LogBar";
import { NewsPanel } from "./news/NewsPanel";
import { RecordPanels } from "./RecordPanels";
import { Timeline } from "./timeline/Timeline";
import { WorkProvider } from "./work/work";

export function Client360Screen() {
  const { id } = useParams({ from: "/people/$id" });
  return (
    <WrittenProvider key={id} of={id}>
      <Client id={id} />
    </WrittenProvider>
  );
}

function Client({ id }: { id: string }) {
  const back = useBack("/contacts");
  const { written } = useWritten();
  const view = useCommand("client360", { id });
  const facts = view.data?.identity.facts ?? [];
  const copyFirst = (field: string) => () => {
    const first = factsOf(facts, field)[0];
    if (first) void copyText(copyValue(first.value));
  };
  useShortcuts("screen", { back, copyEmail: copyFirst("email"), copyPhone: copyFirst("phone") });

  if (view.isPending) return <DossierSkeleton />;
  if (view.isError) {
    if (written && view.error.code === "not_found") return <Gone entity="person" onBack={back} />;
    return (
      <ErrorState
        error={view.error}
        what="This dossier could not be opened"
        onRetry={() => void view.refetch()}
      />
    );
  }
  return (
    <ProvenanceProvider>
      <WorkProvider client={view.data.client_ref}>
        <Dossier view={view.data} onBack={back} />
      </WorkProvider>
    </ProvenanceProvider>
  );
}

function Dossier({ view, onBack }: { view: Client360View; onBack: () => void }) {
  const groups = groupFacts(view.identity.facts, view.consent);
  return (
    <article
      aria-label={view.identity.title}
      data-testid="client360"
      className="flex min-h-0 flex-1 flex-col"
    >
      <ClientHeader view={view} onBack={onBack} />
      <div className="min-h-0 flex-1 overflow-y-auto" tabIndex={-1}>
        <div className="grid max-w-400 gap-4 p-5 min-[1280px]:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-4">
            <LogBar client={{ ...view.identity, facts: [...view.identity.facts, ...view.consent] }} />
            <NewsPanel client={view.client_ref} />
            <Timeline client={view.client_ref} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <IdentityPanel
              of={view.client_ref}
              title={view.identity.title}
              absorbed={view.absorbed}
              others={view.not_the_same}
            />
            <RecordPanels view={view} />
            {groups.map(({ name, facts }) => (
              <Panel key={name} title={name} testId={`group-${name.toLowerCase()}`}>
                <FactList entity={view.client_ref} facts={facts} />
              </Panel>
            ))}
            <ChangeHistory entity={view.client_ref} names={namesIn(view)} />
          </div>
        </div>
      </div>
    </article>
  );
}

/** Names of the records around the client, so that history can call them by name. */
function namesIn(view: Client360View): ReadonlyMap<string, string> {
  const panels = [
    view.identity,
    ...view.account_links,
    ...view.active_opportunities,
    ...view.closed_opportunities,
    ...view.property_interests,
    ...view.requirement_profiles,
    ...view.households,
    ...(view.relationships ?? []),
    ...view.tasks,
    ...view.recent_interactions,
  ];
  return new Map(panels.map(({ entity, title }) => [entity.id, title]));
}
