import type { VersionView } from '@kohorte/contracts';
import { skipToken, useQuery } from '@tanstack/react-query';
import { api } from '../../api.js';

/** The newest published version of a course, on which a cohort would run; undefined while it is not known. */
export function usePublishedCourse(courseId: string | null): VersionView | null | undefined {
  return useQuery({
    queryKey: ['GET /courses/:courseId', 'published', courseId],
    queryFn: courseId === null ? skipToken : () => publishedOf(courseId),
  }).data;
}

async function publishedOf(courseId: string): Promise<VersionView | null> {
  const params = { courseId };
  const { version, versions } = await api('GET /courses/:courseId', { params });
  if (version.publishedAt) return version;
  const published = versions.find(({ publishedAt }) => publishedAt !== null);
  if (!published) return null;
  return (await api('GET /courses/:courseId', { params, query: { versionId: published.versionId } })).version;
}
