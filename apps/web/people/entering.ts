import type { MeView } from '@kohorte/contracts';
import { useRouter } from '@tanstack/react-router';
import { speak } from '../i18n.js';
import { queryClient, queryFor } from '../queries.js';
import { sessionBegan } from '../session.js';

/** Goes in as this person, to the address they came for. */
export function useEntering(): (me: MeView, to?: string) => Promise<void> {
  const router = useRouter();
  return async (me, to = '/') => {
    // Nothing that somebody else has read on this device may be shown.
    queryClient.clear();
    queryClient.setQueryData(queryFor('GET /me').queryKey, me);
    sessionBegan();
    await speak(me.language);
    // Only addresses of our own: a link in a mail must not lead elsewhere by way of the sign-in screen.
    router.history.push(to.startsWith('/') && !/^\/[/\\]/.test(to) ? to : '/');
  };
}
