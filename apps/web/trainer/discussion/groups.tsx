import type { CohortView, LearningGroupView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Table } from '../../admin/table.js';
import { useApi } from '../../queries.js';
import { Empty, Section } from '../../shell/page.js';
import classes from './discussion.module.css';
import { Prompts } from './prompts.js';
import { useModerationWords } from './words.js';

const MixGroups = lazy(() => import('./mix-groups.js'));
const GroupsByHand = lazy(() => import('./groups-by-hand.js'));

/** The learning groups of a cohort: who is in which, and what they are asked week by week. */
export default function Groups({ cohort }: { cohort: CohortView }) {
  const { t } = useModerationWords();
  const { cohortId } = cohort;
  const params = { cohortId };
  const all = useApi('GET /cohorts/:cohortId/learning-groups', { params });
  const { trainersSeeGroups } = useApi('GET /cohorts/:cohortId/discussion-settings', { params });
  const [does, setDoes] = useState<'mix' | 'by-hand' | null>(null);
  const groups = all.filter(({ dissolvedAt }) => dissolvedAt === null);
  const dissolved = all.filter(({ dissolvedAt }) => dissolvedAt !== null);
  const close = (): void => setDoes(null);
  if (does === 'by-hand')
    return (
      <Suspense fallback={null}>
        <GroupsByHand cohort={cohort} groups={groups} onClose={close} />
      </Suspense>
    );
  const actions = cohort.cancelledAt === null && (
    <div className={classes.actions}>
      <Button size="md" variant={groups.length === 0 ? 'filled' : 'default'} onClick={() => setDoes('mix')}>
        {t(groups.length === 0 ? 'groups.mix' : 'groups.mixAgain')}
      </Button>
      <Button size="md" variant="default" onClick={() => setDoes('by-hand')}>
        {t(groups.length === 0 ? 'groups.byHand' : 'groups.change')}
      </Button>
    </div>
  );
  return (
    <>
      {groups.length === 0 ? (
        <Empty title={t('groups.none')} action={actions}>
          {t('groups.noneText')}
        </Empty>
      ) : (
        <Section title={t('groups.title')} aside={t('groups.count', { count: groups.length })}>
          <div className={classes.above}>{actions}</div>
          <GroupTable groups={groups} cohortId={cohortId} />
        </Section>
      )}
      <p className={classes.looksIn}>
        {t(trainersSeeGroups ? 'groups.looksIn' : 'groups.closed')}{' '}
        <Link to="/runs/$cohortId" params={params} search={{ tab: 'discussion', part: 'rules' }}>
          {t('groups.changeLooksIn')}
        </Link>
      </p>
      {dissolved.length > 0 && (
        <details className={classes.dissolved}>
          <summary>{t('groups.dissolved', { count: dissolved.length })}</summary>
          <p className="small faint">{t('groups.dissolvedText')}</p>
          <GroupTable groups={dissolved} cohortId={cohortId} />
        </details>
      )}
      <Prompts cohort={cohort} />
      {does === 'mix' && (
        <Suspense fallback={null}>
          <MixGroups cohort={cohort} groups={groups} onClose={close} />
        </Suspense>
      )}
    </>
  );
}

function GroupTable({ groups, cohortId }: { groups: readonly LearningGroupView[]; cohortId: string }) {
  const { t, times } = useModerationWords();
  const showsUnread = groups.some(({ reads }) => reads);
  return (
    <Table label={t('groups.table')}>
      <thead>
        <tr>
          <th scope="col">{t('groups.group')}</th>
          <th scope="col">{t('groups.members')}</th>
          <th scope="col" data-figure className={classes.size}>
            {t('groups.size')}
          </th>
          {showsUnread && <th scope="col">{t('groups.talk')}</th>}
        </tr>
      </thead>
      <tbody>
        {groups.map(({ groupId, name, members, reads, unread, dissolvedAt }) => (
          <tr key={groupId}>
            <th scope="row">
              <span className={classes.group}>{name}</span>
              {dissolvedAt && (
                <span className={classes.since}>{t('groups.dissolvedOn', { on: times.day(dissolvedAt) })}</span>
              )}
            </th>
            <td>
              {members.length === 0
                ? t('groups.nobody')
                : members.map((member) => (
                    <span key={member.enrolmentId} className={classes.member}>
                      {member.name}
                    </span>
                  ))}
            </td>
            <td data-figure className={classes.size}>
              {times.number(members.length)}
            </td>
            {showsUnread && (
              <td>
                {reads && (
                  <Link to="/cohorts/$cohortId/discussion" params={{ cohortId }} search={{ group: groupId }}>
                    {unread > 0 ? t('groups.unread', { count: unread }) : t('groups.look')}
                    <span className="unseen">{t('groups.lookAt', { name })}</span>
                  </Link>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
