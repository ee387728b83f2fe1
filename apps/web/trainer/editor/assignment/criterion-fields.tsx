import type { Criterion } from '@kohorte/rules';
import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import IconArrowUp from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { ActionIcon, Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { offerUndo } from '../../../shell/toasts.js';
import { WholeNumber } from '../../whole-number.js';
import classes from './assignment.module.css';
import type { RubricParts } from './parts.js';
import { addLevel, changeCriterion, mostLevels, putCriterionBack, removeLevel, stepLevel } from './rubric.js';

interface Parts extends RubricParts {
  criterion: Criterion;
  canDuplicate: boolean;
  canRemove: boolean;
  onStep: (by: 1 | -1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

/** One criterion: what it looks at, how much it counts, and how it can be met. */
export function CriterionFields(parts: Parts) {
  const { criterion, update, errorOf, onBlur, onStep } = parts;
  const { t } = useTranslation('trainer');
  const { criterionId } = criterion;
  const id = useId();
  const change = (changes: Partial<Criterion>): void => update((now) => changeCriterion(now, criterionId, changes));
  const step = (by: 1 | -1): void => {
    onStep(by);
    focusLater(`${id}${by}`);
  };
  return (
    <>
      <TextInput
        label={t('assignment.rubric.name')}
        placeholder={t('assignment.rubric.nameExample')}
        value={criterion.title}
        maxLength={200}
        autoFocus={criterion.title === ''}
        error={errorOf('title') ?? errorOf('criterionId')}
        onChange={(event) => change({ title: event.currentTarget.value })}
        onBlur={onBlur}
      />
      <Textarea
        size="md"
        label={t('assignment.rubric.prompt')}
        description={t('assignment.rubric.promptHint')}
        value={criterion.prompt ?? ''}
        rows={2}
        classNames={{ input: classes.grows }}
        maxLength={1_000}
        error={errorOf('prompt')}
        onChange={(event) => change({ prompt: event.currentTarget.value || null })}
        onBlur={onBlur}
      />
      <div className={classes.beside}>
        <WholeNumber
          label={t('assignment.rubric.weight')}
          description={t('assignment.rubric.weightHint')}
          value={criterion.weight}
          min={0}
          max={100}
          error={errorOf('weight')}
          onChange={(weight) => change({ weight })}
          onBlur={onBlur}
        />
        <Checkbox
          size="md"
          className={classes.asked}
          label={t('assignment.rubric.commentRequired')}
          checked={criterion.commentRequired}
          onChange={(event) => change({ commentRequired: event.currentTarget.checked })}
        />
      </div>
      <Levels {...parts} />
      <div className={classes.actions}>
        <Button id={`${id}-1`} variant="default" onClick={() => step(-1)}>
          ↑ {t('editor.up')}
        </Button>
        <Button id={`${id}1`} variant="default" onClick={() => step(1)}>
          ↓ {t('editor.down')}
        </Button>
        {parts.canDuplicate && (
          <Button variant="default" onClick={parts.onDuplicate}>
            {t('assignment.rubric.duplicate')}
          </Button>
        )}
        {parts.canRemove && (
          <Button variant="subtle" color="red" c="var(--bad-ink)" onClick={parts.onRemove}>
            {t('editor.remove')}
          </Button>
        )}
      </div>
    </>
  );
}

function Levels({ criterion, design, update, errorOf, onBlur }: Parts) {
  const { t } = useTranslation('trainer');
  const id = useId();
  const { criterionId, levels } = criterion;
  const change = (at: number, changes: object): void =>
    update((now) =>
      changeCriterion(now, criterionId, {
        levels: levels.map((level, index) => (index === at ? { ...level, ...changes } : level)),
      }),
    );
  const step = (at: number, by: 1 | -1): void => {
    if (!levels[at + by]) return;
    update((now) => stepLevel(now, criterionId, at, by));
    focusLater(`${id}${at + by}/${by}`);
  };
  const remove = (at: number): void => {
    const before = design;
    update((now) => removeLevel(now, criterionId, at));
    offerUndo(t('editor.removed', { title: nameOf(at) }), async () =>
      update((now) => putCriterionBack(now, before, criterionId)),
    );
  };
  const nameOf = (at: number): string =>
    levels[at]!.title.trim() || t('assignment.rubric.levelOf', { place: at + 1, of: levels.length });
  return (
    <div role="group" aria-labelledby={`${id}label`}>
      <p id={`${id}label`} className={classes.label}>
        {t('assignment.rubric.levelsTitle')}
      </p>
      <ol className={classes.levels}>
        {levels.map((level, at) => (
          <li key={at} className={classes.level}>
            <WholeNumber
              label={t('assignment.rubric.points')}
              value={level.points}
              min={0}
              max={100}
              error={errorOf(`levels.${at}.points`)}
              onChange={(points) => change(at, { points })}
              onBlur={onBlur}
            />
            <TextInput
              label={t('assignment.rubric.level')}
              value={level.title}
              maxLength={120}
              error={errorOf(`levels.${at}.title`)}
              onChange={(event) => change(at, { title: event.currentTarget.value })}
              onBlur={onBlur}
            />
            <div className={classes.levelActions}>
              {([-1, 1] as const).map((by) => (
                <ActionIcon
                  key={by}
                  id={`${id}${at + 0}/${by}`}
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t(by < 0 ? 'assignment.rubric.levelUp' : 'assignment.rubric.levelDown', {
                    title: nameOf(at),
                  })}
                  onClick={() => step(at, by)}
                >
                  {by < 0 ? <IconArrowUp size={18} stroke={1.7} /> : <IconArrowDown size={18} stroke={1.7} />}
                </ActionIcon>
              ))}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                disabled={levels.length <= 2}
                aria-label={t('assignment.rubric.levelRemove', { title: nameOf(at) })}
                onClick={() => remove(at)}
              >
                <IconX size={18} stroke={1.7} />
              </ActionIcon>
            </div>
            <Textarea
              size="sm"
              className={classes.levelText}
              aria-label={t('assignment.rubric.descriptionOf', { title: nameOf(at) })}
              placeholder={t('assignment.rubric.descriptionExample')}
              value={level.description ?? ''}
              rows={1}
              classNames={{ input: classes.grows }}
              maxLength={1_000}
              error={errorOf(`levels.${at}.description`)}
              onChange={(event) => change(at, { description: event.currentTarget.value || null })}
              onBlur={onBlur}
            />
          </li>
        ))}
      </ol>
      {errorOf('levels') && (
        <p role="alert" className={classes.error}>
          {errorOf('levels')}
        </p>
      )}
      {levels.length < mostLevels && (
        <Button variant="subtle" size="compact-md" onClick={() => update((now) => addLevel(now, criterionId))}>
          {t('assignment.rubric.addLevel')}
        </Button>
      )}
    </div>
  );
}

/** What moves takes the keyboard with it. */
function focusLater(id: string): void {
  setTimeout(() => document.getElementById(id)?.focus());
}
