import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "@/api/client";
import type { EntityType, ImportDetail } from "@/api/generated/contracts";
import { useAction } from "@/api/queries";
import { plural } from "@/app/format";
import { useProgress } from "@/app/useProgress";
import { anEntity, stageUnit, stageWords } from "@/app/words";
import { Button } from "@/components/Button";
import { ErrorBanner } from "@/components/ErrorBanner";
import { Modal, ModalActions } from "@/components/Modal";
import { PickOne } from "@/components/PickOne";
import { ProgressBar } from "@/components/ProgressBar";
import { named } from "./DialectFacts";
import { joinReadAs, type Reading, readAs, readingOf } from "./readAs";

const ENCODINGS = [
  "utf-8",
  "windows-1252",
  "utf-16le",
  "utf-16be",
  "windows-1256",
  "windows-1251",
  "macintosh",
];
const DELIMITERS = [",", ";", "\t", "|", ":"];
const QUOTES = ['"', "'", ""];
const ROWS: readonly EntityType[] = ["person", "account", "opportunity", "task", "interaction"];

const withFound = (choices: readonly string[], found: string): string[] => [...new Set([...choices, found])];

interface ReadAgainProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  detail: ImportDetail;
  /** The record that is to be the header; 0: none, null: as found. */
  header: number | null;
}

/** The kept bytes read another way. What was said about the reading before is lost with it, and that is said first. */
export function ReadAgain({ open, onOpenChange, detail, header }: ReadAgainProps) {
  const run = useAction("import_read_again");
  return (
    <Modal
      question
      open={open}
      onOpenChange={(next) => !run.isPending && onOpenChange(next)}
      title={`Read ${detail.summary.file_name} another way`}
      about={
        detail.summary.state === "undone"
          ? "The bytes are kept: they are read anew, as another import."
          : "The same bytes are read anew and this reading is put aside. Nothing has entered your records."
      }
      testId="read-again"
    >
      {open && <Form run={run} detail={detail} header={header} onClose={() => onOpenChange(false)} />}
    </Modal>
  );
}

interface FormProps {
  run: ReturnType<typeof useAction<"import_read_again">>;
  detail: ImportDetail;
  header: number | null;
  onClose: () => void;
}

function Form({ run, detail, header, onClose }: FormProps) {
  const navigate = useNavigate();
  const { dialect } = detail.batch;
  const { handling, column_mappings: columns } = detail.manifest;
  const [wanted, setWanted] = useState<Reading>(() => {
    const found = readingOf(dialect, detail.summary.row_entity);
    return header === null ? found : { ...found, header };
  });
  const work = useProgress(run.isPending);
  const said = readAs(dialect, detail.summary.row_entity, wanted);
  const lost = (handling?.corrections?.length ?? 0) + columns.filter(({ by_person: by }) => by).length;
  const start = async () => {
    if (!said || run.isPending) return;
    const args = { import_id: detail.summary.import_id, read_as: joinReadAs(handling?.read_as, said) };
    const made = await run.mutateAsync(args).catch(() => null);
    if (!made) return;
    onClose();
    void navigate({
      to: "/imports/$id",
      params: { id: made.import_id },
      search: { pane: "file" },
      replace: true,
    });
  };
  const records = withFound(["0", "1", "2", "3", "4", "5", "6", "7", "8"], String(wanted.header));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <dl className="grid grid-cols-[104px_1fr] items-center gap-x-3 gap-y-2 px-5 pt-4">
        <dt className="text-muted">Each row is</dt>
        <dd>
          <PickOne
            label="What each row describes"
            testId="read-rows"
            value={wanted.rows}
            options={ROWS.map((value) => ({ value, name: anEntity(value) }))}
            disabled={run.isPending}
            onChange={(rows) => setWanted((now) => ({ ...now, rows: rows as EntityType }))}
          />
        </dd>
        <dt className="text-muted">Header</dt>
        <dd>
          <PickOne
            label="The record that is the header"
            testId="read-header"
            value={String(wanted.header)}
            options={records
              .sort((a, b) => Number(a) - Number(b))
              .map((value) => ({
                value,
                name: value === "0" ? "none; columns are numbered" : `record ${value}`,
              }))}
            disabled={run.isPending}
            onChange={(value) => setWanted((now) => ({ ...now, header: Number(value) }))}
          />
        </dd>
        <dt className="text-muted">Delimiter</dt>
        <dd>
          <PickOne
            label="Delimiter"
            testId="read-delimiter"
            value={wanted.delimiter}
            options={withFound(DELIMITERS, dialect.delimiter).map((value) => ({ value, name: named(value) }))}
            disabled={run.isPending}
            onChange={(delimiter) => setWanted((now) => ({ ...now, delimiter }))}
          />
        </dd>
        <dt className="text-muted">Quotes</dt>
        <dd>
          <PickOne
            label="Quotes"
            testId="read-quote"
            value={wanted.quote || "none"}
            options={withFound(QUOTES, dialect.quote ?? "").map((value) => ({
              value: value || "none",
              name: value ? named(value) : "none",
            }))}
            disabled={run.isPending}
            onChange={(quote) => setWanted((now) => ({ ...now, quote: quote === "none" ? "" : quote }))}
          />
        </dd>
        <dt className="text-muted">Encoding</dt>
        <dd>
          <PickOne
            label="Encoding"
            testId="read-encoding"
            value={wanted.encoding}
            options={withFound(ENCODINGS, dialect.encoding).map((value) => ({
              value,
              name: value.toUpperCase(),
            }))}
            disabled={run.isPending}
            onChange={(encoding) => setWanted((now) => ({ ...now, encoding }))}
          />
        </dd>
      </dl>
      {lost > 0 && !run.isPending && (
        <p className="px-5 pt-3 text-warn">
          {plural(lost, "choice or correction", "choices and corrections")} made on this reading do not carry
          over.
        </p>
      )}
      {run.isPending && (
        <div className="px-5 pt-4">
          <ProgressBar
            label={work ? stageWords(work.stage) : "Opening the file"}
            unit={stageUnit(work?.stage)}
            done={work?.done ?? 0}
            total={work?.total ?? 0}
            elapsedMs={work?.elapsedMs ?? 0}
            pace={work}
          />
        </div>
      )}
      {run.isError && run.error.code !== "cancelled" && (
        <div className="px-5 pt-4">
          <ErrorBanner error={run.error} />
        </div>
      )}
      <ModalActions>
        <Button
          onClick={() => (run.isPending ? void call("cancel", null).catch(() => undefined) : onClose())}
        >
          {run.isPending ? "Stop here" : "Keep this reading"}
        </Button>
        <Button look="primary" type="submit" data-testid="read-again-run" disabled={!said || run.isPending}>
          Read the file again
        </Button>
      </ModalActions>
    </form>
  );
}
