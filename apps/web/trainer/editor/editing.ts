import type { CourseView, ModuleDraftView, VersionView } from '@kohorte/contracts';
import { useState } from 'react';
import { api } from '../../api.js';
import { queryClient, queryFor, refresh, useApi } from '../../queries.js';
import { orderOf } from './reorder.js';
import { saved } from './saving.js';

/** A course in the editor, and what can be done with the version that is looked at. */
export interface Editing {
  course: CourseView;
  version: VersionView;
  isDraft: boolean;
  /** Shows what a change has answered. */
  show: (version: VersionView) => void;
  /** Puts modules and items in another order: here at once, then on the server. */
  reorder: (modules: readonly ModuleDraftView[]) => Promise<void>;
  /** Does a change that answers with the version, and shows what went wrong. */
  change: (change: () => Promise<VersionView>) => Promise<VersionView | null>;
  problem: Error | null;
}

export function useEditing(courseId: string, versionId: string | undefined): Editing {
  const request = { params: { courseId }, query: { versionId } };
  const course = useApi('GET /courses/:courseId', request);
  const [problem, setProblem] = useState<Error | null>(null);
  const { queryKey } = queryFor('GET /courses/:courseId', request);
  const { version } = course;

  const show = (changed: VersionView): void => {
    queryClient.setQueryData(queryKey, (before) =>
      before?.version.versionId === changed.versionId ? { ...before, version: changed } : before,
    );
    void queryClient.invalidateQueries({ queryKey: ['GET /courses'], refetchType: 'none' });
    void refresh('GET /items/:itemId/preview');
  };
  const change: Editing['change'] = async (ask) => {
    setProblem(null);
    try {
      const changed = await saved(ask());
      show(changed);
      return changed;
    } catch (caught) {
      setProblem(caught as Error);
      await refresh('GET /courses/:courseId');
      return null;
    }
  };
  const reorder = async (modules: readonly ModuleDraftView[]): Promise<void> => {
    if (modules === version.modules) return;
    await queryClient.cancelQueries({ queryKey });
    show({ ...version, modules: [...modules] });
    const params = { versionId: version.versionId };
    await change(() => api('PUT /versions/:versionId/order', { params, body: { modules: orderOf(modules) } }));
  };
  return { course, version, isDraft: version.publishedAt === null, show, reorder, change, problem };
}
