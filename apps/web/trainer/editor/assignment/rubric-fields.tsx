import type { Language } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../../shell/toasts.js';
import { useTimes } from '../../../times.js';
import classes from './assignment.module.css';
import { CriterionFields } from './criterion-fields.js';
import { Fold } from './fold.js';
import type { RubricParts } from './parts.js';
import {
  duplicateCriterion,
  isNameless,
  mostCriteria,
  newCriterion,
  putCriterionBack,
  removeCriterion,
  stepCriterion,
} from './rubric.js';
import { levelsOf } from './starter.js';

/** The criteria by which work is reviewed. */
export function RubricFields({ design, update, errorOf, onBlur, language }: RubricParts & { language: Language }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [said, say] = useState('');
  const { rubric } = design;
  const weights = rubric.reduce((sum, { weight }) => sum + weight, 0);
  const show = (criterionId: string, isOpen: boolean): void =>
    setOpen((before) => new Set([...before].filter((id) => id !== criterionId).concat(isOpen ? criterionId : [])));
  const add = (): void => {
    const criterion = newCriterion(rubric, levelsOf(language));
    show(criterion.criterionId, true);
    update((now) => ({ ...now, rubric: [...now.rubric, criterion] }));
  };
  const remove = (criterionId: string, title: string): void => {
    const before = design;
    update((now) => removeCriterion(now, criterionId));
    offerUndo(t('editor.removed', { title }), async () => update((now) => putCriterionBack(now, before, criterionId)));
  };
  const step = (criterionId: string, by: 1 | -1): void => {
    const after = stepCriterion(design, criterionId, by).rubric;
    const place = after.findIndex((one) => one.criterionId === criterionId);
    update((now) => stepCriterion(now, criterionId, by));
    say(t('assignment.rubric.moved', { title: after[place]!.title, place: place + 1, of: after.length }));
  };
  const duplicate = (criterionId: string, title: string): void =>
    update((now) => duplicateCriterion(now, criterionId, t('assignment.rubric.copyOf', { title })));
  return (
    <fieldset className={classes.part}>
      <legend>{t('assignment.rubric.title')}</legend>
      <p className={classes.hint}>{t('assignment.rubric.hint')}</p>
      <ol className={classes.folds}>
        {rubric.map((criterion, at) => {
          const { criterionId, title, weight, levels } = criterion;
          const path = `rubric.${at}`;
          const isWrong = errorOf(path) !== undefined || hasErrorBelow(errorOf, path, levels.length);
          const name = title.trim() || t('assignment.rubric.nameless');
          const percent = weights === 0 ? 0 : (100 * weight) / weights;
          return (
            <Fold
              key={criterionId}
              title={name}
              summary={t('assignment.rubric.summary', {
                share: times.percent(percent),
                levels: t('assignment.rubric.levels', { count: levels.length }),
              })}
              marked={isWrong}
              isOpen={isWrong || open.has(criterionId)}
              onToggle={() => show(criterionId, !open.has(criterionId))}
            >
              <CriterionFields
                {...{ criterion, design, update, onBlur }}
                errorOf={(field) => errorOf(`${path}.${field}`)}
                canDuplicate={rubric.length < mostCriteria}
                canRemove={rubric.length > 1}
                onStep={(by) => step(criterionId, by)}
                onDuplicate={() => duplicate(criterionId, name)}
                onRemove={() => remove(criterionId, name)}
              />
            </Fold>
          );
        })}
      </ol>
      <p role="status" className="unseen">
        {said}
      </p>
      {isNameless(rubric) && <p className={classes.waits}>{t('assignment.rubric.waits')}</p>}
      {rubric.length < mostCriteria && (
        <Button variant="default" h={42} className={classes.add} onClick={add}>
          {t('assignment.rubric.add')}
        </Button>
      )}
    </fieldset>
  );
}

const fields = ['title', 'prompt', 'weight', 'levels', 'criterionId'];

function hasErrorBelow(errorOf: RubricParts['errorOf'], path: string, levels: number): boolean {
  const ofLevels = Array.from({ length: levels }, (_, at) => [`levels.${at}.title`, `levels.${at}.points`]).flat();
  return [...fields, ...ofLevels].some((field) => errorOf(`${path}.${field}`) !== undefined);
}
