import '../../people/fields.js';
import type { CohortView, MoveConsequence, MoveRelease as Move, ReleaseView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { useApiMutation } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import { useTimes, zoneName } from '../../times.js';
import { localTime } from '../local-time.js';
import { instantOf } from '../plan/cohort-form.js';
import classes from './cockpit.module.css';

interface Parts {
  release: ReleaseView;
  releaseId: string;
  cohort: CohortView;
  onClose: () => void;
}

/** Moves a release, after showing what that does. */
export default function MoveRelease({ release, releaseId, cohort, onClose }: Parts) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { timeZone } = cohort.plan;
  const [how, setHow] = useState<'at' | 'now'>('at');
  const [following, setFollowing] = useState<Move['following']>('shift');
  const [local, setLocal] = useState(localTime(release.opensAt, timeZone));
  const [day = '', time = ''] = local.split('T');
  const opensAt = instantOf(local, timeZone);
  const wish: Move | null = how === 'now' ? { now: true, following } : opensAt ? { opensAt, following } : null;
  const [asked] = useDebouncedValue(wish && JSON.stringify(wish), 250);
  const params = { releaseId };
  const preview = useQuery({
    queryKey: ['move-preview', releaseId, asked],
    queryFn: asked
      ? () => api('POST /releases/:releaseId/move-preview', { params, body: JSON.parse(asked) as Move })
      : skipToken,
    retry: false,
    gcTime: 0,
  });
  const move = useApiMutation('POST /releases/:releaseId/move', {
    refreshes: [
      'GET /cohorts/:cohortId',
      'GET /cohorts',
      'GET /cohorts/:cohortId/outline',
      'GET /timetable',
      'GET /home',
    ],
    onDone: onClose,
  });
  const isShown = asked === JSON.stringify(wish) && preview.data !== undefined;
  const doesSomething = isShown && preview.data.releases.length > 0;
  return (
    <Dialog
      title={t('cockpit.move.title', { title: release.title })}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cockpit.move.cancel')}
          </Button>
          <Button
            loading={move.isPending}
            disabled={!doesSomething}
            onClick={() => wish && move.mutate({ params, body: wish })}
          >
            {how === 'now' ? t('cockpit.move.doNow') : t('cockpit.move.do')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <p className="small faint">{t('cockpit.move.isNow', { at: times.dayAndTime(release.opensAt, timeZone) })}</p>
        <Choice<'at' | 'now'>
          legend={t('cockpit.move.how')}
          value={how}
          options={[
            { value: 'at', label: t('cockpit.move.at') },
            { value: 'now', label: t('cockpit.move.now') },
          ]}
          onChange={setHow}
        />
        {how === 'at' && (
          <div>
            <div className={classes.beside}>
              <TextInput
                type="date"
                label={t('cockpit.move.day')}
                value={day}
                data-autofocus
                onChange={(event) => setLocal(`${event.currentTarget.value}T${time}`)}
              />
              <TextInput
                type="time"
                label={t('cockpit.move.time')}
                value={time}
                onChange={(event) => setLocal(`${day}T${event.currentTarget.value}`)}
              />
            </div>
            <p className="small faint">{t('cockpit.move.zone', { zone: zoneName(timeZone) })}</p>
          </div>
        )}
        <Choice<Move['following']>
          legend={t('cockpit.move.following')}
          value={following}
          options={[
            { value: 'shift', label: t('cockpit.move.shift') },
            { value: 'keep', label: t('cockpit.move.keep') },
          ]}
          onChange={setFollowing}
        />
        <div className={classes.consequence} role="status">
          <strong>{t('cockpit.move.consequence')}</strong>
          {preview.error ? (
            <ProblemNote problem={preview.error} />
          ) : (
            preview.data && <Consequence of={preview.data} timeZone={timeZone} />
          )}
        </div>
        <ProblemNote problem={move.error} />
      </div>
    </Dialog>
  );
}

function Consequence({ of: { releases, people, endsOn }, timeZone }: { of: MoveConsequence; timeZone: string }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  if (releases.length === 0) return <p>{t('cockpit.move.nothing')}</p>;
  return (
    <>
      <ul>
        {releases.map(({ releaseId, title, step, from, to, opensAtOnce }) => (
          <li key={releaseId}>
            <span>{t('cockpit.move.row', { step, title })}</span>
            <span className="figures faint">
              {opensAtOnce
                ? t('cockpit.move.atOnce', { from: times.dayAndTime(from, timeZone) })
                : t('cockpit.move.fromTo', {
                    from: times.dayAndTime(from, timeZone),
                    to: times.dayAndTime(to, timeZone),
                  })}
            </span>
          </li>
        ))}
      </ul>
      <p>
        {t('cockpit.move.people', { count: people })} {t('cockpit.move.ends', { on: times.date(endsOn) })}
      </p>
    </>
  );
}
