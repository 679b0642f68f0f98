// Server state lives in TanStack Query and nowhere else. What a command changes is generated (INVALIDATES); what an
// answer rests on is said here once, and the two meet in `invalidate`.
import {
  type QueryClient,
  QueryClient as QueryClientClass,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { type AnswerOf, type ArgsOf, type CommandError, type CommandName, call } from "./client";
import { INVALIDATES, type Topic } from "./generated/contracts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: CommandError;
  }
}

const RESTS_ON: Partial<Record<CommandName, readonly Topic[]>> = {
  app_status: ["workspace", "graph", "imports"],
  people_list: ["graph"],
  accounts_list: ["graph"],
  search: ["graph"],
  entity_get: ["graph"],
  client360: ["graph"],
  explain: ["graph"],
  history: ["graph"],
  import_list: ["imports"],
  import_show: ["imports"],
  import_rows: ["imports"],
};

export function createQueryClient(): QueryClient {
  return new QueryClientClass({
    defaultOptions: {
      // Everything is local: never paused for want of a network, never stale until something says so.
      queries: {
        networkMode: "always",
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
}

/** Asks again for every answer that rests on one of the topics. A new workspace touches everything. */
export function invalidate(client: QueryClient, topics: readonly string[]): Promise<void> {
  const all = topics.includes("workspace");
  return client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const rests = RESTS_ON[queryKey[0] as CommandName] ?? [];
      return all || rests.some((topic) => topics.includes(topic));
    },
  });
}

export function useCommand<K extends CommandName>(
  name: K,
  args: ArgsOf<K>,
  options: { enabled?: boolean } = {},
): UseQueryResult<AnswerOf<K>, CommandError> {
  return useQuery<AnswerOf<K>, CommandError>({
    queryKey: [name, args],
    queryFn: () => call(name, args),
    ...options,
  });
}

/** A command that changes something. Refused and cancelled ones may have changed a part, so they refresh too. */
export function useAction<K extends CommandName>(
  name: K,
): UseMutationResult<AnswerOf<K>, CommandError, ArgsOf<K>> {
  const client = useQueryClient();
  return useMutation<AnswerOf<K>, CommandError, ArgsOf<K>>({
    mutationKey: [name],
    mutationFn: (args) => call(name, args),
    onSettled: () => invalidate(client, INVALIDATES[name]),
  });
}
