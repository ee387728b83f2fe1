import type { SessionView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import item from '../progress/item-content.module.css';
import { useApiMaybe } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import classes from './session-of-item.module.css';
import { SessionRow } from './session-row.js';
import { lengthOf, ownAnswer, useSessionWords } from './session-words.js';

/** When and where the live session of an item is; the groups to choose from, where one has no seat yet. */
export default function SessionOfItem({ cohortId, itemId }: { cohortId: string; itemId: string }) {
  const { t } = useTranslation(['sessions', 'learner']);
  const all = useApiMaybe('GET /cohorts/:cohortId/sessions', { params: { cohortId } });
  const held = all?.filter((one) => one.itemId === itemId && !one.cancelled);
  if (!held) return null;
  const own = held.find(({ mine }) => mine !== null && mine.place === null);
  if (own) return <Own session={own} />;
  if (held.length === 0) return <p className={item.honest}>{t('learner:player.later.session')}</p>;
  return (
    <div>
      {!held.some(({ runs }) => runs) && <p>{t('item.noSeat')}</p>}
      <Rows>
        {held.map((session) => (
          <SessionRow key={session.sessionId} session={session} />
        ))}
      </Rows>
    </div>
  );
}

function Own({ session }: { session: SessionView }) {
  const { t } = useTranslation(['sessions', 'learner']);
  const { times, span, place } = useSessionWords();
  const there = times.elsewhere(session.startsAt, session.timeZone);
  const own = ownAnswer(session);
  return (
    <section className={classes.own} aria-labelledby="own-session">
      <h2 id="own-session">{t('item.title')}</h2>
      <p className={classes.when}>
        <time dateTime={session.startsAt}>{span(session)}</time> · {times.minutes(lengthOf(session))}{' '}
        {own && <Tag tone={own === 'yes' ? 'good' : 'plain'}>{t(`own.${own}`)}</Tag>}
      </p>
      {there && <p className="small faint">{t('learner:entry.there', there)}</p>}
      <p>
        {place(session)} · {t('group', { number: session.groupNumber })}
      </p>
      <LinkButton
        to="/sessions/$sessionId"
        params={{ sessionId: session.sessionId }}
        variant="light"
        size="md"
        className={classes.open}
      >
        {t('item.open')}
      </LinkButton>
    </section>
  );
}
