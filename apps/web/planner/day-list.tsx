import type { AssembledSession, AssemblyView } from '@kohorte/contracts';
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs';
import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../shell/rows.js';
import { useTimes } from '../times.js';
import { CohortMark } from './block.js';
import { drawn, keyOf, type Mark, type PlannerView } from './model.js';
import classes from './board.module.css';
import { plusDays } from './week.js';
import { usePlaceWords, useSessionWords } from './words.js';

interface Parts {
  assembly: AssemblyView;
  sessions: readonly AssembledSession[];
  marks: Map<string, Mark>;
  view: PlannerView;
  week: string;
  onSelect: (session: AssembledSession) => void;
}

/** The week as a list, where seven columns leave no room for words: by day, by room or by trainer. */
export function DayList({ assembly, sessions, marks, view, week, onSelect }: Parts) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const words = usePlaceWords(assembly);
  const names = useSessionWords();
  const end = plusDays(week, 7);
  const shown = drawn(sessions, null, assembly.settings.timeZone)
    .filter(({ at }) => at.date >= week && at.date < end)
    .sort((a, b) => Date.parse(a.place.from) - Date.parse(b.place.from));
  const parts = new Map<string, typeof shown>();
  for (const one of shown) {
    const titles =
      view === 'calendar'
        ? [times.date(one.at.date)]
        : view === 'rooms'
          ? [words.room(one.place.roomId)]
          : one.place.trainerIds.map((id) => words.trainers([id]));
    for (const title of titles) parts.set(title, [...(parts.get(title) ?? []), one]);
  }
  if (shown.length === 0) return <p className={classes.nothing}>{t('planner.quietWeek')}</p>;
  return [...parts].map(([title, own]) => (
    <section key={title} className={classes.listPart}>
      <h3>{title}</h3>
      <Rows>
        {own.map(({ session, place }) => (
          <Row
            key={keyOf(session)}
            linked
            mark={<CohortMark mark={marks.get(session.cohortId)} />}
            title={
              <button
                type="button"
                className={classes.rowButton}
                data-session={keyOf(session)}
                onClick={() => onSelect(session)}
              >
                {names.named(session)}
              </button>
            }
            lines={[
              words.when(place.from, session.minutes, session.cohortId),
              words.elsewhere(place.from, session.cohortId),
              `${words.room(place.roomId)} · ${words.trainers(place.trainerIds)}`,
            ]}
            end={session.locked && <IconLock size={16} aria-label={t('planner.locked')} role="img" />}
          />
        ))}
      </Rows>
    </section>
  ));
}
