import { X } from "lucide-react";
import { useState } from "react";
import type { EntityRef, NewsLine } from "@/api/generated/contracts";
import { useCommand } from "@/api/queries";
import { formatCount, plural } from "@/app/format";
import { showValue } from "@/app/values";
import { entityName, fieldWords } from "@/app/words";
import { IconButton } from "@/components/Button";
import { Panel } from "@/components/Panel";
import { When } from "@/components/When";
import { useLook } from "@/features/today/useToday";

const SHOWN = 6;

const DID: Partial<Record<NewsLine["op"], string>> = {
  create: "wrote down",
  archive: "archived",
  restore: "brought back",
  merge: "merged",
  unmerge: "took apart",
  remove: "took away",
};

/** What others changed around this client since this user last opened the dossier, and what is still promised. */
export function NewsPanel({ client }: { client: EntityRef }) {
  const look = useLook(client.id);
  const since = look.data?.since ?? null;
  const news = useCommand("client_news", { id: client.id, since: since ?? 0 }, { enabled: since !== null });
  const [closed, setClosed] = useState(false);
  if (news.isError) {
    return (
      <p role="alert" className="rounded-lg border border-line px-4 py-3 text-muted" data-testid="news-error">
        What changed since you last looked could not be read: {news.error.message}
      </p>
    );
  }
  if (closed || !news.data || news.data.total === 0) return null;
  const { lines, total, promises } = news.data;
  return (
    <Panel
      title="Since you last looked"
      testId="news"
      remark={
        <span className="flex items-baseline gap-1">
          <span data-testid="news-total">{plural(total, "change")}</span>{" "}
          <When at={look.data?.looked_at ?? null} />
          <IconButton label="Hide" small className="-my-1" onClick={() => setClosed(true)}>
            <X className="size-3" />
          </IconButton>
        </span>
      }
    >
      <ul className="flex flex-col gap-1">
        {lines.slice(0, SHOWN).map((line) => (
          <li key={line.delta_id} data-testid="news-line" className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1" data-selectable>
              <span className="font-medium">{line.actor.id}</span>{" "}
              <span className="text-muted">{said(line, client)}</span>
              {line.file_name && (
                <span className="text-faint">
                  {" "}
                  ({line.file_name}
                  {line.row_number !== null && `, row ${formatCount(line.row_number)}`})
                </span>
              )}
            </span>
            <When at={line.at} className="shrink-0 text-sm text-faint" />
          </li>
        ))}
      </ul>
      {total > SHOWN && (
        <p className="pt-1 text-sm text-faint">
          and {formatCount(total - SHOWN)} more, in the change history
        </p>
      )}
      {promises.length > 0 && (
        <p className="pt-1.5 text-sm text-muted" data-testid="news-promises">
          Still promised:{" "}
          {promises
            .slice(0, 3)
            .map(({ title }) => title)
            .join(", ")}
          {promises.length > 3 && ` and ${promises.length - 3} more`}
        </p>
      )}
    </Panel>
  );
}

/** `changed Phone to +91 98300 54321`, `wrote down a call or message: Wants a pool`. */
function said(line: NewsLine, client: EntityRef): string {
  const of = line.entity.id === client.id ? "" : ` of ${line.title || entityName(line.entity.entity)}`;
  const did = DID[line.op];
  if (did) {
    const what =
      line.entity.id === client.id ? "this client" : `${entityName(line.entity.entity)}: ${line.title}`;
    return `${did} ${what}`;
  }
  if (line.cause === "confirm") {
    return `confirmed ${line.changes.map(({ field }) => fieldWords(field)).join(", ")}${of}`;
  }
  const [first, ...rest] = line.changes;
  if (!first) return `changed something${of}`;
  const to = showValue(first.after).text;
  const more = rest.length > 0 ? ` and ${plural(rest.length, "more field")}` : "";
  return `${to === "" ? "emptied" : "changed"} ${fieldWords(first.field)}${of}${to === "" ? "" : ` to ${to}`}${more}`;
}
