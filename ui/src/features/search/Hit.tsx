import type { SearchHit } from "@/api/generated/contracts";
import { formatPhone } from "@/app/format";
import { entityName, whyInFull, whyWords } from "@/app/words";
import { Avatar } from "@/components/Avatar";
import { Marked } from "./Marked";
import { shownExcerpt } from "./marks";

/** Values that need a line of their own. */
const SENTENCES = new Set(["notes", "body", "subject", "description", "address"]);

/** A record found: its name, what was found in it, and why. */
export function Hit({ hit }: { hit: SearchHit }) {
  const excerpt = hit.excerpt && shownExcerpt(hit.excerpt);
  const below = hit.excerpt && SENTENCES.has(hit.excerpt.field);
  const person = hit.entity === "person" || hit.about?.entity.entity === "person";
  return (
    <>
      <Avatar id={hit.about?.entity.id ?? hit.id} name={hit.title} kind={person ? "person" : "account"} />
      <span className="min-w-0 flex-1">
        <span className="block truncate">
          <span className="font-medium">
            <Marked text={hit.title} marks={hit.marks} />
          </span>
          <span className="text-muted">
            {" "}
            {excerpt && !below ? <Marked {...excerpt} /> : formatPhone(hit.subtitle)}
          </span>
        </span>
        {excerpt && below && (
          <span className="block truncate text-sm text-muted" data-testid="palette-excerpt">
            <Marked {...excerpt} />
          </span>
        )}
      </span>
      <span
        className="max-w-52 shrink-0 truncate text-sm text-faint"
        title={whyInFull(hit.why)}
        data-testid="palette-why"
      >
        <span className="sr-only">Found by </span>
        {whyWords(hit.why) || entityName(hit.entity)}
      </span>
    </>
  );
}
