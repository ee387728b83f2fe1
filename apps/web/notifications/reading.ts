import type { NotificationsView, NoticeView } from '@kohorte/contracts';
import type { MouseEvent } from 'react';
import { api } from '../api.js';
import { queryClient, queryFor, refresh } from '../queries.js';

/** What a link takes so that following it marks its notice as read. */
export interface Opening {
  onClick?: () => void;
  onAuxClick?: (event: MouseEvent) => void;
}

/** A notice is read by whoever opens it, be it in another tab. */
export function useOpening({ noticeId, read }: NoticeView): Opening {
  if (read) return {};
  const mark = (): void => void markOneRead(noticeId);
  return { onClick: mark, onAuxClick: ({ button }) => button === 1 && mark() };
}

/** On the screen at once; should the server not hear of it, the notice is unread again when the list is next read. */
async function markOneRead(noticeId: string): Promise<void> {
  for (const [key, data] of queryClient.getQueriesData<Kept>({ queryKey: ['GET /notifications'] })) {
    if (data) queryClient.setQueryData(key, withRead(data, noticeId));
  }
  try {
    const { unread } = await api('PUT /notifications/:noticeId/read-mark', { params: { noticeId } });
    queryClient.setQueryData(queryFor('GET /notifications/unread').queryKey, { unread });
  } catch {
    await refresh('GET /notifications', 'GET /notifications/unread');
  }
}

/** As a list is kept: one page, or the pages so far. */
type Kept = NotificationsView | { pages: NotificationsView[] };

function withRead(kept: Kept, noticeId: string): Kept {
  if ('pages' in kept) return { ...kept, pages: kept.pages.map((page) => pageWithRead(page, noticeId)) };
  return pageWithRead(kept, noticeId);
}

const pageWithRead = (page: NotificationsView, noticeId: string): NotificationsView => ({
  ...page,
  rows: page.rows.map((row) => (row.noticeId === noticeId ? { ...row, read: true } : row)),
});
