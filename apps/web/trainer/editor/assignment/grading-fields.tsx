import type { GradingMethod } from '@kohorte/rules';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../shell/choice.js';
import { WholeNumber } from '../../whole-number.js';
import classes from './assignment.module.css';
import type { DesignParts } from './parts.js';

const methods: readonly GradingMethod[] = ['calibrated', 'mean', 'median'];

/** How the grade comes from the reviews. */
export function GradingFields({ design, change, errorOf, onBlur }: DesignParts) {
  const { t } = useTranslation('trainer');
  const { grading } = design;
  return (
    <fieldset className={classes.part}>
      <legend>{t('assignment.grading.title')}</legend>
      <div>
        <Choice<GradingMethod>
          legend={t('assignment.grading.method')}
          value={grading.method}
          options={methods.map((value) => ({ value, label: t(`assignment.grading.methods.${value}`) }))}
          onChange={(method) => change({ grading: { ...grading, method } })}
        />
        <p className={classes.hint}>{t(`assignment.grading.methodHint.${grading.method}`)}</p>
      </div>
      {design.reviews.give > 0 && (
        <div className={classes.beside}>
          <WholeNumber
            label={t('assignment.grading.share')}
            description={t('assignment.grading.shareHint')}
            value={grading.reviewingShare}
            min={0}
            max={50}
            error={errorOf('grading.reviewingShare')}
            onChange={(reviewingShare) => change({ grading: { ...grading, reviewingShare } })}
            onBlur={onBlur}
          />
        </div>
      )}
    </fieldset>
  );
}
