import './fields.js';
import { TagsInput } from '@mantine/core';
import { inPlace } from './in-place.js';

interface Parts {
  label: string;
  description?: string;
  placeholder?: string;
  value: readonly string[];
  /** What others have written before, to choose from. */
  known: readonly string[];
  most?: number;
  error?: string;
  onChange: (tags: string[]) => void;
  onBlur?: () => void;
}

/** Several short words; each is trimmed and in lower case, so that the same word is the same everywhere. */
export function TagsField({ value, known, most = 20, placeholder, onChange, ...parts }: Parts) {
  return (
    <TagsInput
      {...inPlace}
      size="md"
      {...parts}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={value.length === 0 ? placeholder : undefined}
      value={[...value]}
      data={[...known]}
      maxTags={most}
      acceptValueOnBlur
      splitChars={[',', ';']}
      onChange={(tags) => onChange([...new Set(tags.map(tagOf).filter(Boolean))])}
    />
  );
}

const tagOf = (word: string): string => word.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, 50);
