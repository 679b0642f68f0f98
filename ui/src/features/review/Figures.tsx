import type { ReactNode } from "react";
import type { Agreement, BandFigures, ReviewerFigures, SittingFigures } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount, formatShare, plural } from "@/app/format";
import { When } from "@/components/When";

/** How long a decision took. */
export const seconds = (ms: number | null): string => (ms === null ? "" : `${(ms / 1_000).toFixed(1)} s`);

interface FiguresProps {
  /** Null: everybody. */
  reviewer: string | null;
  since: string | null;
}

const SITTINGS = 6;

/** How reviewing goes, as the core counts it: agreement with the engine by band, time per decision, sittings. */
export function Figures({ reviewer, since }: FiguresProps) {
  const metrics = useCommand("review_metrics", { reviewer, since });
  if (!metrics.data) {
    return metrics.isError ? (
      <aside aria-label="Figures" className={ASIDE}>
        <p role="alert" className="text-risk">
          {metrics.error.message} <span className="text-muted">{metrics.error.hint}</span>
        </p>
      </aside>
    ) : null;
  }
  const { all, reviewers, bands, sittings } = metrics.data;
  const one = reviewer === null ? all : reviewers.find((figures) => figures.reviewer === reviewer);
  return (
    <aside aria-label="Figures" data-testid="review-figures" className={ASIDE}>
      <Part title="Decided">
        {one ? <Totals of={one} /> : <p className="text-muted">Nothing in this time.</p>}
      </Part>
      {bands.length > 0 && (
        <Part title="Merges, by what the engine thought">
          <Bands bands={bands} />
        </Part>
      )}
      {sittings.length > 0 && (
        <Part title="Sittings">
          <ul className="flex flex-col gap-1">
            {sittings.slice(0, SITTINGS).map((sitting) => (
              <SittingRow
                key={`${sitting.reviewer}-${sitting.began}`}
                sitting={sitting}
                named={reviewer === null}
              />
            ))}
          </ul>
        </Part>
      )}
    </aside>
  );
}

const ASIDE = "w-72 shrink-0 overflow-y-auto border-l border-line px-4 py-3";

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="pb-5">
      <h3 className="pb-1.5 text-sm font-medium text-faint">{title}</h3>
      {children}
    </section>
  );
}

const agreed = ({ both, alike }: Agreement): string =>
  both === 0 ? "–" : `${formatShare(alike / both)} of ${formatCount(both)}`;

function Totals({ of }: { of: ReviewerFigures }) {
  const rows: readonly (readonly [string, string, string])[] = [
    ["One by one", formatCount(of.decided), "figures-decided"],
    ["In sets", formatCount(of.in_sets), "figures-sets"],
    ["Rejected", formatCount(of.rejected), "figures-rejected"],
    ["Taken back since", formatCount(of.taken_back), "figures-back"],
    ["Median time", seconds(of.median_ms) || "–", "figures-median"],
    ["19 of 20 within", seconds(of.p95_ms) || "–", "figures-p95"],
    ["As the engine suggests", agreed(of.with_engine), "figures-engine"],
    ["As colleagues asked", agreed(of.with_colleagues), "figures-colleagues"],
  ];
  return (
    <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-0.5">
      {rows.map(([name, value, id]) => (
        <div key={id} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="text-right tabular-nums" data-testid={id}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Bands({ bands }: { bands: readonly BandFigures[] }) {
  return (
    <table className="w-full tabular-nums" data-testid="figures-bands">
      <thead>
        <tr className="text-sm text-faint">
          <th scope="col" className="pb-0.5 text-left font-normal">
            Likely
          </th>
          <th scope="col" className="pb-0.5 text-right font-normal">
            Decided
          </th>
          <th scope="col" className="pb-0.5 text-right font-normal">
            Merged
          </th>
          <th scope="col" className="pb-0.5 text-right font-normal">
            Agreed
          </th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, below, decided, approved, alike }) => (
          <tr key={from}>
            <th scope="row" className="text-left font-normal text-muted">
              {from === 0 ? `below ${formatShare(below)}` : `from ${formatShare(from)}`}
            </th>
            <td className="text-right">{formatCount(decided)}</td>
            <td className="text-right">{formatCount(approved)}</td>
            <td
              className="text-right"
              title={alike === null ? "The engine suggests neither here" : undefined}
            >
              {alike === null ? "–" : formatShare(alike / decided)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SittingRow({ sitting, named }: { sitting: SittingFigures; named: boolean }) {
  const { reviewer, ended, decided, left, median_ms: median } = sitting;
  return (
    <li className="flex items-baseline gap-2" data-testid="sitting-figures">
      <When at={ended} className="text-muted" />
      {named && <span className="min-w-0 truncate">{reviewer}</span>}
      <span
        className="ml-auto shrink-0 tabular-nums"
        title={left > 0 ? `${plural(left, "proposal")} left open` : undefined}
      >
        {decided === 0 && left > 0
          ? `${formatCount(left)} left open`
          : `${formatCount(decided)} decided${median === null ? "" : `, ${seconds(median)} each`}`}
      </span>
    </li>
  );
}
