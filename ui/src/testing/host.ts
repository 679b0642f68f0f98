// A stand-in for the host, at the one place where the front end touches it.
import type { AnswerOf, ArgsOf, CommandName } from "@/api/client";
import type { ApiError, Changed, ErrorCode, Progress } from "@/api/generated/contracts";

type Client = typeof import("@/api/client");

type Answers = { [K in CommandName]?: (args: ArgsOf<K>) => AnswerOf<K> | Promise<AnswerOf<K>> };

export interface Host {
  answers: Answers;
  calls: { name: CommandName; args: unknown }[];
  progress: Set<(progress: Progress) => void>;
  changed: Set<(changed: Changed) => void>;
  chosenFile: string | null;
  chosenTarget: string | null;
}

export const host: Host = {
  answers: {},
  calls: [],
  progress: new Set(),
  changed: new Set(),
  chosenFile: null,
  chosenTarget: null,
};

export function refuse(
  message: string,
  hint = "Try again.",
  code: ErrorCode = "internal",
  more: Partial<ApiError> = {},
): never {
  const error: ApiError = { code, message, hint, ...more };
  throw error;
}

/** What a command was called with, newest last. */
export const argsOf = <K extends CommandName>(name: K): ArgsOf<K>[] =>
  host.calls.filter((call) => call.name === name).map(({ args }) => args as ArgsOf<K>);

/** Never answers, for looking at loading states. */
export const forever = (): Promise<never> => new Promise(() => undefined);

const hear =
  <T>(set: Set<T>) =>
  (listener: T) => {
    set.add(listener);
    return () => {
      set.delete(listener);
    };
  };

/** The client module with the host behind it replaced; setup puts it in the real one's place. */
export const standIn = (real: Client): Client => ({
  ...real,
  offers: () => true,
  call: async (name, args) => {
    host.calls.push({ name, args });
    const answer = host.answers[name];
    try {
      if (!answer) throw new Error(`the test gave no answer for ${name}`);
      return await answer(args);
    } catch (thrown) {
      throw real.toCommandError(thrown);
    }
  },
  onProgress: hear(host.progress),
  onChanged: hear(host.changed),
  onOpenedFiles: () => () => undefined,
  onFileDrag: () => () => undefined,
  chooseFile: async () => host.chosenFile,
  chooseProfile: async () => host.chosenFile,
  chooseTarget: async () => host.chosenTarget,
  chooseFolder: async () => null,
  setWindowTitle: () => undefined,
});
