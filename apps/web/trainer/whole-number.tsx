import './fields.js';
import { NumberInput } from '@mantine/core';
import { useState } from 'react';

interface Parts {
  label: string;
  description?: string;
  value: number | null;
  min: number;
  max: number;
  error?: string;
  placeholder?: string;
  /** An empty field means something: no limit, no wish. Otherwise it waits for a number. */
  onEmpty?: () => void;
  onChange: (value: number) => void;
  onBlur?: () => void;
}

/** A whole number within bounds. */
export function WholeNumber({ value, onEmpty, onChange, onBlur, ...parts }: Parts) {
  const [isEmpty, setEmpty] = useState(false);
  return (
    <NumberInput
      size="md"
      {...parts}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={isEmpty ? '' : (value ?? '')}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={(next) => {
        setEmpty(next === '');
        if (typeof next === 'number') onChange(next);
        else if (next === '') onEmpty?.();
      }}
      onBlur={() => {
        setEmpty(false);
        onBlur?.();
      }}
    />
  );
}
