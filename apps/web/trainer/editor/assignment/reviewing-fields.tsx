import type { AssignmentInput } from '@kohorte/contracts';
import type { Anonymity } from '@kohorte/rules';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shell/choice.js';
import { WholeNumber } from '../../whole-number.js';
import classes from './assignment.module.css';
import type { DesignParts } from './parts.js';

type Reviews = AssignmentInput['reviews'];

const anonymities: readonly Anonymity[] = ['double-blind', 'single-blind', 'open'];
const ways: readonly Reviews['way'][] = ['next', 'batch'];

type Numbers = Pick<Reviews, 'give' | 'need'>;

/** Nobody can get more reviews than are given: the number that is not typed follows. `before` stood before typing began. */
const agreed = {
  give: ({ need }: Numbers, give: number): Numbers => ({ give, need: need === 0 ? give : Math.min(need, give) }),
  need: ({ give }: Numbers, need: number): Numbers => ({ need, give: need === 0 ? 0 : Math.max(give, need) }),
};

/** Who reviews how much, and who knows whom. */
export function ReviewingFields({ design, change, errorOf, onBlur }: DesignParts) {
  const { t } = useTranslation('trainer');
  const { reviews, anonymity } = design;
  const set = (changes: Partial<Reviews>): void => change({ reviews: { ...reviews, ...changes } });
  const before = useRef<Numbers>(reviews);
  const type = (what: 'give' | 'need') => (value: number) => set(agreed[what](before.current, value));
  const isTrainersOnly = reviews.give === 0;
  return (
    <fieldset className={classes.part}>
      <legend>{t('assignment.reviewing.title')}</legend>
      <div>
        <div className={classes.beside} onFocus={() => (before.current = reviews)}>
          <WholeNumber
            label={t('assignment.reviewing.give')}
            value={reviews.give}
            min={0}
            max={10}
            error={errorOf('reviews.give')}
            onChange={type('give')}
            onBlur={onBlur}
          />
          <WholeNumber
            label={t('assignment.reviewing.need')}
            value={reviews.need}
            min={0}
            max={10}
            error={errorOf('reviews.need')}
            onChange={type('need')}
            onBlur={onBlur}
          />
        </div>
        <p className={classes.hint}>
          {t(isTrainersOnly ? 'assignment.reviewing.trainersOnly' : 'assignment.reviewing.giveHint')}
        </p>
      </div>
      {!isTrainersOnly && (
        <>
          <div>
            <Choice<Anonymity>
              legend={t('assignment.reviewing.anonymity')}
              value={anonymity}
              options={anonymities.map((value) => ({ value, label: t(`assignment.reviewing.anonymities.${value}`) }))}
              onChange={(next) => change({ anonymity: next })}
            />
            <p className={classes.hint}>{t(`assignment.reviewing.anonymityHint.${anonymity}`)}</p>
          </div>
          <div>
            <Choice<Reviews['way']>
              legend={t('assignment.reviewing.way')}
              value={reviews.way}
              options={ways.map((value) => ({ value, label: t(`assignment.reviewing.ways.${value}`) }))}
              onChange={(way) => set({ way })}
            />
            <p className={classes.hint}>{t(`assignment.reviewing.wayHint.${reviews.way}`)}</p>
          </div>
          <div className={classes.beside}>
            {reviews.way === 'next' && (
              <WholeNumber
                label={t('assignment.reviewing.lease')}
                description={t('assignment.reviewing.leaseHint')}
                value={reviews.leaseHours}
                min={1}
                max={336}
                error={errorOf('reviews.leaseHours')}
                onChange={(leaseHours) => set({ leaseHours })}
                onBlur={onBlur}
              />
            )}
            <WholeNumber
              label={t('assignment.reviewing.words')}
              description={t('assignment.reviewing.wordsHint')}
              value={reviews.leastWords}
              min={0}
              max={1_000}
              error={errorOf('reviews.leastWords')}
              onChange={(leastWords) => set({ leastWords })}
              onBlur={onBlur}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}
