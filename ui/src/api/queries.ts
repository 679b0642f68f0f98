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
  app_status: ["workspace", "graph", "imports", "review", "rights"],
  records_list: ["graph"],
  records_count: ["graph"],
  records_groups: ["graph"],
  field_values: ["graph"],
  list_fields: ["rights"],
  filter_read: ["rights"],
  view_list: ["views", "rights"],
  search: ["graph"],
  paste_read: ["graph"],
  entity_get: ["graph"],
  client360: ["graph"],
  timeline: ["graph"],
  client_risks: ["graph"],
  client_news: ["graph"],
  today: ["graph", "imports", "review"],
  explain: ["graph"],
  history: ["graph"],
  import_list: ["imports"],
  import_show: ["imports"],
  import_rows: ["imports"],
  import_manifests: ["imports"],
  import_replay: ["imports"],
  profile_list: ["profiles", "imports"],
  profile_show: ["profiles"],
  // Nothing tells of a mission's first breath, but an import that moved had one.
  mission_list: ["missions", "imports"],
  mission_show: ["missions", "imports"],
  review_list: ["review"],
  review_show: ["review"],
  review_preview: ["review"],
  review_sitting: ["review"],
  review_decisions: ["review", "graph"],
  review_metrics: ["review"],
  review_set_preview: ["review"],
  unmerge_view: ["graph"],
  near_matches: ["graph"],
  policy_show: ["rights"],
  role_list: ["rights"],
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

/** Asks again for every answer that rests on one of the topics. A new workspace touches everything, new rights too. */
export function invalidate(client: QueryClient, topics: readonly string[]): Promise<void> {
  const all = topics.includes("workspace") || topics.includes("rights");
  return client.invalidateQueries({
    predicate: ({ queryKey }) => {
      const rests = RESTS_ON[queryKey[0] as CommandName] ?? [];
      return all || rests.some((topic) => topics.includes(topic));
    },
  });
}

/** A question and its answer's place, for `useQuery` and for whoever asks before a screen does. */
export const asking = <K extends CommandName>(name: K, args: ArgsOf<K>) => ({
  queryKey: [name, args] as const,
  queryFn: (): Promise<AnswerOf<K>> => call(name, args),
});

export function useCommand<K extends CommandName>(
  name: K,
  args: ArgsOf<K>,
  options: {
    enabled?: boolean;
    /** How soon to ask again by itself, for what no event tells of. */
    again?: (data: AnswerOf<K> | undefined) => number | false;
  } = {},
): UseQueryResult<AnswerOf<K>, CommandError> {
  const { enabled, again } = options;
  return useQuery<AnswerOf<K>, CommandError>({
    ...asking(name, args),
    ...(enabled === undefined ? {} : { enabled }),
    ...(again ? { refetchInterval: ({ state }) => again(state.data) } : {}),
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
