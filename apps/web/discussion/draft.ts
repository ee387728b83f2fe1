import type { DraftView } from '@kohorte/contracts';
import { useState } from 'react';
import { api } from '../api.js';
import { type Stored, useKept } from '../keeping/kept.js';
import { queryClient, queryFor, useApiMaybe } from '../queries.js';

/** What one writes. */
// A type, as an interface has no index of its own, which `Kept` wants.
// oxlint-disable-next-line typescript/consistent-type-definitions
export type Written = { title: string; text: string };

const keyOf = (place: string) => queryFor('GET /discussion-drafts', { query: { place } }).queryKey;

/** The server's draft of a place; `undefined` until it has answered. */
export function useServerDraft(place: string): DraftView | null | undefined {
  return useApiMaybe('GET /discussion-drafts', { query: { place } });
}

const storedOf = (draft: DraftView | null, begins: Written): Stored<Written> =>
  draft
    ? { revision: draft.revision, values: { title: draft.title ?? '', text: draft.text } }
    : { revision: 0, values: begins };

/** What one is writing at a place, on all devices; `begins` is what stands there before one has changed anything. */
export function useDraft(place: string, draft: DraftView | null, begins: Written) {
  // What it began with, also where it is changed elsewhere meanwhile.
  const [beginning] = useState(begins);
  const kept = useKept<Written>(`discussion.${place}`, storedOf(draft, beginning), {
    send: async (_changes, { title, text }, revision) => {
      const saved = await api('PUT /discussion-drafts', { body: { place, revision, title: title || null, text } });
      queryClient.setQueryData(keyOf(place), saved);
      return storedOf(saved, beginning);
    },
    reread: async () => {
      const now = await api('GET /discussion-drafts', { query: { place } });
      queryClient.setQueryData(keyOf(place), now);
      return storedOf(now, beginning);
    },
  });
  const discard = async (): Promise<void> => {
    await kept.kept.stop();
    queryClient.setQueryData(keyOf(place), null);
    kept.kept.beginAnew(storedOf(null, beginning));
    // A draft that could not be thrown away is only in the way.
    await api('POST /discussion-drafts/discard', { body: { place } }).catch(() => undefined);
  };
  return { ...kept, discard };
}
