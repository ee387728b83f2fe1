import '../trainer/fields.js';
import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import IconLockOpen from '@tabler/icons-react/dist/esm/icons/IconLockOpen.mjs';
import { type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNote } from '../shell/trouble.js';
import { Tag } from '../shell/tag.js';
import { useTimes, zoneName } from '../times.js';
import { inPlace } from '../trainer/in-place.js';
import { CohortMark } from './block.js';
import type { Changes } from './changes.js';
import { Judged, stateOf } from './judged.js';
import type { Judgement } from './judgement.js';
import { isOpen, isSamePlace, type Mark, type Place, placeOf } from './model.js';
import classes from './panel.module.css';
import { clock, instantOfWall, wallOf } from './week.js';
import { usePlaceWords, useReasonWords } from './words.js';

interface Parts {
  assembly: AssemblyView;
  session: AssembledSession;
  mark: Mark | undefined;
  /** The place in the form: tried out, or its own. */
  place: Place | null;
  judgement: Judgement | undefined;
  judgementProblem: Error | null;
  changes: Changes;
  /** Rises when the heading is to be read next: it was selected, and not only nudged. */
  asksFocus: number;
  onTry: (place: Place) => void;
  onMove: () => void;
  onClose: () => void;
}

/** One session: where it is, where else it could be, and what else can be done with it. */
export function SessionPanel(parts: Parts) {
  const { assembly, session, mark, changes, asksFocus, onClose } = parts;
  const { t } = useTranslation('admin');
  const times = useTimes();
  const words = usePlaceWords(assembly);
  const heading = useRef<HTMLHeadingElement>(null);
  const cohort = assembly.cohorts.find(({ cohortId }) => cohortId === session.cohortId);
  const there = session.place && words.elsewhere(session.place.from, session.cohortId);
  useEffect(() => {
    if (asksFocus === 0 || !heading.current) return;
    heading.current.focus({ preventScroll: true });
    // On a phone it takes the place of the list, which one may have scrolled far down.
    if (heading.current.getBoundingClientRect().top < 0) heading.current.scrollIntoView();
  }, [asksFocus]);
  return (
    <section className={classes.panel} aria-label={t('planner.panel.label')}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className={classes.back}
        leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
        onClick={onClose}
      >
        {t('planner.panel.back')}
      </Button>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {session.title}
        </h2>
        <p className="small faint">
          <CohortMark mark={mark} /> {cohort?.name}
        </p>
        <p className="small faint">
          {[
            t('planner.groupOf', { number: session.groupNumber, count: session.people }),
            t('planner.week', { step: session.step }),
            times.minutes(session.minutes),
            t(`planner.mode.${session.mode}`),
          ].join(' · ')}
        </p>
      </div>
      <div className={classes.now}>
        {session.place ? (
          <>
            <p>
              <strong>{words.when(session.place.from, session.minutes, session.cohortId)}</strong>
            </p>
            {there && <p className="small faint">{there}</p>}
            <p className="small">
              {words.room(session.place.roomId)} · {words.trainers(session.place.trainerIds)}
            </p>
            {session.travelling > 0 && (
              <p className="small faint">{t('planner.travelling', { count: session.travelling })}</p>
            )}
          </>
        ) : (
          <p>{session.excluded ? t('planner.panel.leftOut') : t('planner.panel.unplaced')}</p>
        )}
        <div className={classes.tags}>
          {session.locked && <Tag>{t('planner.locked')}</Tag>}
          {session.place && (
            <Tag tone={session.change === 'moved' ? 'warn' : 'plain'}>{t(`planner.change.${session.change}`)}</Tag>
          )}
        </div>
      </div>
      {session.reasons.length > 0 && <Reasons session={session} />}
      {isOpen(assembly) && !session.excluded && <PlaceForm {...parts} />}
      {isOpen(assembly) && (
        <div className={classes.actions}>
          {session.place && (
            <Button
              variant="default"
              disabled={changes.isBusy}
              leftSection={
                session.locked ? (
                  <IconLockOpen size={16} aria-hidden="true" />
                ) : (
                  <IconLock size={16} aria-hidden="true" />
                )
              }
              onClick={() => void changes.lock(session, !session.locked)}
            >
              {session.locked ? t('planner.unlock') : t('planner.lock')}
            </Button>
          )}
          <Button
            variant="default"
            disabled={changes.isBusy}
            onClick={() => void (session.excluded ? changes.takeIn(session) : changes.leaveOut(session))}
          >
            {session.excluded ? t('planner.takeIn') : t('planner.leaveOut')}
          </Button>
          <p className="small faint">{session.excluded ? t('planner.takeInHint') : t('planner.lockHint')}</p>
        </div>
      )}
    </section>
  );
}

function Reasons({ session }: { session: AssembledSession }) {
  const { t } = useTranslation('admin');
  const reasons = useReasonWords();
  return (
    <div className={classes.reasons}>
      <h3>{t('planner.why')}</h3>
      <ul>
        {reasons(session.reasons, 'session').map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  );
}

function PlaceForm({ assembly, session, place, judgement, judgementProblem, changes, onTry, onMove }: Parts) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const words = usePlaceWords(assembly);
  const zone = words.zoneOf(session.cohortId);
  const current: Place = place ?? { from: '', roomId: null, trainerIds: [] };
  const wall = current.from ? wallOf(current.from, zone) : null;
  const there = current.from ? words.elsewhere(current.from, session.cohortId) : null;
  const sites = [...new Set(assembly.rooms.map(({ site }) => site))].sort((a, b) => a.localeCompare(b));
  const online = 'online';
  const change = (changed: Partial<Place>): void => onTry({ ...current, ...changed });
  const isMoved = !isSamePlace(place, placeOf(session));
  const isPossible = judgement !== undefined && judgement.clashes.length === 0;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isMoved && isPossible) onMove();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <h3>{session.place ? t('planner.panel.elsewhere') : t('planner.panel.give')}</h3>
      <div className={classes.beside}>
        <TextInput
          type="date"
          size="sm"
          label={t('planner.panel.day')}
          value={wall?.date ?? ''}
          onChange={(event) => {
            const date = event.currentTarget.value;
            if (date) change({ from: instantOfWall({ date, minutes: wall?.minutes ?? 540 }, zone) });
          }}
        />
        <TextInput
          type="time"
          size="sm"
          step={1_800}
          label={t('planner.panel.time')}
          value={wall ? clock(wall.minutes) : ''}
          onChange={(event) => {
            const [hours, minutes] = event.currentTarget.value.split(':').map(Number);
            if (wall && hours !== undefined && minutes !== undefined && !Number.isNaN(hours + minutes))
              change({ from: instantOfWall({ date: wall.date, minutes: hours * 60 + minutes }, zone) });
          }}
        />
      </div>
      <p className="small faint">{there ?? t('planner.panel.zone', { zone: zoneName(zone) })}</p>
      <Select
        {...inPlace}
        size="sm"
        searchable
        allowDeselect={false}
        label={t('planner.panel.room')}
        nothingFoundMessage={t('planner.panel.noneFound')}
        value={current.roomId ?? online}
        data={[
          { value: online, label: t('planner.noRoom') },
          ...sites.map((site) => ({
            group: site,
            items: assembly.rooms
              .filter((room) => room.site === site)
              .map(({ roomId, name, seats }) => ({ value: roomId, label: t('planner.panel.roomSeats', { name, count: seats }) })), // prettier-ignore
          })),
        ]}
        onChange={(roomId) => roomId && change({ roomId: roomId === online ? null : roomId })}
      />
      <MultiSelect
        {...inPlace}
        // Beside a name there is room to type another one.
        styles={{ ...inPlace.styles, inputField: { minWidth: 40 } }}
        size="sm"
        searchable
        maxValues={3}
        label={t('planner.panel.trainers')}
        nothingFoundMessage={t('planner.panel.noneFound')}
        value={current.trainerIds}
        data={assembly.trainers.map(({ userId, name }) => ({ value: userId, label: name }))}
        onChange={(trainerIds) => change({ trainerIds })}
      />
      {isMoved && (
        <div className={classes.judgement} role="status" data-state={stateOf(judgement)}>
          {judgementProblem ? (
            <ProblemNote problem={judgementProblem} />
          ) : (
            <Judged judgement={judgement} mode={session.mode} />
          )}
        </div>
      )}
      <Button type="submit" loading={changes.isBusy} disabled={!isMoved || !isPossible}>
        {session.place ? t('planner.panel.move') : t('planner.panel.place')}
      </Button>
      {place && isMoved && (
        <p className="unseen" aria-live="polite">
          {times.dayAndTime(place.from, zone)}
        </p>
      )}
    </form>
  );
}
