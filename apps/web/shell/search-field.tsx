import '../people/fields.js';
import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs';

/** Looks for words while one types; told a moment after the last key. */
export function SearchField(props: {
  label: string;
  words?: string;
  className?: string;
  onSearch: (words: string) => void;
}) {
  const look = useDebouncedCallback((words: string) => props.onSearch(words), 250);
  return (
    <TextInput
      type="search"
      className={props.className}
      aria-label={props.label}
      placeholder={props.label}
      leftSection={<IconSearch size={18} stroke={1.7} aria-hidden="true" />}
      defaultValue={props.words}
      onChange={(event) => look(event.currentTarget.value.trim())}
    />
  );
}
