import type { FollowLevel, OutlineModule } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { weekTitle } from '../progress/week-title.js';
import { queryClient, queryFor, useApiMaybe } from '../queries.js';
import classes from './discussion.module.css';
import { FollowField } from './follow-field.js';

/** How much one wants to hear of the cohort, or of the week that is looked at. */
export function FollowCohort({ cohortId, module }: { cohortId: string; module: OutlineModule | undefined }) {
  const { t } = useTranslation(['discussion', 'learner']);
  const request = { params: { cohortId } };
  const following = useApiMaybe('GET /cohorts/:cohortId/following', request);
  if (!following) return null;
  const moduleId = module?.moduleId;
  const level = moduleId
    ? (following.modules.find((one) => one.moduleId === moduleId)?.level ?? null)
    : following.level;
  const keep = (next: FollowLevel | null): void => {
    const others = following.modules.filter((one) => one.moduleId !== moduleId);
    queryClient.setQueryData(
      queryFor('GET /cohorts/:cohortId/following', request).queryKey,
      moduleId
        ? { ...following, modules: next ? [...others, { moduleId, level: next }] : others }
        : { ...following, level: next },
    );
  };
  const label = module
    ? t('follow.week', { week: weekTitle(t('learner:week.name', { step: module.step }), module.title) })
    : t('follow.cohort');
  return (
    <div className={classes.follow}>
      <p className="small faint">{label}</p>
      <FollowField cohortId={cohortId} moduleId={moduleId} label={label} level={level} onLevel={keep} />
    </div>
  );
}
