import type { AssignmentView } from '@kohorte/contracts';
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMaybe, useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { keepAssignment } from './keep.js';
import result from './result.module.css';
import classes from './appeal.module.css';

/** Asks the trainer to look at the grade again, and tells what came of it. */
export function Appeal({
  view,
  result: { appeal, mayAppeal },
}: {
  view: AssignmentView;
  result: NonNullable<AssignmentView['result']>;
}) {
  // prettier-ignore
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const whole = (points: number): string => times.number(Math.round(points));
  if (!appeal) return mayAppeal ? <MakeAppeal view={view} /> : null;
  return (
    <section aria-labelledby="appeal" className={result.part}>
      <h2 id="appeal">{t('appeal.title')}</h2>
      <p>{t('appeal.made', { at: times.dayAndTime(appeal.madeAt) })}</p>
      <blockquote className={classes.quote}>{appeal.reason}</blockquote>
      {appeal.decidedAt ? (
        <>
          <p>
            {appeal.pointsAfter === null || Math.round(appeal.pointsAfter) === Math.round(appeal.pointsBefore)
              ? t('appeal.stays', { on: times.day(appeal.decidedAt), points: whole(appeal.pointsBefore) })
              : t('appeal.changed', {
                  on: times.day(appeal.decidedAt),
                  before: whole(appeal.pointsBefore),
                  after: whole(appeal.pointsAfter),
                })}
          </p>
          {appeal.answer && <blockquote className={classes.quote}>{appeal.answer}</blockquote>}
        </>
      ) : (
        <p className="faint">{t('appeal.waits')}</p>
      )}
    </section>
  );
}

function MakeAppeal({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const { cohortId, itemId } = view;
  const me = useApiMaybe('GET /me')?.userId ?? '';
  const place = `kohorte.appeal.${me}.${cohortId}.${itemId}`;
  const [isOpen, setOpen] = useState(() => localStorage.getItem(place) !== null);
  const [reason, setReason] = useState(() => localStorage.getItem(place) ?? '');
  const [isMissing, setMissing] = useState(false);
  const make = useApiMutation('POST /cohorts/:cohortId/assignments/:itemId/appeal', {
    onDone: (answer) => {
      localStorage.removeItem(place);
      keepAssignment(answer);
    },
  });
  return (
    <section aria-labelledby="appeal" className={result.part}>
      <h2 id="appeal">{t('appeal.title')}</h2>
      <p>{t('appeal.text')}</p>
      {isOpen ? (
        <>
          <Textarea
            size="md"
            label={t('appeal.reason')}
            description={t('appeal.reasonHint')}
            value={reason}
            rows={4}
            maxLength={5_000}
            error={isMissing && reason.trim() === '' && t('appeal.reasonMissing')}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              localStorage.setItem(place, event.currentTarget.value);
            }}
          />
          <ProblemNote problem={make.error} />
          <div className={classes.actions}>
            <Button
              loading={make.isPending}
              onClick={() => {
                setMissing(true);
                if (reason.trim()) make.mutate({ params: { cohortId, itemId }, body: { reason } });
              }}
            >
              {t('appeal.send')}
            </Button>
            <Button
              variant="default"
              onClick={() => {
                setOpen(false);
                if (reason.trim() === '') localStorage.removeItem(place);
              }}
            >
              {t('appeal.cancel')}
            </Button>
          </div>
        </>
      ) : (
        <div>
          <Button variant="default" onClick={() => setOpen(true)}>
            {t('appeal.make')}
          </Button>
        </div>
      )}
    </section>
  );
}
