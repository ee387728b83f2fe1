import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { queryClient, refresh, useApi } from '../queries.js';
import { Section } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { pushState, type PushState, receivePush, turnPushOff, turnPushOn } from './push.js';
import classes from './settings.module.css';

/** Push messages on the device one sits at: what comes, whether it does, and the one button that asks for it. */
export function ThisDevice() {
  const { publicKey } = useApi('GET /notification-settings').push;
  return publicKey === null ? null : <Push publicKey={publicKey} />;
}

const stateKey = ['push', 'state'];

function Push({ publicKey }: { publicKey: string }) {
  const { t } = useTranslation('notification-settings');
  const router = useRouter();
  const { userId } = useApi('GET /me');
  const { devices } = useApi('GET /notification-settings').push;
  const state = useQuery({ queryKey: stateKey, queryFn: () => pushState(userId), staleTime: 0 }).data;
  const onDone = async (now: PushState): Promise<void> => {
    queryClient.setQueryData(stateKey, now);
    await refresh('GET /notification-settings');
  };
  const turnOn = useMutation({
    mutationFn: () => turnPushOn(userId, publicKey),
    onSuccess: async (now) => {
      if (now === 'on') receivePush(userId, (path) => router.history.push(path));
      await onDone(now);
    },
  });
  const turnOff = useMutation({ mutationFn: turnPushOff, onSuccess: () => onDone('off') });
  const problem = turnOn.error ?? turnOff.error;
  return (
    <Section title={t('device.title')}>
      <div className={classes.device}>
        <p className="small faint">{t('device.text')}</p>
        {state && (
          <p role="status" className={state === 'on' ? classes.isOn : undefined}>
            {t(`device.${state}`)} {devices > 0 && t('device.devices', { count: devices })}
          </p>
        )}
        {state === 'off' && (
          <div>
            <Button loading={turnOn.isPending} onClick={() => turnOn.mutate()}>
              {t('device.turnOn')}
            </Button>
            <p className={classes.note}>{t('device.asks')}</p>
          </div>
        )}
        {state === 'on' && (
          <Button variant="default" loading={turnOff.isPending} onClick={() => turnOff.mutate()}>
            {t('device.turnOff')}
          </Button>
        )}
        {problem instanceof ApiProblem ? (
          <ProblemNote problem={problem} />
        ) : (
          problem && (
            <p role="alert" className="problem">
              {t('device.failed')}
            </p>
          )
        )}
      </div>
    </Section>
  );
}
