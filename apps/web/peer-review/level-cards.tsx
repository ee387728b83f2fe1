import type { Level } from '@kohorte/rules';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './level-cards.module.css';

interface Cards {
  legend: string;
  name: string;
  levels: readonly Level[];
  level: number | null;
  error: string | null;
  onChange: (level: number) => void;
}

/** The levels of a criterion as cards of which one is chosen; radio buttons, so that arrow keys go through them. */
export function LevelCards({ legend, name, levels, level, error, onChange }: Cards) {
  const { t } = useTranslation('peer-review');
  const errorId = useId();
  return (
    <fieldset className={classes.levels} aria-describedby={error ? errorId : undefined}>
      <legend>{legend}</legend>
      {levels.map(({ points, title, description }, index) => (
        <label key={points} className={classes.card}>
          <input type="radio" name={name} checked={level === index} onChange={() => onChange(index)} />
          <span className={classes.words}>
            <span className={classes.title}>{title}</span>
            {description && <span className={classes.description}>{description}</span>}
          </span>
          <span className={classes.points}>{t('rubric.points', { count: points })}</span>
        </label>
      ))}
      {error && (
        <p id={errorId} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
