import type { AddAbsence, ChangeOwnWorkPattern, HoursInput, WorkPatternView } from '@kohorte/contracts';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { ProblemNote } from '../../shell/trouble.js';
import { useTimes } from '../../times.js';
import { useAutosave } from '../../trainer/editor/autosave.js';
import { HoursField } from './hours-field.js';
import { hoursInWords } from './hours-words.js';
import { TimesAway } from './times-away.js';
import classes from './work.module.css';

/** What can be done with a working pattern, whosever it is. */
export interface Doings {
  change: (body: ChangeOwnWorkPattern) => Promise<unknown>;
  addAbsence: (body: AddAbsence) => Promise<unknown>;
  removeAbsence: (absenceId: string) => Promise<unknown>;
}

interface Fields {
  siteId: string | null;
  hours: HoursInput[] | null;
  freeBusyUrl: string | null;
}

/** Where and when somebody works, and is away; saves itself. */
export function WorkPattern({ pattern, does }: { pattern: WorkPatternView; does: Doings }) {
  const { t, i18n } = useTranslation();
  const sites = useApi('GET /sites');
  const { userId, usualHours, freeBusy } = pattern;
  const form = useAutosave<Fields>(
    `work.${userId}`,
    { siteId: pattern.siteId, hours: pattern.hours, freeBusyUrl: freeBusy?.url ?? null },
    async (body) => void (await does.change(body)),
  );
  const { values, change, flush, errorOf } = form;
  // Nobody sees the address of somebody else's calendar.
  const isOwn = freeBusy !== null;
  const usual = hoursInWords(usualHours, i18n.language);
  return (
    <div className={classes.fields}>
      <NativeSelect
        size="md"
        label={t('work.site')}
        value={values.siteId ?? ''}
        data={[
          { value: '', label: t('work.noSite') },
          ...sites.map(({ siteId, name }) => ({ value: siteId, label: name })),
        ]}
        error={errorOf('siteId')}
        onChange={(event) => change({ siteId: event.currentTarget.value || null })}
        onBlur={flush}
      />
      <div>
        <Choice<'usual' | 'own'>
          legend={t(isOwn ? 'work.hours' : 'work.hoursOther')}
          value={values.hours === null ? 'usual' : 'own'}
          options={[
            { value: 'usual', label: t('work.usual') },
            { value: 'own', label: t('work.own') },
          ]}
          onChange={(which) =>
            change({
              hours: which === 'usual' ? null : usualHours.map(({ weekday, from, to }) => ({ weekday, from, to })),
            })
          }
        />
        {values.hours === null && <p className={classes.hint}>{usual}</p>}
      </div>
      {values.hours !== null && (
        <HoursField
          label={t('work.ownHours')}
          hours={values.hours}
          errorOf={(path) => errorOf(`hours.${path}`)}
          onChange={(hours) => change({ hours })}
          onBlur={flush}
        />
      )}
      <TimesAway
        label={t('work.absences')}
        hint={t(isOwn ? 'work.absencesHint' : 'work.absencesHintOther')}
        open={t('work.addAbsence')}
        noteHint={t(isOwn ? 'work.absenceNote' : 'work.absenceNoteOther')}
        timeZone={pattern.timeZone}
        spans={pattern.absences.map(({ absenceId, ...span }) => ({ id: absenceId, ...span }))}
        onAdd={does.addAbsence}
        onRemove={does.removeAbsence}
      />
      {freeBusy && (
        <div>
          <TextInput
            type="url"
            label={t('work.freeBusy')}
            description={t('work.freeBusyHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            placeholder="https://"
            value={values.freeBusyUrl ?? ''}
            maxLength={2000}
            error={errorOf('freeBusyUrl')}
            onChange={(event) => change({ freeBusyUrl: event.currentTarget.value.trim() || null }, { wait: true })}
            onBlur={flush}
          />
          {freeBusy.url !== null && <FreeBusyState freeBusy={freeBusy} />}
        </div>
      )}
      <ProblemNote problem={form.problem} />
    </div>
  );
}

function FreeBusyState({ freeBusy }: { freeBusy: NonNullable<WorkPatternView['freeBusy']> }) {
  const { t } = useTranslation();
  const times = useTimes();
  const { readAt, problem } = freeBusy;
  if (problem)
    return (
      <p role="status" className={`${classes.state} problem`}>
        {t(`work.freeBusyProblem.${problem}`)} {t('work.freeBusyAgain')}
      </p>
    );
  return (
    <p role="status" className={`${classes.state} faint`}>
      {readAt
        ? t('work.freeBusyRead', { count: freeBusy.times, away: times.fromNow(readAt) })
        : t('work.freeBusyWaits')}
    </p>
  );
}
