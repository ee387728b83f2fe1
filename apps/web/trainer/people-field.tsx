import type { PersonView } from '@kohorte/contracts';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useTranslation } from 'react-i18next';
import classes from './people-field.module.css';
import { PersonSearch } from './person-search.js';

interface Parts {
  label: string;
  description?: string;
  error?: string;
  people: readonly PersonView[];
  onChange: (people: PersonView[]) => void;
}

/** Several people, chosen by name. */
export function PeopleField({ label, description, error, people, onChange }: Parts) {
  const { t } = useTranslation('trainer');
  return (
    <div className={classes.people}>
      <PersonSearch
        label={label}
        description={description}
        error={error}
        without={people.map(({ userId }) => userId)}
        onPick={(person) => onChange([...people, person])}
      />
      {people.length > 0 && (
        <ul className={classes.chosen}>
          {people.map((person) => (
            <li key={person.userId}>
              {person.name}
              <button
                type="button"
                aria-label={t('plan.removePerson', { name: person.name })}
                onClick={() => onChange(people.filter((one) => one !== person))}
              >
                <IconX size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
