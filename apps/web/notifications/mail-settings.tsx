import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { queryClient, queryFor, useApi, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';

const mails = ['releaseMails', 'enrolmentMails', 'reviewMails'] as const;

/** Which notices also come by mail; each switch is saved as it is turned. */
export function MailSettings() {
  const { t } = useTranslation();
  const settings = useApi('GET /notification-settings');
  const change = useApiMutation('PATCH /notification-settings', {
    onDone: (changed) => queryClient.setQueryData(queryFor('GET /notification-settings').queryKey, changed),
  });
  return (
    <div style={{ display: 'grid', gap: 20 }}>
      {mails.map((kind) => (
        <Switch
          key={kind}
          size="md"
          label={t(`notices.${kind}`)}
          description={t(`notices.${kind}Text`)}
          // While it is being saved the switch already stands where it was turned to.
          checked={(change.isPending ? change.variables.body?.[kind] : undefined) ?? settings[kind]}
          onChange={(event) => change.mutate({ body: { [kind]: event.currentTarget.checked } })}
        />
      ))}
      <ProblemNote problem={change.error} />
    </div>
  );
}
