import '../fields.js';
import type { CohortView, LearningGroupView, MixLearningGroups } from '@kohorte/contracts';
import { mixLearningGroups } from '@kohorte/rules';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useApiMutation } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import { WholeNumber } from '../whole-number.js';
import classes from './discussion.module.css';
import { changedInGroups } from './refreshed.js';
import { useEverybody } from './everybody.js';
import { useModerationWords } from './words.js';

type Way = MixLearningGroups['way'];
const usualSize = 5;

interface Parts {
  cohort: CohortView;
  groups: readonly LearningGroupView[];
  onClose: () => void;
}

/** Makes learning groups at random or mixed, after saying what that will be. */
export default function MixGroups({ cohort: { cohortId }, groups, onClose }: Parts) {
  const { t } = useModerationWords();
  const [size, setSize] = useState(usualSize);
  const [way, setWay] = useState<Way>('mixed');
  const { people, error } = useEverybody(cohortId);
  const mix = useApiMutation('POST /cohorts/:cohortId/learning-groups', {
    refreshes: changedInGroups,
    onDone: onClose,
  });
  return (
    <Dialog
      title={t('mix.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('mix.cancel')}
          </Button>
          <Button
            loading={mix.isPending}
            disabled={!people || people.length < 2}
            onClick={() => mix.mutate({ params: { cohortId }, body: { size, way } })}
          >
            {t(groups.length === 0 ? 'mix.do' : 'mix.doAgain')}
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <WholeNumber
          label={t('mix.size')}
          description={t('mix.sizeHint')}
          value={size}
          min={2}
          max={20}
          onChange={setSize}
        />
        <div>
          <Choice<Way>
            legend={t('mix.way')}
            value={way}
            options={[
              { value: 'mixed', label: t('mix.ways.mixed') },
              { value: 'random', label: t('mix.ways.random') },
            ]}
            onChange={setWay}
          />
          <p className={classes.hint}>{t(`mix.wayHint.${way}`)}</p>
        </div>
        <div className={classes.consequence} role="status">
          <strong>{t('mix.consequence')}</strong>
          {people && <Consequence people={people.length} size={size} replaced={groups.length} />}
        </div>
        <ProblemNote problem={error ?? mix.error} />
      </div>
    </Dialog>
  );
}

function Consequence({ people, size, replaced }: { people: number; size: number; replaced: number }) {
  const { t, list } = useModerationWords();
  if (people < 2) return <p>{t('mix.tooFew')}</p>;
  // The same rule makes the groups; whom it puts where is drawn only then.
  const anybody = Array.from({ length: people }, (_, index) => ({ id: `${index}`, unit: null, site: null }));
  const sizes = mixLearningGroups(anybody, { size, way: 'random', seed: 0 }).map(({ length }) => length);
  const kinds = [...new Set(sizes)].sort((a, b) => a - b);
  return (
    <>
      <p>
        {t('mix.makes', {
          people: t('mix.people', { count: people }),
          groups: list(
            kinds.map((each) => t('mix.groupsOf', { count: sizes.filter((one) => one === each).length, each })),
          ),
        })}
      </p>
      {replaced > 0 && <p>{t('mix.replaces', { count: replaced })}</p>}
      <p>{t('mix.told')}</p>
    </>
  );
}
