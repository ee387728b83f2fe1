import type { EndpointKey, Page, QueryOf, ReplyOf } from '@kohorte/contracts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  QueryClient,
  queryOptions,
  useMutation,
  type UseMutationResult,
  useQuery,
  useSuspenseInfiniteQuery,
  useSuspenseQuery,
} from '@tanstack/react-query';
import { api, ApiProblem, type RequestArgs, type RequestOf } from './api.js';

export type Read = Extract<EndpointKey, `GET ${string}`>;
/** Readings that come page by page. */
export type Listing = {
  [K in Read]: ReplyOf<K> extends Page<infer _Row> ? ('cursor' extends keyof QueryOf<K> ? K : never) : never;
}[Read];
type RowOf<K extends Listing> = ReplyOf<K> extends Page<infer Row> ? Row : never;
type Write = Exclude<EndpointKey, Read>;

/** One client for the page: what was read is shown at once and read again in the background. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only silence of the network is worth another try.
      retry: (failures, problem) => problem instanceof ApiProblem && problem.code === 'unreachable' && failures < 2,
    },
    // Held back until there is a network again, a change would neither be made nor fail, and nobody would be told.
    mutations: { networkMode: 'always' },
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

/** The pages of a list, read one after the other. */
export function pagesFor<K extends Listing>(key: K, ...args: RequestArgs<K>) {
  return infiniteQueryOptions({
    queryKey: [key, args[0] ?? null, 'pages'] as const,
    queryFn: ({ pageParam }): Promise<ReplyOf<K>> => api(key, ...withCursor(args, pageParam)),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => (last as Page<unknown>).next ?? undefined,
  });
}

function withCursor<K extends Listing>([request]: RequestArgs<K>, cursor: string | undefined): RequestArgs<K> {
  const { query, ...rest } = (request ?? {}) as { query?: object };
  return [{ ...rest, query: { ...query, cursor } }] as unknown as RequestArgs<K>;
}

/** A list as far as it has been read, and the way to read on. */
export function useApiPages<K extends Listing>(key: K, ...args: RequestArgs<K>) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useSuspenseInfiniteQuery(pagesFor(key, ...args));
  return {
    rows: data.pages.flatMap((page) => (page as Page<RowOf<K>>).rows),
    hasMore: hasNextPage,
    isReadingOn: isFetchingNextPage,
    readOn: () => void fetchNextPage(),
  };
}

/** A reading that its screen can do without for the moment, such as a count. */
export function useApiMaybe<K extends Read>(key: K, ...args: RequestArgs<K>): ReplyOf<K> | undefined {
  return useQuery(queryFor(key, ...args)).data;
}

/** A reading whose last answer stays in sight while the next is on its way. */
export function useApiKeeping<K extends Read>(key: K, ...args: RequestArgs<K>) {
  const { data, error } = useQuery({ ...queryFor(key, ...args), placeholderData: keepPreviousData });
  return { data, error };
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
