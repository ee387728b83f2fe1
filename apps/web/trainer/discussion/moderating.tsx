import type { PostView, ThreadView } from '@kohorte/contracts';
import { lazy, type ReactNode, Suspense, useState } from 'react';

const ModeratorMenu = lazy(() => import('./moderator-menu.js'));
const TickPost = lazy(() => import('./tick-post.js'));

interface Moderating {
  menu: ReactNode;
  /** What stands above a post while some are chosen to be split out. */
  tick: ((post: PostView) => ReactNode) | undefined;
}

/** What those who moderate a thread find on its page; read only for them. */
export function useModerating(thread: ThreadView, onDone: (thread: ThreadView) => void): Moderating {
  // `null` while none is being chosen.
  const [ticked, setTicked] = useState<readonly string[] | null>(null);
  if (!thread.moderates) return { menu: null, tick: undefined };
  return {
    menu: (
      <Suspense fallback={null}>
        <ModeratorMenu thread={thread} selectedPosts={ticked} onSelect={setTicked} onDone={onDone} />
      </Suspense>
    ),
    tick: ticked
      ? (post) => (
          <Suspense fallback={null}>
            <TickPost post={post} ticked={ticked} onTick={setTicked} />
          </Suspense>
        )
      : undefined,
  };
}
