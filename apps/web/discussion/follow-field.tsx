import '../trainer/fields.js';
import type { FollowLevel } from '@kohorte/contracts';
import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';

const levels = ['watch', 'follow', 'mute'] as const;

interface Followed {
  cohortId: string;
  moduleId?: string;
  threadId?: string;
  label: string;
  level: FollowLevel | null;
  onLevel: (level: FollowLevel | null) => void;
}

/** How much one wants to hear of a thread, a week or the whole cohort. */
export function FollowField({ cohortId, moduleId, threadId, label, level, onLevel }: Followed) {
  const { t } = useTranslation('discussion');
  const follow = useApiMutation('PUT /cohorts/:cohortId/following', { onDone: (reply) => onLevel(reply.level) });
  const wider = threadId || moduleId ? t('follow.asWider') : t('follow.asUsual');
  return (
    <div>
      <NativeSelect
        size="sm"
        aria-label={label}
        value={follow.isPending ? (follow.variables.body.level ?? '') : (level ?? '')}
        data={[{ value: '', label: wider }, ...levels.map((value) => ({ value, label: t(`follow.${value}`) }))]}
        onChange={(event) => {
          const chosen = (event.currentTarget.value || null) as FollowLevel | null;
          follow.mutate({ params: { cohortId }, body: { level: chosen, moduleId, threadId } });
        }}
      />
      <ProblemNote problem={follow.error} />
    </div>
  );
}
