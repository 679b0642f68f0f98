import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import type { ReactNode } from "react";
import type { ReviewItem } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount } from "@/app/format";
import { useRights } from "@/app/rights";
import { linkWords } from "@/app/words";
import { Banner } from "@/components/Banner";
import { Chip } from "@/components/Chip";
import { Confidence } from "@/components/Confidence";
import { When } from "@/components/When";
import { RecordLink } from "@/features/imports/review/RecordLink";
import { Candidate } from "./Evidence";
import { FieldCompare } from "./FieldCompare";
import { decidersSentence, effectSentence, kindName } from "./words";

/** One proposal as a person decides on it: why, who it may be, what differs, what approving does, who decides. */
export function ProposalDetail({ item }: { item: ReviewItem }) {
  const does = item.consequences.length > 0 ? item.consequences : [effectSentence(item)];
  return (
    <div className="flex flex-col gap-5 px-5 py-4">
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
          {item.stale && (
            <Chip tone="warn" data-testid="review-stale">
              Out of date
            </Chip>
          )}
          {item.confidence !== null && (
            <span className="ml-auto shrink-0">
              <Confidence value={item.confidence} suffix=" confidence" />
            </span>
          )}
        </div>
        <p className="pt-0.5 text-read" data-testid="review-reason" data-selectable>
          {item.reason}
        </p>
        <Origin item={item} />
      </header>

      {item.stale && (
        <Banner tone="warn" title="The record was changed since this was proposed">
          It can’t be approved as it is. Proposing it anew sets this aside and looks at its row once more.
        </Banner>
      )}

      {item.candidates.length > 0 && (
        <Section title={item.row_number === null ? "To be joined with" : "May be the same as"}>
          <ul className="flex flex-col gap-2.5">
            {item.candidates.map((candidate) => (
              <Candidate key={candidate.entity.id} candidate={candidate} />
            ))}
          </ul>
        </Section>
      )}

      {item.fields.length > 0 && (
        <section aria-label="Fields">
          <FieldCompare key={item.proposal_id} fields={item.fields} />
        </section>
      )}

      {item.links.length > 0 && (
        <Section title="Links it would make">
          <ul className="flex flex-col gap-1">
            {item.links.map((link) => (
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
        <ul data-testid="review-consequences" data-selectable>
          {does.map((line) => (
            <li key={line} className="first-letter:uppercase">
              {line}
            </li>
          ))}
        </ul>
        <p className="pt-2 text-sm text-faint" data-testid="review-deciders">
          {decidersSentence(item.deciders)} Rule {item.rule}
        </p>
      </Section>
    </div>
  );
}

/** Where the proposal comes from, down to the row of its file. */
function Origin({ item }: { item: ReviewItem }) {
  const { may } = useRights();
  const imports = useCommand("import_list", null, { enabled: item.import_id !== null });
  const file = imports.data?.find(({ import_id: id }) => id === item.import_id)?.file_name ?? "its import";
  const row = item.row_number;
  return (
    <p className="flex flex-wrap items-center gap-x-1.5 pt-0.5 text-muted">
      {item.import_id !== null && row !== null && may("read_evidence") ? (
        <Link
          to="/imports/$id"
          params={{ id: item.import_id }}
          search={{ pane: "records", row }}
          data-testid="review-row"
          className="inline-flex items-center gap-1 rounded-sm text-accent-ink hover:underline"
        >
          Row {formatCount(row)} of {file}
          <ArrowUpRight className="size-3.5" aria-hidden="true" />
        </Link>
      ) : (
        <span>Proposed by {item.proposed_by.id}</span>
      )}
      <span className="text-faint">
        · proposed <When at={item.filed_at} />
      </span>
    </p>
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
