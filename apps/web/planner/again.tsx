import type { AssemblyView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';

/** Assembles anew around what is locked and left out here. */
export function Again({ assembly, isMain = false }: { assembly: AssemblyView; isMain?: boolean }) {
  const { t } = useTranslation('admin');
  const navigate = useNavigate();
  const again = useApiMutation('POST /assemblies', {
    refreshes: ['GET /assemblies'],
    onDone: ({ assemblyId }) => void navigate({ to: '/planner/$assemblyId', params: { assemblyId }, search: {} }),
  });
  const { preferred, shiftDays } = assembly.settings;
  return (
    <>
      <Button
        variant={isMain ? 'filled' : 'default'}
        title={t('planner.againHint')}
        loading={again.isPending}
        onClick={() =>
          again.mutate({
            body: {
              cohortIds: assembly.cohorts.map(({ cohortId }) => cohortId),
              preferredFrom: preferred.from,
              preferredTo: preferred.to,
              shiftDays: shiftDays || undefined,
              ...(assembly.state === 'failed' ? {} : { basedOn: assembly.assemblyId }),
            },
          })
        }
      >
        {assembly.state === 'done' ? t('planner.again') : t('planner.anew')}
      </Button>
      <ProblemNote problem={again.error} />
    </>
  );
}
