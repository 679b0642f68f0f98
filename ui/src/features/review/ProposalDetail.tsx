import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import type { EntityId, ReviewItem } from "@/api/generated/contracts";
import { formatCount } from "@/app/format";
import { useRights } from "@/app/rights";
import { linkWords } from "@/app/words";
import { Banner } from "@/components/Banner";
import { Chip } from "@/components/Chip";
import { When } from "@/components/When";
import { RecordLink } from "@/features/imports/review/RecordLink";
import { ApartLine } from "./ApartLine";
import { CompareTable } from "./CompareTable";
import { comparisonOf } from "./compare";
import type { Draft } from "./drafts";
import { EvidencePane } from "./EvidencePane";
import { MatchLine } from "./MatchLine";
import { RemarkLines } from "./RemarkLines";
import { SurvivorLine } from "./SurvivorLine";
import { consequencesOf, decidersSentence, kindName, RISK_WORDS } from "./words";

interface ProposalDetailProps {
  item: ReviewItem;
  /** The same as the reviewer would have it. */
  shown: ReviewItem;
  draft: Draft;
  onDraft: (change: Partial<Draft>) => void;
  editable: boolean;
  evidence: boolean;
}

/** One proposal as a person decides on it: why, who it may be, what differs, what approving does, who decides. */
export function ProposalDetail({ item, shown, draft, onDraft, editable, evidence }: ProposalDetailProps) {
  const comparison = comparisonOf(shown, item);
  // Whom a merge joins without evidence its survivor's line names already.
  const candidates = item.candidates.filter(({ evidence }) => item.merge === null || evidence.length > 0);
  return (
    <div className="flex flex-col gap-3.5 px-5 py-3.5">
      <Heading item={item} />
      {item.stale && (
        <Banner tone="warn" title="The record was changed since this was proposed">
          It can’t be approved as it is. Proposing it anew sets this aside and looks at its row once more.
        </Banner>
      )}
      <RemarkLines item={item} onDraft={onDraft} />
      {candidates.length > 0 && (
        <ul className="flex flex-col gap-1.5" aria-label="Who it may be">
          {candidates.map((candidate, n) => (
            <MatchLine
              key={candidate.entity.id}
              candidate={candidate}
              title={nameOf(item, candidate.entity.id)}
              opens={n === 0}
            />
          ))}
        </ul>
      )}
      {item.apart && (
        <ApartLine
          key={`apart-${item.proposal_id}`}
          apart={item.apart}
          draft={draft}
          onDraft={onDraft}
          editable={item.not_mine === null && !item.stale}
        />
      )}
      {shown.merge && item.merge && <SurvivorLine item={item} merge={item.merge} draft={draft} />}

      <CompareTable
        key={item.proposal_id}
        proposal={item.proposal_id}
        comparison={comparison}
        draft={draft}
        onDraft={onDraft}
        editable={editable && !item.stale}
        beside={item.kind === "unmerge" ? "apart" : item.kind === "link" ? "pair" : null}
        evidence={evidence ? (row) => <EvidencePane item={shown} row={row} /> : null}
      />

      {shown.links.length > 0 && (
        <Section title="Links it would make">
          <ul className="flex flex-col gap-1">
            {shown.links.map((link) => (
              <li
                key={`${link.kind}-${link.from.id}-${link.to.id}`}
                className="flex flex-wrap items-center gap-x-2"
              >
                <RecordLink record={link.from} absent="made by the approval" />
                <span className="text-muted">{linkWords(link.kind)}</span>
                <RecordLink record={link.to} absent="made by the approval" />
              </li>
            ))}
          </ul>
        </Section>
      )}

      <Section title="Approving it">
        <ul data-testid="review-consequences" data-selectable className="flex flex-wrap gap-x-2 gap-y-0.5">
          {consequencesOf(shown).map((line, n) => (
            <li key={line} className="flex gap-x-2 whitespace-nowrap">
              {n > 0 && <span className="text-faint">·</span>}
              {line}
            </li>
          ))}
        </ul>
        <p className="pt-1 text-sm text-faint" data-testid="review-deciders">
          {decidersSentence(item.deciders)} Rule {item.rule}
        </p>
      </Section>
    </div>
  );
}

/** What a side says a record is called; one that is not in the workspace yet is looked up, and told so. */
const nameOf = ({ sides }: ReviewItem, id: EntityId): string | undefined =>
  sides.find(({ entity, since }) => entity?.id === id && since !== null)?.title;

function Heading({ item }: { item: ReviewItem }) {
  return (
    <header>
      <div className="flex items-center gap-2.5">
        <h2
          className="min-w-0 truncate text-lg font-semibold tracking-tight"
          data-testid="review-title"
          data-selectable
        >
          {item.title}
        </h2>
        <Chip tone="proposal">{kindName(item.kind)}</Chip>
        {item.risk === "high" && <Chip tone="warn">{RISK_WORDS.high}</Chip>}
        {item.stale && (
          <Chip tone="warn" data-testid="review-stale">
            Out of date
          </Chip>
        )}
        <span className="ml-auto shrink-0">
          <Origin item={item} />
        </span>
      </div>
      <p className="text-read text-muted" data-testid="review-reason" data-selectable>
        {item.reason}
      </p>
    </header>
  );
}

/** Where the proposal comes from, down to the row of its file. */
function Origin({ item }: { item: ReviewItem }) {
  const { may } = useRights();
  const { import_id: id, row_number: row } = item;
  return (
    <span className="flex items-center gap-x-1.5 text-muted">
      {id !== null && row !== null && may("read_evidence") ? (
        <Link
          to="/imports/$id"
          params={{ id }}
          search={{ pane: "records", row }}
          data-testid="review-row"
          className="inline-flex items-center gap-1 rounded-sm text-accent-ink hover:underline"
        >
          Row {formatCount(row)} of {item.file_name ?? "its import"}
          <ArrowUpRight className="size-3.5" aria-hidden="true" />
        </Link>
      ) : (
        <span>
          {item.source === "identity_scan"
            ? "Found in a look for duplicates"
            : `Proposed by ${item.proposed_by.id}`}
        </span>
      )}
      <span className="text-faint">
        · <When at={item.filed_at} />
      </span>
    </span>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title}>
      <h3 className="pb-1 text-sm font-medium text-faint">{title}</h3>
      {children}
    </section>
  );
}
