import type { Client360View, PanelStatus, RecordPanel } from "@/api/generated/contracts";
import { Panel } from "@/components/Panel";
import { RecordCard } from "./RecordCard";
import { CardActions, CardTools } from "./work/CardActions";

interface Section {
  key: keyof Client360View & string;
  title: string;
  /** What it would hold, for saying that there is none. */
  noun?: string;
  records: readonly RecordPanel[];
}

const sections = (view: Client360View): Section[] => [
  { key: "active_opportunities", title: "Active opportunities", records: view.active_opportunities },
  {
    key: "requirement_profiles",
    title: "Looking for",
    noun: "requirements",
    records: view.requirement_profiles,
  },
  { key: "property_interests", title: "Property interests", records: view.property_interests },
  { key: "tasks", title: "Tasks", records: view.tasks },
  { key: "account_links", title: "Companies", records: view.account_links },
  { key: "households", title: "Household and advisers", records: view.households },
  { key: "relationships", title: "People around them", records: view.relationships ?? [] },
  { key: "closed_opportunities", title: "Closed opportunities", records: view.closed_opportunities },
  { key: "media", title: "Media", records: view.media },
];

const MORE_TITLES: Record<string, string> = {
  qd_overview: "Intent score",
  risk_flags: "Risks",
  consent: "Consent",
};

/** Panels with something in them come first; what is empty or missing says so in one line each. */
export function RecordPanels({ view }: { view: Client360View }) {
  const all = sections(view);
  const status = (key: string): PanelStatus | undefined => view.panel_status[key];
  const ready = all.filter(({ records }) => records.length > 0);
  const titles = { ...MORE_TITLES, ...Object.fromEntries(all.map(({ key, title }) => [key, title])) };
  const empty = all.filter(
    ({ key, records }) => records.length === 0 && status(key)?.state !== "unavailable",
  );
  const missing = Object.entries(view.panel_status).flatMap(([key, panel]) =>
    panel.state === "unavailable" ? [{ key, title: titles[key] ?? key, why: panel.why }] : [],
  );
  return (
    <>
      {ready.map(({ key, title, records }) => (
        <Panel
          key={key}
          title={title}
          testId={`panel-${key}`}
          {...(records.length > 1 ? { remark: records.length } : {})}
        >
          <ul className="flex flex-col divide-y divide-line">
            {records.map((record) => (
              <RecordCard
                key={record.entity.id}
                record={record}
                tools={<CardTools record={record} />}
                actions={<CardActions record={record} />}
              />
            ))}
          </ul>
        </Panel>
      ))}
      {(empty.length > 0 || missing.length > 0) && (
        <section
          aria-label="Nothing known yet"
          data-testid="panels-empty"
          className="rounded-lg border border-line px-4 py-3 text-muted"
        >
          {empty.length > 0 && (
            <p data-testid="panels-none">
              <span className="text-faint">None known: </span>
              {empty.map(({ title, noun }) => noun ?? title.toLowerCase()).join(", ")}
            </p>
          )}
          {missing.map(({ key, title, why }) => (
            <p key={key} data-testid={`panel-${key}`} className="pt-1">
              <span className="text-faint">{title}: </span>
              {why}
            </p>
          ))}
        </section>
      )}
    </>
  );
}
