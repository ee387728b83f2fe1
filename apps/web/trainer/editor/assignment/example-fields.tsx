import { type CriterionAnswer, type Example, pointsOf } from '@kohorte/rules';
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './assignment.module.css';
import type { RubricParts } from './parts.js';
import { changeExample, openIn, withAnswer } from './rubric.js';

interface Parts extends RubricParts {
  example: Example;
  onRemove: () => void;
}

/** One example, and what its author thinks of it by the rubric. */
export function ExampleFields({ example, design, update, errorOf, onBlur, onRemove }: Parts) {
  const { t } = useTranslation('trainer');
  const { exampleId, answers } = example;
  const { rubric } = design;
  const points = pointsOf(answers, rubric);
  const open = openIn(example, rubric);
  const change = (changes: Partial<Example>): void => update((now) => changeExample(now, exampleId, changes));
  const answer = (criterionId: string, changes: Partial<CriterionAnswer>): void => {
    const before = answers.find((one) => one.criterionId === criterionId) ?? {
      criterionId,
      level: null,
      comment: null,
    };
    change({ answers: withAnswer(answers, { ...before, ...changes }) });
  };
  return (
    <>
      <TextInput
        label={t('assignment.examples.name')}
        placeholder={t('assignment.examples.nameExample')}
        value={example.title}
        maxLength={200}
        autoFocus={example.title === ''}
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
        onBlur={onBlur}
      />
      <Textarea
        size="md"
        label={t('assignment.examples.text')}
        description={t('editor.item.markdown')}
        value={example.text}
        rows={6}
        className={classes.tall}
        classNames={{ input: classes.grows }}
        maxLength={50_000}
        error={errorOf('text')}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onBlur={onBlur}
      />
      <div role="group" aria-label={t('assignment.examples.yours')} className={classes.answers}>
        <p className={classes.label}>{t('assignment.examples.yours')}</p>
        {rubric.map(({ criterionId, title, prompt, levels }) => {
          const given = answers.find((one) => one.criterionId === criterionId);
          const name = title.trim() || t('assignment.rubric.nameless');
          return (
            <div key={criterionId} className={classes.answer}>
              <NativeSelect
                size="md"
                label={name}
                value={given?.level ?? ''}
                data={[
                  { value: '', label: t('assignment.examples.noLevel') },
                  ...levels.map((level, at) => ({
                    value: `${at}`,
                    label: t('assignment.examples.level', { title: level.title, points: level.points }),
                  })),
                ]}
                onChange={(event) => {
                  const { value } = event.currentTarget;
                  answer(criterionId, { level: value === '' ? null : Number(value) });
                }}
                onBlur={onBlur}
              />
              <Textarea
                size="sm"
                aria-label={t('assignment.examples.commentOn', { title: name })}
                placeholder={prompt ?? t('assignment.examples.comment')}
                value={given?.comment ?? ''}
                rows={2}
                classNames={{ input: classes.grows }}
                maxLength={10_000}
                onChange={(event) => answer(criterionId, { comment: event.currentTarget.value || null })}
                onBlur={onBlur}
              />
            </div>
          );
        })}
      </div>
      <div className={classes.actions}>
        <p role="status" className={classes.outcome} data-open={open.length > 0 || undefined}>
          {points === null
            ? t('assignment.examples.missing', {
                titles: open.map((title) => title || t('assignment.rubric.nameless')).join(', '),
              })
            : t('assignment.examples.outcome', { points: Math.round(points) })}
        </p>
        <Button variant="subtle" color="red" c="var(--bad-ink)" onClick={onRemove}>
          {t('editor.remove')}
        </Button>
      </div>
    </>
  );
}
