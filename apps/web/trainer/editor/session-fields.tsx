import '@mantine/core/styles/Switch.css';
import '../fields.js';
import { shortestSession, usualDemand, usualSessionMinutes } from '@kohorte/rules';
import type { SessionDemandInput } from '@kohorte/contracts';
import { Autocomplete, Checkbox, NativeSelect, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMaybe } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { inPlace } from '../in-place.js';
import { TagsField } from '../tags-field.js';
import { WholeNumber } from '../whole-number.js';
import classes from './session-fields.module.css';

type Demand = SessionDemandInput;

const modes: readonly Demand['mode'][] = ['on-site', 'online', 'hybrid'];
const windows: readonly Demand['window'][] = ['module-week', 'before-release', 'within-days'];
const wishes = ['sameWeekSlot', 'sameRoom', 'sameTrainer', 'backToBack'] as const;

/** What a new session asks for, until its author says otherwise. */
export const newDemand = (): Demand => ({ ...usualDemand, equipment: [] });

/** A session that is planned has a length that can be. */
export const plannedMinutes = (minutes: number): number => (minutes < shortestSession ? usualSessionMinutes : minutes);

interface Changes {
  minutes?: number;
  session?: Demand | null;
}

interface Parts {
  session: Demand | null;
  minutes: number;
  errorOf: (field: 'minutes' | `session.${keyof Demand}`) => string | undefined;
  onChange: (changes: Changes) => void;
  onBlur: () => void;
}

/** What a live session asks of time, room and people. */
export function SessionFields({ session, minutes, errorOf, onChange, onBlur }: Parts) {
  const { t } = useTranslation('trainer');
  // Who switches off and on again finds what was there.
  const [last, setLast] = useState<Demand | null>(session);
  const toggle = (isPlanned: boolean): void => {
    if (!isPlanned) setLast(session);
    onChange(isPlanned ? { session: last ?? newDemand(), minutes: plannedMinutes(minutes) } : { session: null });
  };
  const change = (changes: Partial<Demand>): void => {
    if (session) onChange({ session: { ...session, ...changes } });
  };
  return (
    <div className={classes.session}>
      <Switch
        size="md"
        label={t('session.planned')}
        description={t('session.plannedHint')}
        styles={{ description: { paddingInlineStart: 12 } }}
        checked={session !== null}
        onChange={(event) => toggle(event.currentTarget.checked)}
      />
      {session && (
        <>
          <Place {...{ session, minutes, errorOf, onChange, onBlur, change }} />
          <When {...{ session, errorOf, onBlur, change }} />
          <Wishes {...{ session, errorOf, onBlur, change }} />
        </>
      )}
    </div>
  );
}

interface PartParts extends Pick<Parts, 'errorOf' | 'onBlur'> {
  session: Demand;
  change: (changes: Partial<Demand>) => void;
}

function Place({ session, minutes, errorOf, onChange, onBlur, change }: PartParts & Omit<Parts, 'session'>) {
  const { t } = useTranslation('trainer');
  const known = useApiMaybe('GET /resource-tags');
  const sizes = ['groupLeast', 'groupBest', 'groupMost'] as const;
  return (
    <fieldset className={classes.part}>
      <legend>{t('session.what')}</legend>
      <div>
        <Choice<Demand['mode']>
          legend={t('session.mode')}
          value={session.mode}
          options={modes.map((value) => ({ value, label: t(`session.modes.${value}`) }))}
          onChange={(mode) => change({ mode })}
        />
        <p className={classes.hint}>{t(`session.modeHint.${session.mode}`)}</p>
      </div>
      <div className={classes.beside}>
        <WholeNumber
          label={t('session.minutes')}
          value={minutes}
          min={0}
          max={10_000}
          error={errorOf('minutes')}
          onChange={(next) => onChange({ minutes: next })}
          onBlur={onBlur}
        />
        <WholeNumber
          label={t('session.trainers')}
          value={session.trainers}
          min={0}
          max={3}
          error={errorOf('session.trainers')}
          onChange={(trainers) => change({ trainers })}
          onBlur={onBlur}
        />
      </div>
      {session.trainers > 0 && (
        <Autocomplete
          {...inPlace}
          size="md"
          label={t('session.qualification')}
          description={t('session.qualificationHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={session.qualification ?? ''}
          data={known?.qualifications ?? []}
          maxLength={50}
          error={errorOf('session.qualification')}
          onChange={(qualification) => change({ qualification: qualification || null })}
          onBlur={onBlur}
        />
      )}
      <fieldset className={classes.sizes}>
        <legend>{t('session.group')}</legend>
        <div className={classes.three}>
          {sizes.map((size) => (
            <WholeNumber
              key={size}
              label={t(`session.${size}`)}
              value={session[size]}
              min={1}
              max={500}
              error={errorOf(`session.${size}`)}
              onChange={(value) => change({ [size]: value })}
              onBlur={onBlur}
            />
          ))}
        </div>
        <p className={classes.hint}>{t('session.groupHint')}</p>
      </fieldset>
      {session.mode !== 'online' && (
        <TagsField
          label={t('session.equipment')}
          description={t('session.equipmentHint')}
          placeholder={t('session.equipmentExample')}
          value={session.equipment}
          known={known?.equipment ?? []}
          error={errorOf('session.equipment')}
          onChange={(equipment) => change({ equipment })}
          onBlur={onBlur}
        />
      )}
    </fieldset>
  );
}

function When({ session, errorOf, onBlur, change }: PartParts) {
  const { t } = useTranslation('trainer');
  const { window, windowDays } = session;
  return (
    <fieldset className={classes.part}>
      <legend>{t('session.when')}</legend>
      <div className={classes.beside}>
        <NativeSelect
          size="md"
          label={t('session.window')}
          value={window}
          data={windows.map((value) => ({ value, label: t(`session.windows.${value}`) }))}
          error={errorOf('session.window')}
          onChange={(event) => {
            const next = event.currentTarget.value as Demand['window'];
            change({ window: next, windowDays: next === 'module-week' ? 0 : windowDays || 7 });
          }}
        />
        {window !== 'module-week' && (
          <WholeNumber
            label={t(`session.windowDays.${window}`)}
            value={windowDays}
            min={0}
            max={90}
            error={errorOf('session.windowDays')}
            onChange={(days) => change({ windowDays: days })}
            onBlur={onBlur}
          />
        )}
      </div>
      <WholeNumber
        label={t('session.leastDays')}
        description={t('session.leastDaysHint')}
        value={session.leastDaysAfterPrevious}
        min={0}
        max={90}
        error={errorOf('session.leastDaysAfterPrevious')}
        onChange={(leastDaysAfterPrevious) => change({ leastDaysAfterPrevious })}
        onBlur={onBlur}
      />
    </fieldset>
  );
}

function Wishes({ session, errorOf, onBlur, change }: PartParts) {
  const { t } = useTranslation('trainer');
  return (
    <fieldset className={classes.part}>
      <legend>{t('session.wishes')}</legend>
      <p className={classes.hint}>{t('session.wishesHint')}</p>
      {wishes
        .filter(
          (wish) =>
            (wish !== 'sameRoom' || session.mode !== 'online') && (wish !== 'sameTrainer' || session.trainers > 0),
        )
        .map((wish) => (
          <Checkbox
            key={wish}
            size="md"
            label={t(`session.wish.${wish}`)}
            checked={session[wish]}
            onChange={(event) => change({ [wish]: event.currentTarget.checked })}
          />
        ))}
      <WholeNumber
        label={t('session.spread')}
        description={t('session.spreadHint')}
        value={session.spreadDays}
        min={1}
        max={30}
        error={errorOf('session.spreadDays')}
        onEmpty={() => change({ spreadDays: null })}
        onChange={(spreadDays) => change({ spreadDays })}
        onBlur={onBlur}
      />
    </fieldset>
  );
}
