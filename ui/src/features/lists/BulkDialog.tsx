import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { call } from "@/api/client";
import type { BulkEdit, BulkPreview, BulkSelection, ListField } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { formatCount } from "@/app/format";
import { useRights } from "@/app/rights";
import { useProgress } from "@/app/useProgress";
import { showValue } from "@/app/values";
import { countEntities } from "@/app/words";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { PickOne } from "@/components/PickOne";
import { ProgressBar } from "@/components/ProgressBar";
import type { Kind } from "./kinds";
import type { Edits } from "./useEdits";
import type { List } from "./useList";
import { ValueInput } from "./ValueInput";

interface BulkDialogProps {
  kind: Kind;
  list: List;
  edits: Edits;
  selection: BulkSelection;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The column that the cursor is in: what is probably meant. */
  field: ListField | null;
  /** What was asked for is to archive them, or to bring them back. */
  archive: boolean;
  onDone: () => void;
}

/** What a bulk edit is, beside fields. */
const MOVES: Record<string, { edit: BulkEdit; verb: string; done: string }> = {
  archive: { edit: { archive: true }, verb: "Archive", done: "Archived" },
  restore: { edit: { archive: false }, verb: "Bring back", done: "Brought back" },
};

const PAUSE_MS = 250;

/** Many records changed at once: what, what it would do, then doing it. One key takes all of it back. */
export function BulkDialog(props: BulkDialogProps) {
  const [busy, setBusy] = useState(false);
  return (
    <Modal
      open={props.open}
      onOpenChange={(open) => !busy && props.onOpenChange(open)}
      title="Change all that are selected"
      className="w-152"
      testId="bulk-dialog"
    >
      {props.open && <Form {...props} onBusy={setBusy} />}
    </Modal>
  );
}

function Form({
  kind,
  list,
  edits,
  selection,
  field,
  archive,
  onOpenChange,
  onDone,
  onBusy,
}: BulkDialogProps & {
  onBusy: (busy: boolean) => void;
}) {
  const { may } = useRights();
  const choices = useMemo(
    () => [...list.fields.values()].filter(({ edits, many }) => edits !== null && !many),
    [list.fields],
  );
  const tags = list.fields.get("tags")?.edits != null;
  const move = list.archived ? "restore" : "archive";
  const options = [
    ...choices.map(({ name, title }) => ({ value: name, name: title })),
    ...(tags
      ? [
          { value: "+tags", name: "Add tags" },
          { value: "-tags", name: "Take tags away" },
        ]
      : []),
    ...(may("archive_records") ? [{ value: move, name: MOVES[move]?.verb ?? "" }] : []),
  ];
  // Nobody gives many records one name: the column that names them is not what is meant.
  const likely = [field?.name, kind.board?.by, "owner", "assignee"]
    .filter((name) => name !== kind.named)
    .flatMap((name) => choices.find((choice) => choice.name === name) ?? [])[0];
  const [what, setWhat] = useState(
    archive ? move : (likely?.name ?? choices[0]?.name ?? options[0]?.value ?? ""),
  );
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<BulkEdit | null>(null);
  const info = list.fields.get(what) ?? null;
  const words = text
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  const moves = MOVES[what];
  const edit: BulkEdit | null =
    moves !== undefined
      ? moves.edit
      : what === "+tags"
        ? words.length > 0
          ? { add_tags: words }
          : null
        : what === "-tags"
          ? words.length > 0
            ? { remove_tags: words }
            : null
          : info
            ? { set: [{ field: info.edits ?? info.name, text }] }
            : null;
  const said = JSON.stringify(edit);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(JSON.parse(said) as BulkEdit | null), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const current = JSON.stringify(asked) === said;

  const args = { selection, edit: asked ?? {} };
  const preview = useQuery<BulkPreview>({
    queryKey: ["bulk_preview", args],
    queryFn: () => call("bulk_preview", args),
    enabled: asked !== null,
    staleTime: 0,
    gcTime: 0,
  });
  const apply = useAction("bulk_apply");
  const work = useProgress(apply.isPending);
  useEffect(() => onBusy(apply.isPending), [apply.isPending, onBusy]);
  const plan = current ? preview.data : undefined;
  const run = () => {
    if (!plan || plan.changing === 0 || apply.isPending) return;
    apply.mutate(
      { ...args, seen: plan.seen },
      {
        onSuccess: ({ group, changed }) => {
          const title = info?.title ?? options.find(({ value }) => value === what)?.name ?? "";
          const to = moves ? "" : text.trim() ? ` “${text.trim()}”` : " emptied";
          const counted = countEntities(changed, kind.entity);
          edits.remember(group, moves ? `${moves.done}: ${counted}` : `${title}${to}: ${counted} changed`);
          onOpenChange(false);
          onDone();
        },
        onError: () => void preview.refetch(),
      },
    );
  };
  const cancel = useAction("cancel");
  // Where nothing is to be written, what it would do is read and Enter does it.
  const button = useRef<HTMLButtonElement>(null);
  const waits = moves !== undefined && plan !== undefined;
  useEffect(() => {
    if (waits) button.current?.focus();
  }, [waits]);
  const stand = info ?? {
    ...(list.fields.get("tags") ?? choices[0] ?? ({} as ListField)),
    groupable: false,
    kind: "text" as const,
    title: "Tags",
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <div className="flex flex-col gap-3 px-5 pt-4">
        <div className="flex items-start gap-2">
          <PickOne
            label="What changes"
            value={what}
            options={options}
            onChange={setWhat}
            testId="bulk-what"
          />
          {!moves && (
            <ValueInput
              key={what}
              className="flex-1"
              entity={kind.entity}
              field={stand}
              value={text}
              onChange={setText}
              onDone={run}
              onCancel={() => onOpenChange(false)}
              autoFocus
              label={info ? `New ${info.title.toLowerCase()}` : "Tags, with commas between them"}
              testId="bulk-value"
            />
          )}
        </div>
        {!moves && text.trim() === "" && info && (
          <p className="text-warn">Nothing written: {info.title.toLowerCase()} would be emptied.</p>
        )}
        {apply.isPending ? (
          <ProgressBar
            label={work?.stage === "checking" ? "Checking" : "Changing"}
            done={work?.done ?? 0}
            total={work?.total ?? 0}
            elapsedMs={work?.elapsedMs ?? 0}
            pace={work}
          />
        ) : (
          plan && <Plan plan={plan} list={list} kind={kind} />
        )}
        {!plan && !apply.isPending && asked && !preview.isError && (
          <p className="text-faint" role="status">
            Looking at what it would change…
          </p>
        )}
        {preview.error && current && <ErrorBanner error={preview.error} testId="bulk-error" />}
        {apply.error && <ErrorBanner error={apply.error} testId="bulk-refused" />}
      </div>
      <ModalActions>
        <Button
          onClick={() => (apply.isPending ? cancel.mutate(null) : onOpenChange(false))}
          data-testid="bulk-cancel"
        >
          {apply.isPending ? "Stop" : "Cancel"}
        </Button>
        <Button
          ref={button}
          look={what === "archive" ? "danger" : "primary"}
          type="submit"
          data-testid="bulk-apply"
          disabled={!plan || plan.changing === 0 || apply.isPending}
        >
          {moves?.verb ?? "Change"} {plan ? countEntities(plan.changing, kind.entity) : "…"}
        </Button>
      </ModalActions>
    </form>
  );
}

function Plan({ plan, list, kind }: { plan: BulkPreview; list: List; kind: Kind }) {
  const titles = (field: string) =>
    list.fields.get(field)?.title ??
    [...list.fields.values()].find(({ edits }) => edits === field)?.title ??
    field;
  return (
    <section aria-label="What it would do" data-testid="bulk-plan" className="flex flex-col gap-2">
      <p className="tabular-nums">
        <strong data-testid="bulk-changing" className="font-semibold">
          {formatCount(plan.changing)}
        </strong>{" "}
        of {countEntities(plan.selected, kind.entity)} change
        {plan.unchanged > 0 && `, ${formatCount(plan.unchanged)} say so already`}
        {plan.refused > 0 && <span className="text-risk">, {formatCount(plan.refused)} are refused</span>}.
      </p>
      {plan.refusals.map(({ why, count }) => (
        <p key={why} data-testid="bulk-refusal" className="rounded-md bg-risk-soft px-2.5 py-1.5 text-risk">
          {formatCount(count)}: {why}
        </p>
      ))}
      {plan.examples.length > 0 && (
        <ul className="max-h-52 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {plan.examples.map(({ entity, title, changes }) => (
            <li key={entity.id} className="flex items-baseline gap-3 px-2.5 py-1.5">
              <span className="w-44 shrink-0 truncate font-medium">{title}</span>
              <span className="flex min-w-0 flex-1 flex-col">
                {changes.map(({ field, before, after }) => (
                  <span key={field} className="truncate text-muted" title={titles(field)}>
                    {showValue(before).text || <span className="text-faint">nothing</span>}
                    {" → "}
                    <span className="text-ink">{showValue(after).text || "nothing"}</span>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
