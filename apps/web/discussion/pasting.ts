import { api } from '../api.js';
import { queryClient, queryFor } from '../queries.js';

/** Where an address of Kohorte itself leads, without its host; `null` for any other text. */
export function ownPath(text: string): string | null {
  const words = text.trim();
  if (/\s/.test(words) || !URL.canParse(words)) return null;
  const { origin, pathname, search, hash } = new URL(words);
  return origin === window.location.origin ? `${pathname}${search}${hash}` : null;
}

/** What stands at an address of Kohorte, in a few words; `null` where it has no title, or is not for the reader. */
export async function titleAt(path: string): Promise<string | null> {
  const thread = /^\/threads\/([0-9a-f-]{36})/.exec(path)?.[1];
  const [, cohortId, itemId] = /^\/cohorts\/([0-9a-f-]{36})(?:\/items\/([0-9a-f-]{36}))?/.exec(path) ?? [];
  try {
    if (thread) return (await api('GET /threads/:threadId', { params: { threadId: thread } })).title;
    if (!cohortId) return null;
    const outline = await queryClient.ensureQueryData(
      queryFor('GET /cohorts/:cohortId/outline', { params: { cohortId } }),
    );
    if (!itemId) return outline.name;
    return outline.modules.flatMap(({ items }) => items).find((item) => item.itemId === itemId)?.title ?? null;
  } catch {
    return null;
  }
}
