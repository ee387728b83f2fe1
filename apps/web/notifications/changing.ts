import type { BodyOf, NotificationSettings } from '@kohorte/contracts';
import { useMutation } from '@tanstack/react-query';
import { api } from '../api.js';
import { queryClient, queryFor, refresh, useApi } from '../queries.js';
import { offerUndo } from '../shell/toasts.js';

export type SettingChanges = BodyOf<'PATCH /notification-settings'>;

const key = queryFor('GET /notification-settings').queryKey;
const mutationKey = ['PATCH /notification-settings'];

/**
 * The settings as they stand on the screen, and how one of them is changed: at once on the screen, then on the server,
 * then with an offer to take it back. Changes go one after the other, so that the last one stays.
 */
export function useSettings() {
  const settings = useApi('GET /notification-settings');
  const change = useMutation({
    mutationKey,
    scope: { id: 'notification-settings' },
    mutationFn: (changes: SettingChanges) => api('PATCH /notification-settings', { body: changes }),
    onMutate: (changes) => {
      queryClient.setQueryData(key, (before) => before && withChanges(before, changes));
    },
    onSuccess: (saved) => {
      // What is on its way behind this one stands on the screen already.
      if (queryClient.isMutating({ mutationKey }) === 1) queryClient.setQueryData(key, saved);
    },
    onError: () => refresh('GET /notification-settings'),
  });
  return {
    settings,
    problem: change.error,
    /** @param said what has been changed, in a few words */
    set: (changes: SettingChanges, said: string): void => {
      const before = previous(settings, changes);
      change.mutate(changes, {
        onSuccess: () => offerUndo(said, async () => void (await change.mutateAsync(before))),
      });
    },
  };
}

function withChanges(settings: NotificationSettings, { topics = [], ...rest }: SettingChanges): NotificationSettings {
  return {
    ...settings,
    ...rest,
    topics: settings.topics.map((one) => ({ ...one, ...topics.find(({ topic }) => topic === one.topic) })),
  };
}

/** What a change back to how it is now would be. */
function previous(settings: NotificationSettings, { topics, ...rest }: SettingChanges): SettingChanges {
  const names = Object.keys(rest) as (keyof typeof rest)[];
  return {
    ...Object.fromEntries(names.map((name) => [name, settings[name]])),
    ...(topics && { topics: settings.topics.filter((one) => topics.some(({ topic }) => topic === one.topic)) }),
  };
}
