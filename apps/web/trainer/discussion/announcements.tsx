import type { AnnouncementView, CohortView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconClock from '@tabler/icons-react/dist/esm/icons/IconClock.mjs';
import IconSpeakerphone from '@tabler/icons-react/dist/esm/icons/IconSpeakerphone.mjs';
import { useState } from 'react';
import { api } from '../../api.js';
import { now } from '../../clock.js';
import { refresh, useApi, useApiMutation } from '../../queries.js';
import { Empty, Section } from '../../shell/page.js';
import { Prose } from '../../shell/prose.js';
import { Row, Rows } from '../../shell/rows.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { Announce, hasBegunAnnouncing } from './announce.js';
import classes from './discussion.module.css';
import { ThreadLink } from './thread-link.js';
import { useModerationWords } from './words.js';

/** What its trainers tell a whole cohort: writing it, what waits for its time, and what was said. */
export default function Announcements({ cohort }: { cohort: CohortView }) {
  const { t } = useModerationWords();
  const { cohortId } = cohort;
  const all = useApi('GET /cohorts/:cohortId/announcements', { params: { cohortId } });
  const [writes, setWrites] = useState(() => hasBegunAnnouncing(cohortId));
  const planned = all.filter(({ publishedAt }) => publishedAt === null);
  const made = all.filter(({ publishedAt }) => publishedAt !== null);
  const mayWrite = cohort.cancelledAt === null;
  const write = mayWrite && !writes && (
    <Button size="md" onClick={() => setWrites(true)}>
      {t('announcements.write')}
    </Button>
  );
  if (all.length === 0 && !writes)
    return (
      <Empty title={t('announcements.none')} action={write}>
        {t('announcements.noneText')}
      </Empty>
    );
  return (
    <>
      {write}
      {mayWrite && writes && (
        <Announce cohort={cohort} onOpen={() => setWrites(true)} onClose={() => setWrites(false)} />
      )}
      {planned.length > 0 && (
        <Section title={t('announcements.planned')}>
          <Rows>
            {planned.map((one) => (
              <Announcement key={one.announcementId} announcement={one} cohort={cohort} />
            ))}
          </Rows>
        </Section>
      )}
      {made.length > 0 && (
        <Section title={t('announcements.made')}>
          <Rows>
            {made.map((one) => (
              <Announcement key={one.announcementId} announcement={one} cohort={cohort} />
            ))}
          </Rows>
        </Section>
      )}
    </>
  );
}

function Announcement({ announcement, cohort }: { announcement: AnnouncementView; cohort: CohortView }) {
  const { t, times } = useModerationWords();
  const { title, html, by, publishAt, publishedAt, threadId } = announcement;
  const { cohortId, plan } = cohort;
  const isPlanned = publishedAt === null;
  const at = publishedAt ?? publishAt;
  const there = isPlanned ? times.elsewhere(at, plan.timeZone) : null;
  const Icon = isPlanned ? IconClock : IconSpeakerphone;
  const said = { at: times.dayAndTime(at), away: times.fromNow(at), name: by?.name ?? t('deletedAccount') };
  return (
    <Row
      stacks
      mark={<Icon size={20} stroke={1.7} aria-hidden="true" />}
      title={title}
      lines={[
        [
          t(isPlanned ? 'announcements.goesOut' : 'announcements.wentOut', said),
          there && t('announcements.there', there),
        ]
          .filter(Boolean)
          .join(' · '),
        <details key="text" className={classes.wording}>
          <summary>{t('announcements.wording')}</summary>
          <Prose html={html} />
        </details>,
      ]}
      end={
        isPlanned ? (
          <CallOff announcement={announcement} cohortId={cohortId} />
        ) : (
          threadId && (
            <ThreadLink threadId={threadId}>
              {t('announcements.answers')}
              <span className="unseen">{t('announcements.answersOf', { title })}</span>
            </ThreadLink>
          )
        )
      }
    />
  );
}

function CallOff({ announcement, cohortId }: { announcement: AnnouncementView; cohortId: string }) {
  const { t } = useModerationWords();
  const { announcementId, title, text, publishAt } = announcement;
  const callOff = useApiMutation('DELETE /announcements/:announcementId', {
    refreshes: ['GET /cohorts/:cohortId/announcements'],
    onDone: () => {
      offerUndo(t('announcements.calledOff', { title }), async () => {
        const body = { title, text, ...(Date.parse(publishAt) > now() ? { publishAt } : {}) };
        await api('POST /cohorts/:cohortId/announcements', { params: { cohortId }, body });
        await refresh('GET /cohorts/:cohortId/announcements');
      });
    },
  });
  return (
    <>
      <Button
        variant="default"
        aria-label={t('announcements.callOffOf', { title })}
        loading={callOff.isPending}
        onClick={() => callOff.mutate({ params: { announcementId } })}
      >
        {t('announcements.callOff')}
      </Button>
      <ProblemNote problem={callOff.error} />
    </>
  );
}
