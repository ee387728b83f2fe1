import type { EndpointKey, ReplyOf } from '@kohorte/contracts';
import {
  QueryClient,
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { api, ApiProblem, type RequestArgs, type RequestOf } from './api.js';

type Read = Extract<EndpointKey, `GET ${string}`>;
type Write = Exclude<EndpointKey, Read>;

/** One client for the page: what was read is shown at once and read again in the background. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only silence of the network is worth another try.
      retry: (failures, problem) => problem instanceof ApiProblem && problem.code === 'unreachable' && failures < 2,
    },
  },
});

/** The cache's key of a reading: `['GET /home', request]`. */
export function queryFor<K extends Read>(key: K, ...args: RequestArgs<K>) {
  return queryOptions({
    queryKey: [key, args[0] ?? null] as const,
    queryFn: (): Promise<ReplyOf<K>> => api(key, ...args),
  });
}

/** What a screen shows; its route's loader has already asked for it. */
export function useApi<K extends Read>(key: K, ...args: RequestArgs<K>): ReplyOf<K> {
  return useSuspenseQuery(queryFor(key, ...args)).data;
}

/** A reading that its screen can do without for the moment, such as a count. */
export function useApiMaybe<K extends Read>(key: K, ...args: RequestArgs<K>): ReplyOf<K> | undefined {
  return useQuery(queryFor(key, ...args)).data;
}

/** A change; afterwards everything read under `refreshes` is read again. */
export function useApiMutation<K extends Write>(
  key: K,
  options: { refreshes?: readonly Read[]; onDone?: (reply: ReplyOf<K>, request: RequestOf<K>) => void } = {},
): UseMutationResult<ReplyOf<K>, Error, RequestOf<K>> {
  return useMutation({
    mutationFn: (request: RequestOf<K>) => api(key, ...([request] as unknown as RequestArgs<K>)),
    onSuccess: async (reply, request) => {
      options.onDone?.(reply, request);
      await refresh(...(options.refreshes ?? []));
    },
  });
}

/** Reads again whatever was read from these endpoints. */
export async function refresh(...keys: readonly Read[]): Promise<void> {
  await Promise.all(keys.map((key) => queryClient.invalidateQueries({ queryKey: [key] })));
}
