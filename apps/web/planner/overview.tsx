import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import type { PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import { CohortMark } from './block.js';
import type { Changes } from './changes.js';
import { isOpen, keyOf, type Mark, unplacedOf } from './model.js';
import classes from './panel.module.css';
import { usePlaceWords, useReasonWords } from './words.js';

interface Parts {
  assembly: AssemblyView;
  marks: Map<string, Mark>;
  changes: Changes;
  onSelect: (session: AssembledSession) => void;
  /** Takes one without a place to drag it onto the board. */
  onHold?: (event: PointerEvent<HTMLElement>, session: AssembledSession) => void;
}

/** What has no place and why, what is left out, and what the schedule costs. */
export function Overview(parts: Parts) {
  const { t } = useTranslation('admin');
  const { assembly } = parts;
  const unplaced = unplacedOf(assembly);
  // Nothing can be done any more about what lies in the past.
  const isOver = ({ reasons }: AssembledSession): boolean => reasons.every(({ code }) => code === 'window-over');
  const over = unplaced.filter(isOver);
  const excluded = assembly.sessions.filter((session) => session.excluded);
  return (
    <div className={classes.overview}>
      <section>
        <h2>
          {unplaced.length === 0 ? t('planner.allPlacedTitle') : t('planner.unplacedTitle', { count: unplaced.length })}
        </h2>
        {unplaced.length === 0 ? (
          <p className="small faint">{t('planner.allPlacedText')}</p>
        ) : (
          <ul className={classes.list}>
            {unplaced
              .filter((session) => !isOver(session))
              .map((session) => (
                <Unplaced key={keyOf(session)} {...parts} session={session} />
              ))}
          </ul>
        )}
        {over.length > 0 && (
          <details className={classes.help}>
            <summary>{t('planner.over', { count: over.length })}</summary>
            <ul className={classes.list}>
              {over.map((session) => (
                <li key={keyOf(session)}>
                  <SessionName {...parts} session={session} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      {excluded.length > 0 && (
        <section>
          <h2>{t('planner.excludedTitle', { count: excluded.length })}</h2>
          <ul className={classes.list}>
            {excluded.map((session) => (
              <Excluded key={keyOf(session)} {...parts} session={session} />
            ))}
          </ul>
        </section>
      )}
      {assembly.cost && <Cost assembly={assembly} />}
    </div>
  );
}

interface OneParts extends Parts {
  session: AssembledSession;
}

function SessionName({ session, marks, onSelect, onHold }: OneParts) {
  const { t } = useTranslation('admin');
  return (
    <>
      <button
        type="button"
        className={classes.name}
        data-session={keyOf(session)}
        onClick={() => onSelect(session)}
        data-movable={(onHold && !session.excluded) || undefined}
        onPointerDown={onHold && !session.excluded ? (event) => onHold(event, session) : undefined}
      >
        {session.title}
      </button>
      <p className="small faint">
        <CohortMark mark={marks.get(session.cohortId)} />{' '}
        {[t('planner.week', { step: session.step }), t('planner.group', { number: session.groupNumber })].join(' · ')}
      </p>
    </>
  );
}

function Unplaced(parts: OneParts) {
  const { t } = useTranslation('admin');
  const { session, assembly } = parts;
  const reasons = useReasonWords();
  const help = session.wouldHelp;
  return (
    <li>
      <SessionName {...parts} />
      <ul className={classes.sentences}>
        {reasons(session.reasons, 'session').map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {help?.from && (
        <details className={classes.help}>
          <summary>{t('planner.help.title')}</summary>
          <Help assembly={assembly} session={session} help={{ ...help, from: help.from }} />
        </details>
      )}
    </li>
  );
}

/** The place with the fewest things in its way, and those things. */
function Help({
  assembly,
  session,
  help,
}: {
  assembly: AssemblyView;
  session: AssembledSession;
  help: NonNullable<AssembledSession['wouldHelp']> & { from: string };
}) {
  const { t, i18n } = useTranslation('admin');
  const words = usePlaceWords(assembly);
  const reasons = useReasonWords();
  const { from, room, trainers, reasons: inTheWay } = help;
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <>
      <p>
        {t('planner.help.nearest', {
          when: words.when(from, session.minutes, session.cohortId),
          where: [room ?? t('planner.noRoom'), list.format(trainers)].filter(Boolean).join(', '),
        })}
      </p>
      <p>{t('planner.help.inTheWay')}</p>
      <ul className={classes.sentences}>
        {reasons(inTheWay, 'place').map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </>
  );
}

function Excluded(parts: OneParts) {
  const { t } = useTranslation('admin');
  const { session, assembly, changes } = parts;
  return (
    <li>
      <SessionName {...parts} />
      {isOpen(assembly) && (
        <Button
          variant="default"
          size="compact-sm"
          disabled={changes.isBusy}
          aria-label={t('planner.takeInWhich', { title: session.title, group: session.groupNumber })}
          onClick={() => void changes.takeIn(session)}
        >
          {t('planner.takeIn')}
        </Button>
      )}
    </li>
  );
}

function Cost({ assembly: { cost } }: { assembly: AssemblyView }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const terms = useTerms();
  const paid = (cost?.terms ?? []).filter((term) => term.cost > 0).sort((a, b) => b.cost - a.cost);
  return (
    <section>
      <h2>{t('planner.costTitle', { cost: times.number(cost?.total ?? 0) })}</h2>
      <p className="small faint">{paid.length > 0 ? t('planner.costText') : t('planner.costNone')}</p>
      <dl className={classes.terms}>
        {paid.map(({ name, cost: own }) => (
          <div key={name}>
            <dt>{terms(name)}</dt>
            <dd>{times.number(own)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const named = [
  'starts',
  'rooms',
  'teams',
  'travel',
  'extraSites',
  'fairness',
  'alone',
  'missingDays',
  'extraRooms',
  'extraTrainers',
  'extraWeekSlots',
] as const;

/** What a wish is called. */
export function useTerms(): (name: string) => string {
  const { t } = useTranslation('admin');
  return (name) => {
    const known = named.find((one) => one === name);
    return known ? t(`planner.term.${known}`) : t('planner.term.other');
  };
}
