import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient, queryFor, useApi, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';

const mails = { course: 'releaseMails', enrolment: 'enrolmentMails', reviews: 'reviewMails' } as const;
const topics = ['course', 'enrolment', 'reviews'] as const;

/** Which notices also come by mail; each switch is saved as it is turned. */
export function MailSettings() {
  const { t } = useTranslation();
  const settings = useApi('GET /notification-settings');
  const change = useApiMutation('PATCH /notification-settings', {
    onDone: (changed) => queryClient.setQueryData(queryFor('GET /notification-settings').queryKey, changed),
  });
  // While it is being saved the switch already stands where it was turned to.
  const saved = [...(change.isPending ? (change.variables.body?.topics ?? []) : []), ...settings.topics];
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      {topics.map((topic) => (
        <Switch
          key={topic}
          size="md"
          label={t(`notices.${mails[topic]}`)}
          description={t(`notices.${mails[topic]}Text`)}
          checked={saved.find((one) => one.topic === topic)?.mail !== 'none'}
          onChange={(event) =>
            change.mutate({ body: { topics: [{ topic, mail: event.currentTarget.checked ? 'at-once' : 'none' }] } })
          }
        />
      ))}
      <ProblemNote problem={change.error} />
    </div>
  );
}
