import type { QueryOf, ThreadKind, ThreadOrder } from '@kohorte/contracts';

/** What one looks at in the talk of a cohort. */
export interface DiscussionSearch {
  order?: ThreadOrder;
  kind?: Exclude<ThreadKind, 'prompt'>;
  module?: string;
  only?: 'unread' | 'following' | 'own';
  group?: string;
  search?: string;
}

/** What is asked of the server for it. */
export function threadsQuery(search: DiscussionSearch): QueryOf<'GET /cohorts/:cohortId/threads'> {
  const { order, kind, module, only, group } = search;
  return { order, kind, moduleId: module, only, groupId: group };
}
