import type { SessionView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { now } from '../../clock.js';
import { useApiMaybe } from '../../queries.js';
import { useSessionWords } from '../../schedule/session-words.js';
import classes from './cockpit.module.css';

/** The live session that comes next, or that is on, with who comes to it. */
export function NextSession({ cohortId }: { cohortId: string }) {
  const sessions = useApiMaybe('GET /cohorts/:cohortId/sessions', { params: { cohortId } });
  const next = sessions?.find(({ cancelled, endsAt }) => !cancelled && Date.parse(endsAt) > now());
  return next ? <Line session={next} /> : null;
}

function Line({ session }: { session: SessionView }) {
  const { t } = useTranslation('sessions');
  const { span, place } = useSessionWords();
  const params = { sessionId: session.sessionId };
  const counts = useApiMaybe('GET /sessions/:sessionId/roster', { params })?.counts;
  return (
    <p className={classes.nextSession}>
      <span className="faint">{t('cockpit.next')}: </span>
      <Link to="/sessions/$sessionId" params={params}>
        {span(session)}
      </Link>
      {` · ${session.title} · ${place(session)} · ${t('group', { number: session.groupNumber })}`}
      {counts && (
        <>
          {' · '}
          <Link to="/sessions/$sessionId/roster" params={params}>
            {[
              t('roster.count.yes', { count: counts.yes }),
              counts.maybe > 0 && t('roster.count.maybe', { count: counts.maybe }),
              counts.no > 0 && t('roster.count.no', { count: counts.no }),
              counts.open > 0 && t('roster.count.open', { count: counts.open }),
            ]
              .filter(Boolean)
              .join(', ')}
          </Link>
        </>
      )}
    </p>
  );
}
