import { Button } from '@mantine/core';
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import IconArrowRight from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs';
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs';
import type { PlayerView } from '@kohorte/contracts';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { queryClient, queryFor, useApi } from '../queries.js';
import { LinkButton } from '../shell/links.js';
import { PageHeading } from '../shell/page.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { useDoneMark } from './done-mark.js';
import { ItemContent } from './item-content.js';
import { PlayerWeek } from './player-week.js';
import { weekTitle } from './week-title.js';
import classes from './player.module.css';

const AssignmentOfItem = lazy(() => import('../peer-review/assignment-of-item.js'));
const ItemTalk = lazy(() => import('../discussion/item-talk.js'));
const SessionOfItem = lazy(() => import('../schedule/session-of-item.js'));

const route = getRouteApi('/inside/cohorts/$cohortId/items/$itemId');

/** One item: its week at the side, itself in the middle, the way on below. */
export function Player() {
  const { t } = useTranslation();
  const times = useTimes();
  const params = route.useParams();
  const { at } = route.useSearch();
  const item = useApi('GET /cohorts/:cohortId/items/:itemId', { params });
  const outline = useApi('GET /cohorts/:cohortId/outline', { params: { cohortId: params.cohortId } });
  const { content } = item;
  useReadAhead(item);
  return (
    <div className={classes.player}>
      <PlayerWeek outline={outline} step={item.step} itemId={item.itemId} />
      <article key={item.itemId} className={classes.article}>
        <PageHeading
          title={content.title}
          above={
            <Link to="/cohorts/$cohortId" params={{ cohortId: item.cohortId }} search={{ week: item.step }}>
              {weekTitle(t('week.name', { step: item.step }), item.moduleTitle)}
            </Link>
          }
          below={
            <span className="small figures">
              {[
                t(`kind.${content.kind}`),
                content.minutes > 0 && times.minutes(content.minutes),
                !content.required && t('item.optional'),
                item.dueAt && !item.doneAt && t('item.due', { at: times.dayAndTime(item.dueAt) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          }
        />
        {item.handIn ? (
          <Suspense fallback={null}>
            <AssignmentOfItem cohortId={item.cohortId} itemId={item.itemId} />
          </Suspense>
        ) : (
          <ItemContent
            content={content}
            live={
              content.kind === 'session' ? (
                <Suspense fallback={null}>
                  <SessionOfItem cohortId={item.cohortId} itemId={item.itemId} />
                </Suspense>
              ) : undefined
            }
          />
        )}
        <WayOn item={item} />
      </article>
      <div className={classes.talk}>
        <Suspense fallback={null}>
          <ItemTalk key={item.itemId} cohortId={item.cohortId} itemId={item.itemId} at={at} />
        </Suspense>
      </div>
    </div>
  );
}

/** Fetches the next item while this one is being read. */
function useReadAhead({ cohortId, nextItemId }: PlayerView): void {
  useEffect(() => {
    if (!nextItemId) return;
    void queryClient.prefetchQuery(
      queryFor('GET /cohorts/:cohortId/items/:itemId', { params: { cohortId, itemId: nextItemId } }),
    );
  }, [cohortId, nextItemId]);
}

function WayOn({ item }: { item: PlayerView }) {
  const { t } = useTranslation();
  const times = useTimes();
  const done = useDoneMark(item);
  const canBeMarked = item.learns && item.countable && !item.handIn && item.doneAt === null;
  const proceed = canBeMarked ? done.mark : done.goOn;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || done.isBusy) return;
      event.preventDefault();
      proceed();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <footer className={classes.wayOn}>
      <ProblemNote problem={done.problem} />
      {item.learns && item.doneAt && (
        <p className={classes.doneLine}>
          <IconCircleCheckFilled size={20} color="var(--accent)" aria-hidden="true" />
          {t('player.doneOn', { at: times.dayAndTime(item.doneAt) })}
          {!item.handIn && (
            <Button variant="subtle" color="gray" size="compact-sm" loading={done.isBusy} onClick={done.unmark}>
              {t('player.undone')}
            </Button>
          )}
        </p>
      )}
      <div className={classes.steps}>
        {item.previousItemId && (
          <LinkButton
            to="/cohorts/$cohortId/items/$itemId"
            params={{ cohortId: item.cohortId, itemId: item.previousItemId }}
            variant="default"
            size="md"
            leftSection={<IconArrowLeft size={18} aria-hidden="true" />}
          >
            {t('player.previous')}
          </LinkButton>
        )}
        <Button
          size="md"
          // What is to be done with an assignment stands above; going on is not it.
          variant={item.handIn ? 'default' : 'filled'}
          className={classes.onward}
          loading={done.isBusy}
          onClick={proceed}
          aria-keyshortcuts="Control+Enter"
          title={t('player.keys')}
          rightSection={<IconArrowRight size={18} aria-hidden="true" />}
        >
          {canBeMarked
            ? item.nextItemId
              ? t('player.doneAndNext')
              : t('player.doneAndBack')
            : item.nextItemId
              ? t('player.next')
              : t('player.back')}
        </Button>
      </div>
    </footer>
  );
}
