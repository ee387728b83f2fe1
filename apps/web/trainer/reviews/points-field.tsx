import { NumberInput } from '@mantine/core';
import { useRoundWords } from './words.js';

interface Parts {
  value: number | null;
  isMissing: boolean;
  onChange: (value: number | null) => void;
}

/** Points of 100, with at most one decimal, in the reader's way of writing numbers. */
export function PointsField({ value, isMissing, onChange }: Parts) {
  const { t, times } = useRoundWords();
  return (
    <NumberInput
      size="md"
      label={t('submission.grade.points')}
      value={value ?? ''}
      min={0}
      max={100}
      decimalScale={1}
      decimalSeparator={times.number(0.5).charAt(1)}
      clampBehavior="strict"
      allowNegative={false}
      hideControls
      error={isMissing ? t('submission.grade.needsPoints') : undefined}
      data-autofocus
      onChange={(next) => onChange(typeof next === 'number' ? next : null)}
    />
  );
}
