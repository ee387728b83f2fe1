import './fields.js';
import type { PersonView } from '@kohorte/contracts';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiKeeping } from '../queries.js';
import { inPlace } from './in-place.js';

interface Parts {
  label: string;
  description?: string;
  error?: string;
  /** Already chosen: not offered again. */
  without?: readonly string[];
  onPick: (person: PersonView) => void;
}

/** Finds one person by name after the other. */
export function PersonSearch({ label, description, error, without = [], onPick }: Parts) {
  const { t } = useTranslation('trainer');
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 200);
  const { data } = useApiKeeping('GET /people', { query: { search: search || undefined, limit: 20 } });
  const people = (data?.rows ?? []).filter(({ userId }) => !without.includes(userId));
  return (
    <Select
      size="md"
      label={label}
      description={description}
      error={error}
      placeholder={t('plan.typeName')}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...inPlace}
      searchable
      value={null}
      searchValue={words}
      onSearchChange={setWords}
      // The server has searched already.
      filter={({ options }) => options}
      data={people.map((person) => ({
        value: person.userId,
        label: [person.name, person.jobTitle ?? person.unit].filter(Boolean).join(', '),
      }))}
      nothingFoundMessage={t('plan.noPerson')}
      onChange={(userId) => {
        const person = people.find((one) => one.userId === userId);
        if (!person) return;
        onPick(person);
        setWords('');
      }}
    />
  );
}
