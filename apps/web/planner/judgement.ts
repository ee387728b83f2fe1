import type { AssembledSession, ReplyOf } from '@kohorte/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../api.js';
import { queryClient } from '../queries.js';
import { keyOf, type Place } from './model.js';

/** What a place would break, and what it does to the cost. */
export type Judgement = ReplyOf<'POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement'>;

interface Judged {
  assemblyId: string;
  revision: number;
  session: AssembledSession;
  place: Place;
}

const judgementOf = ({ assemblyId, revision, session, place }: Judged) =>
  queryOptions({
    queryKey: ['judgement', assemblyId, revision, keyOf(session), place] as const,
    queryFn: (): Promise<Judgement> =>
      api('POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement', {
        params: { assemblyId, itemId: session.itemId, groupId: session.groupId },
        body: place,
      }),
    // The same place in the same proposal is judged once.
    staleTime: Infinity,
    gcTime: 60_000,
  });

/** Judges at once, or knows already. */
export const judge = (judged: Judged): Promise<Judgement> => queryClient.ensureQueryData(judgementOf(judged));

/** The judgement on a place that one tries out, a moment after it has last changed. */
export function useJudgement(judged: Judged | null): { judgement: Judgement | undefined; problem: Error | null } {
  const text = judged && `${judged.revision} ${keyOf(judged.session)} ${JSON.stringify(judged.place)}`;
  const [settled] = useDebouncedValue(text, 120);
  const isAsked = judged !== null && settled === text;
  const { data, error } = useQuery({ ...judgementOf(judged ?? nothing), enabled: isAsked });
  return { judgement: isAsked ? data : undefined, problem: isAsked ? error : null };
}

/** Never asked for. */
const nothing = {
  assemblyId: '',
  revision: 0,
  session: { itemId: '', groupId: '' } as AssembledSession,
  place: { from: '', roomId: null, trainerIds: [] },
};
