import type { AssignmentView, OwnSubmission } from '@kohorte/contracts';
import { api } from '../api.js';
import { keepSubmission, rereadAssignment } from './keep.js';
import { type Stored, useKept } from '../keeping/kept.js';

/** What one writes of a submission; files go their own way. */
export interface Draft extends Record<string, string> {
  text: string;
  link: string;
  video: string;
}

function storedOf(submission: OwnSubmission | null): Stored<Draft> {
  return {
    revision: submission?.revision ?? 0,
    values: { text: submission?.text ?? '', link: submission?.link ?? '', video: submission?.video ?? '' },
  };
}

/** The own submission while it is written. */
export function useDraft({ cohortId, itemId, submission }: AssignmentView) {
  const where = { cohortId, itemId };
  return useKept<Draft>(`submission.${cohortId}.${itemId}`, storedOf(submission), {
    send: async (changes, _whole, revision) => {
      const { text, link, video } = changes;
      const saved = await api('PUT /cohorts/:cohortId/assignments/:itemId/draft', {
        params: where,
        body: { revision, text, link: orNull(link), video: orNull(video) },
      });
      keepSubmission(where, saved);
      return storedOf(saved);
    },
    reread: async () => storedOf((await rereadAssignment(where)).submission),
  });
}

/** An empty address is none; a field that is left out stays as it is. */
const orNull = (address: string | undefined): string | null | undefined => (address === '' ? null : address);
