import { pointsOf, wordsIn } from '@kohorte/rules';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../../shell/toasts.js';
import classes from './assignment.module.css';
import { ExampleFields } from './example-fields.js';
import { Fold } from './fold.js';
import type { RubricParts } from './parts.js';
import { freshId, isUnfinished, mostExamples } from './rubric.js';

/** Work that reviewers try themselves on before they review, with what the trainer says to it. */
export function ExamplesFields({ design, update, errorOf, onBlur }: RubricParts) {
  const { t } = useTranslation('trainer');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const { examples, rubric } = design;
  const show = (exampleId: string, isOpen: boolean): void =>
    setOpen((before) => new Set([...before].filter((id) => id !== exampleId).concat(isOpen ? exampleId : [])));
  const add = (): void => {
    const exampleId = freshId();
    show(exampleId, true);
    update((now) => ({ ...now, examples: [...now.examples, { exampleId, title: '', text: '', answers: [] }] }));
  };
  const remove = (exampleId: string, title: string): void => {
    const at = examples.findIndex((one) => one.exampleId === exampleId);
    const gone = examples[at]!;
    update((now) => ({ ...now, examples: now.examples.filter((one) => one.exampleId !== exampleId) }));
    offerUndo(t('editor.removed', { title }), async () =>
      update((now) => ({ ...now, examples: now.examples.toSpliced(at, 0, gone) })),
    );
  };
  if (design.reviews.give === 0) return null;
  return (
    <fieldset className={classes.part}>
      <legend>{t('assignment.examples.title')}</legend>
      <p className={classes.hint}>{t('assignment.examples.hint')}</p>
      {examples.length > 0 && (
        <ol className={classes.folds}>
          {examples.map((example, at) => {
            const { exampleId } = example;
            const points = pointsOf(example.answers, rubric);
            const isOpen = open.has(exampleId) || errorOf(`examples.${at}.answers`) !== undefined;
            const title = example.title.trim() || t('assignment.examples.nameless');
            return (
              <Fold
                key={exampleId}
                title={title}
                summary={
                  isUnfinished(example, rubric) || points === null
                    ? t('assignment.examples.unfinished')
                    : t('assignment.examples.summary', {
                        words: t('assignment.examples.words', { count: wordsIn(example.text) }),
                        points: Math.round(points),
                      })
                }
                marked={isUnfinished(example, rubric)}
                isOpen={isOpen}
                onToggle={() => show(exampleId, !open.has(exampleId))}
              >
                <ExampleFields
                  {...{ example, design, update, onBlur }}
                  errorOf={(field) => errorOf(`examples.${at}.${field}`)}
                  onRemove={() => remove(exampleId, title)}
                />
              </Fold>
            );
          })}
        </ol>
      )}
      {examples.some((one) => isUnfinished(one, rubric)) && (
        <p className={classes.waits}>{t('assignment.examples.waits')}</p>
      )}
      {examples.length < mostExamples && (
        <Button variant="default" h={42} className={classes.add} onClick={add}>
          {t('assignment.examples.add')}
        </Button>
      )}
    </fieldset>
  );
}
