import type { PersonView } from '@kohorte/contracts';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { queryFor } from '../queries.js';
import classes from './composer.module.css';
import { nameBeing } from './mentions.js';

/**
 * Offers people while a name is typed after an `@`: arrow keys choose, Enter or Tab takes, Escape says no. Focus stays
 * in the text.
 */
export function useNaming(
  listId: string,
  cohortId: string,
  text: string,
  onPerson: (person: PersonView, from: number) => void,
) {
  // prettier-ignore
  const [caret, setCaret] = useState(-1);
  const [refused, setRefused] = useState(-1);
  const [active, setActive] = useState(0);
  const being = caret < 0 ? null : nameBeing(text, caret);
  const [words] = useDebouncedValue(being?.words ?? '', 150);
  const found = useQuery({
    ...queryFor('GET /cohorts/:cohortId/mentionable', { params: { cohortId }, query: { title: words } }),
    enabled: words !== '',
    placeholderData: keepPreviousData,
  }).data;
  const isOpen = being !== null && being.from !== refused && (found?.length ?? 0) > 0 && words !== '';
  const people = isOpen ? (found ?? []).slice(0, 8) : [];
  const chosen = Math.min(active, people.length - 1);
  const take = (person: PersonView): void => {
    setCaret(-1);
    setActive(0);
    if (being) onPerson(person, being.from);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'ArrowDown') setActive((chosen + 1) % people.length);
    else if (event.key === 'ArrowUp') setActive((chosen + people.length - 1) % people.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(people[chosen]!);
    else if (event.key === 'Escape') setRefused(being.from);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return {
    people,
    chosen,
    take,
    onKeyDown,
    /** Tells where the caret is after each change and move. */
    onCaret: (at: number): void => {
      setCaret(at);
      if (at !== caret) setActive(0);
    },
    onLeave: (): void => setCaret(-1),
    attributes: {
      'aria-autocomplete': 'list',
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? `${listId}-${chosen}` : undefined,
    } as const,
  };
}

interface Offered {
  listId: string;
  people: PersonView[];
  chosen: number;
  take: (person: PersonView) => void;
}

/** The people to choose from, below the text. */
export function People({ listId, people, chosen, take }: Offered) {
  const { t } = useTranslation('discussion');
  return (
    <>
      <p role="status" className="unseen">
        {people.length > 0 && t('write.peopleFound', { count: people.length })}
      </p>
      {people.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('write.people')} className={classes.people}>
          {people.map((person, index) => (
            // The keys are heard by the text, which keeps the focus.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={person.userId}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(person)}
            >
              <span className={classes.personName}>{person.name}</span>
              <span className="small faint">{[person.jobTitle, person.unit].filter(Boolean).join(' · ')}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
