import '../fields.js';
import type { CohortView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ApiProblem } from '../../api.js';
import { now } from '../../clock.js';
import { useApiMutation } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { zoneName } from '../../times.js';
import { localTime } from '../local-time.js';
import { instantOf } from '../plan/cohort-form.js';
import { MomentFields } from '../reviews/moment-fields.js';
import classes from './discussion.module.css';
import { isKeptHere, useKeptHere } from './kept-here.js';
import { MarkdownField } from './markdown-field.js';
import { useModerationWords } from './words.js';

const placeOf = (cohortId: string): string => `announcement.${cohortId}`;

/** Something was written on this device and not sent. */
export const hasBegunAnnouncing = (cohortId: string): boolean => isKeptHere(placeOf(cohortId));

const day = 24 * 3_600_000;
/** As the contract says; its values stay on the server. */
const longestPost = 30_000;

interface Parts {
  cohort: CohortView;
  /** Throwing it away was taken back. */
  onOpen: () => void;
  onClose: () => void;
}

/** Tells a whole cohort something, at once or at a time. */
export function Announce({ cohort, onOpen, onClose }: Parts) {
  const { t, times } = useModerationWords();
  const { cohortId, seatsTaken } = cohort;
  const { timeZone } = cohort.plan;
  const kept = useKeptHere(placeOf(cohortId), { title: '', text: '', local: '' });
  const { title, text, local } = kept.values;
  const [isAsked, setAsked] = useState(false);
  const announce = useApiMutation('POST /cohorts/:cohortId/announcements', {
    refreshes: ['GET /cohorts/:cohortId/announcements', 'GET /cohorts/:cohortId/threads'],
    onDone: () => {
      kept.clear();
      onClose();
    },
  });
  const discard = (): void => {
    const { values, hasBegun } = kept;
    kept.clear();
    onClose();
    if (!hasBegun) return;
    offerUndo(t('announce.discarded'), async () => {
      kept.change(values);
      onOpen();
    });
  };
  const isLater = local !== '';
  const publishAt = isLater ? instantOf(local, timeZone) : null;
  const isPast = publishAt !== null && Date.parse(publishAt) <= now();
  const lacks = {
    title: title.trim() === '',
    text: text.trim() === '',
    time: isLater && (publishAt === null || isPast),
  };
  const refused = announce.error instanceof ApiProblem ? announce.error : null;
  const errorOf = (field: keyof typeof lacks): string | undefined =>
    refused?.forField(field === 'time' ? 'publishAt' : field) ??
    (isAsked && lacks[field] ? t(`announce.needs.${field}`) : undefined);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (lacks.title || lacks.text || lacks.time) return;
    announce.mutate({
      params: { cohortId },
      body: { title: title.trim(), text, ...(publishAt === null ? {} : { publishAt }) },
    });
  };
  const elsewhere = publishAt && timeZone !== times.zone;
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <h2>{t('announce.heading')}</h2>
      <TextInput
        label={t('announce.title')}
        value={title}
        maxLength={200}
        error={errorOf('title')}
        autoFocus={!kept.hasBegun}
        onChange={(event) => kept.change({ title: event.currentTarget.value })}
      />
      <MarkdownField
        label={t('announce.text')}
        hint={t('markdown.hint')}
        value={text}
        most={longestPost}
        rows={8}
        error={errorOf('text')}
        onChange={(value) => kept.change({ text: value })}
      />
      <Choice<'now' | 'later'>
        legend={t('announce.when')}
        value={isLater ? 'later' : 'now'}
        options={[
          { value: 'now', label: t('announce.now') },
          { value: 'later', label: t('announce.later') },
        ]}
        onChange={(when) =>
          kept.change({
            local:
              when === 'now' ? '' : `${localTime(new Date(now() + day).toISOString(), timeZone).slice(0, 11)}09:00`,
          })
        }
      />
      {isLater && (
        <MomentFields
          legend={t('announce.at')}
          local={local}
          error={errorOf('time')}
          onChange={(value) => kept.change({ local: value })}
        >
          <p className="small faint">
            {t('announce.zone', { zone: zoneName(timeZone) })}
            {elsewhere && ` ${t('announce.forYou', { at: times.dayAndTime(publishAt) })}`}
          </p>
        </MomentFields>
      )}
      <p className="small faint">
        {publishAt && !isPast
          ? t('announce.goesLater', { count: seatsTaken, away: times.fromNow(publishAt) })
          : t('announce.goesNow', { count: seatsTaken })}
      </p>
      <ProblemNote problem={refused?.view?.errors?.length ? null : announce.error} />
      <div className={classes.actions}>
        <Button type="submit" size="md" loading={announce.isPending}>
          {t(isLater ? 'announce.doLater' : 'announce.doNow')}
        </Button>
        <Button variant="default" size="md" onClick={discard}>
          {t('announce.cancel')}
        </Button>
      </div>
    </form>
  );
}
