import type { AssignmentView, ReviewRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs';
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../shell/links.js';
import { ProgressBar } from '../shell/progress-bar.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { ConflictsDialog } from './conflicts-dialog.js';
import { useNextReview } from './next-review.js';
import { isPast } from './phase-words.js';
import classes from './reviewing.module.css';

/** The reviews that one gives: how many, which, and the next one. */
export function Reviewing({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const { reviewing, phases } = view;
  const { owed, given, rows, examples } = reviewing;
  const areOver = isPast(phases.reviewsUntil);
  return (
    <section className={classes.reviewing} aria-labelledby="reviewing">
      <div className={classes.head}>
        <h2 id="reviewing">{t('reviewing.title')}</h2>
        {owed > 0 && <p className={classes.count}>{t('reviewing.count', { given, owed })}</p>}
      </div>
      {owed > 0 && (
        <ProgressBar label={t('reviewing.title')} percent={Math.min(100, Math.round((given / owed) * 100))} />
      )}
      {examples.total > 0 && examples.done < examples.total && !areOver && (
        <p>{t('reviewing.examples', { done: examples.done, count: examples.total })}</p>
      )}
      <NextReview view={view} />
      {rows.length > 0 && (
        <Rows label={t('reviewing.mine')}>
          {rows.map((row) => (
            <ReviewLine key={row.reviewId} row={row} isOver={areOver} />
          ))}
        </Rows>
      )}
      {!areOver && view.learns && <Partiality view={view} />}
    </section>
  );
}

/** The one thing to do: go on with what is begun, or get the next one; otherwise why there is nothing. */
function NextReview({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const next = useNextReview(view);
  const { reviewing, phases } = view;
  const { mayAsk, blockedBy, given, owed, extraWelcome, rows, examples } = reviewing;
  const held = rows.find(({ state }) => state === 'held');
  const isExtra = owed > 0 && given >= owed;
  if (held)
    return (
      <div className={classes.next}>
        <LinkButton to="/reviews/$reviewId" params={{ reviewId: held.reviewId }} size="md">
          {t(held.kind === 'example' ? 'reviewing.goOnExample' : 'reviewing.goOn')}
        </LinkButton>
        {held.leaseUntil && (
          <p className="small faint">{t('reviewing.lease', { at: times.dayAndTime(held.leaseUntil) })}</p>
        )}
      </div>
    );
  if (blockedBy === 'examples-first')
    return (
      <div className={classes.next}>
        <Button size="md" loading={next.isBusy} onClick={next.example}>
          {t(examples.done === 0 ? 'reviewing.firstExample' : 'reviewing.nextExample')}
        </Button>
        <p className="small faint">{t('reviewing.blocked.examples-first')}</p>
        <ProblemNote problem={next.problem} />
      </div>
    );
  if (!mayAsk) {
    if (isExtra) return <p>{t(blockedBy === 'over' ? 'reviewing.allGivenOver' : 'reviewing.allGiven')}</p>;
    if (!blockedBy) return null;
    return (
      <p>
        {t(`reviewing.blocked.${blockedBy}`, {
          from: times.dayAndTime(phases.reviewsFrom),
          until: times.dayAndTime(phases.reviewsUntil),
        })}
      </p>
    );
  }
  if (isExtra)
    return (
      <div className={classes.extra}>
        <p>{t(extraWelcome ? 'reviewing.extra' : 'reviewing.allGiven')}</p>
        {extraWelcome && (
          <Button variant="light" loading={next.isBusy} onClick={next.review}>
            {t('reviewing.oneMore')}
          </Button>
        )}
        <ProblemNote problem={next.problem} />
      </div>
    );
  return (
    <div className={classes.next}>
      <Button size="md" loading={next.isBusy} onClick={next.review}>
        {t(given === 0 ? 'reviewing.first' : 'reviewing.next')}
      </Button>
      <p className="small faint">{t('reviewing.until', { at: times.dayAndTime(phases.reviewsUntil) })}</p>
      <ProblemNote problem={next.problem} />
    </div>
  );
}

function ReviewLine({ row, isOver }: { row: ReviewRow; isOver: boolean }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { reviewId, number, kind, state, leaseUntil, doneAt, extra } = row;
  const Icon = state === 'done' ? IconCircleCheckFilled : state === 'held' ? IconPencil : IconHistory;
  return (
    <Row
      linked
      mark={
        <Icon
          size={state === 'done' ? 22 : 20}
          stroke={1.6}
          color={state === 'done' ? 'var(--accent)' : 'var(--ink-faint)'}
          aria-hidden="true"
        />
      }
      title={
        <Link to="/reviews/$reviewId" params={{ reviewId }}>
          {t(`review.name.${kind}`, { number })}
        </Link>
      }
      lines={[
        state === 'done' && doneAt
          ? t('reviewing.given', { at: times.dayAndTime(doneAt) })
          : state === 'lapsed'
            ? t(isOver ? 'reviewing.notGiven' : 'reviewing.lapsed')
            : leaseUntil
              ? t('reviewing.leaseLeft', { at: times.dayAndTime(leaseUntil), away: times.fromNow(leaseUntil) })
              : t('reviewing.begun'),
      ]}
      end={extra ? <Tag>{t('reviewing.isExtra')}</Tag> : undefined}
    />
  );
}

/** Whose work one had rather not review. */
function Partiality({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={classes.partial}>
      <p className="small faint">
        {t(`reviewing.anonymity.${view.anonymity}`)} {t('reviewing.partial')}
      </p>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t('reviewing.sayPartial')}
      </Button>
      {isOpen && <ConflictsDialog view={view} onClose={() => setOpen(false)} />}
    </div>
  );
}
