// The only door to the host: commands, events, native dialogs. Nothing else imports @tauri-apps/*.
import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { getCurrentWindow } from "@tauri-apps/api/window";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { ApiError, Changed, Commands, ErrorCode, Progress } from "./generated/contracts";

export type CommandName = keyof Commands;
export type ArgsOf<K extends CommandName> = Commands[K]["args"];
export type AnswerOf<K extends CommandName> = Commands[K]["answer"];

/** What the host says when it can't: always a sentence and a way on. */
export class CommandError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly field: string | undefined;
  /** The policy rule that refused, where one did. */
  readonly policy: string | undefined;

  constructor(error: ApiError) {
    super(error.message);
    this.name = "CommandError";
    this.code = error.code;
    this.hint = error.hint;
    this.field = error.field;
    this.policy = error.policy;
  }
}

function isApiError(value: unknown): value is ApiError {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** Wraps whatever a call threw; something that is no ApiError comes from the bridge itself. */
export function toCommandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) return thrown;
  if (isApiError(thrown)) return new CommandError(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new CommandError({
    code: "internal",
    message: `The window could not reach its core: ${message}`,
    hint: "Close the window and open it again.",
  });
}

/** Runs a command. Every command takes one argument named `args`, except those that take none. */
export async function call<K extends CommandName>(name: K, args: ArgsOf<K>): Promise<AnswerOf<K>> {
  try {
    return await invoke<AnswerOf<K>>(name, args === null ? {} : { args });
  } catch (thrown) {
    throw toCommandError(thrown);
  }
}

/** Commands of the contract that the host does not answer yet: nothing that needs one is shown. */
export const UNANSWERED: ReadonlySet<CommandName> = new Set<CommandName>();

export const offers = (name: CommandName): boolean => !UNANSWERED.has(name);

type Stop = () => void;

function until(listening: Promise<Stop>): Stop {
  return () => {
    listening.then((stop) => stop()).catch(() => undefined);
  };
}

export function onProgress(hear: (progress: Progress) => void): Stop {
  return until(listen<Progress>("progress", (event) => hear(event.payload)));
}

export function onChanged(hear: (changed: Changed) => void): Stop {
  return until(listen<Changed>("changed", (event) => hear(event.payload)));
}

/** Files given by the operating system wait in the host: ask for them with `take_opened_files`. */
export function onOpenedFiles(hear: () => void): Stop {
  return until(listen("opened_files", () => hear()));
}

export interface FileDrag {
  over: (inside: boolean) => void;
  drop: (paths: string[]) => void;
}

export function onFileDrag(hear: FileDrag): Stop {
  if (!isTauri()) return () => undefined;
  return until(
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "drop") {
        hear.over(false);
        hear.drop(payload.paths);
      } else {
        hear.over(payload.type !== "leave");
      }
    }),
  );
}

const IMPORTABLE = ["csv", "tsv", "txt", "tab"];

export async function chooseFile(): Promise<string | null> {
  return open({
    title: "Choose a file to import",
    multiple: false,
    directory: false,
    filters: [
      { name: "Delimited text", extensions: IMPORTABLE },
      { name: "Any file", extensions: ["*"] },
    ],
  });
}

export async function chooseFolder(title: string, from?: string): Promise<string | null> {
  return open({ title, directory: true, multiple: false, ...(from ? { defaultPath: from } : {}) });
}

/** A file that a person brings in beside the exports: a source profile. */
export async function chooseProfile(): Promise<string | null> {
  return open({
    title: "Choose a source profile",
    multiple: false,
    directory: false,
    filters: [{ name: "Source profile", extensions: ["json"] }],
  });
}

/** Where a file is to be written; the dialog asks before it takes a name that is there already. */
export async function chooseTarget(title: string, name: string): Promise<string | null> {
  return save({ title, defaultPath: name });
}

export function setWindowTitle(title: string): void {
  if (isTauri())
    getCurrentWindow()
      .setTitle(title)
      .catch(() => undefined);
}
