import '../fields.js';
import type { CohortView, EnrolmentRow, LearningGroupView } from '@kohorte/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Table } from '../../admin/table.js';
import { useApiMutation } from '../../queries.js';
import { Choice } from '../../shell/choice.js';
import { Section } from '../../shell/page.js';
import { SearchField } from '../../shell/search-field.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './discussion.module.css';
import { useEverybody } from './everybody.js';
import { asInput, freeNumber, type GroupDraft, type Grouping, placed, without } from './grouping.js';
import { changedInGroups } from './refreshed.js';
import { useModerationWords } from './words.js';

interface Parts {
  cohort: CohortView;
  groups: readonly LearningGroupView[];
  onClose: () => void;
}

/** Puts learning groups together person by person; nothing is saved before all of it is. */
export default function GroupsByHand({ cohort: { cohortId }, groups, onClose }: Parts) {
  const { t } = useModerationWords();
  const { people, error } = useEverybody(cohortId);
  const nameOf = (number: number): string => t('byHand.usualName', { number });
  const newGroup = (others: readonly GroupDraft[]): GroupDraft => ({
    key: crypto.randomUUID(),
    name: nameOf(freeNumber(others, nameOf)),
  });
  const [grouping, setGrouping] = useState<Grouping>(() => ({
    groups: groups.length === 0 ? [newGroup([])] : groups.map(({ groupId, name }) => ({ key: groupId, name })),
    of: new Map(groups.flatMap(({ groupId, members }) => members.map((one) => [one.enrolmentId, groupId]))),
  }));
  const save = useApiMutation('PUT /cohorts/:cohortId/learning-groups', {
    refreshes: changedInGroups,
    onDone: onClose,
  });
  const input = asInput(grouping);
  const isWhole = input.every(({ name, enrolmentIds }) => name !== '' && enrolmentIds.length > 0);
  const names = new Set(input.map(({ name }) => name));
  const isTwice = names.size < input.length;
  const rename = (key: string, name: string): void =>
    setGrouping({ ...grouping, groups: grouping.groups.map((one) => (one.key === key ? { key, name } : one)) });
  return (
    <>
      <Section title={t('byHand.groups')}>
        <p className={classes.intro}>{t('byHand.intro')}</p>
        <ul className={classes.drafts}>
          {grouping.groups.map(({ key, name }, index) => (
            <li key={key}>
              <TextInput
                aria-label={t('byHand.nameOf', { number: index + 1 })}
                value={name}
                maxLength={100}
                onChange={(event) => rename(key, event.currentTarget.value)}
              />
              <span className="small faint figures">
                {t('byHand.members', { count: input[index]?.enrolmentIds.length ?? 0 })}
              </span>
              <Button
                variant="subtle"
                color="gray"
                aria-label={t('byHand.removeOf', { name })}
                onClick={() => setGrouping(without(grouping, key))}
              >
                {t('byHand.remove')}
              </Button>
            </li>
          ))}
        </ul>
        <Button
          variant="default"
          onClick={() => setGrouping({ ...grouping, groups: [...grouping.groups, newGroup(grouping.groups)] })}
        >
          {t('byHand.add')}
        </Button>
      </Section>
      {people && <Placing people={people} grouping={grouping} onChange={setGrouping} />}
      <div className={classes.saving}>
        {!isWhole && <p className="small faint">{t('byHand.empty')}</p>}
        {isTwice && <p className="small faint">{t('byHand.twice')}</p>}
        <ProblemNote problem={error ?? save.error} />
        <div className={classes.actions}>
          <Button
            size="md"
            loading={save.isPending}
            disabled={!isWhole || isTwice || !people}
            onClick={() => save.mutate({ params: { cohortId }, body: { groups: input } })}
          >
            {t('byHand.save')}
          </Button>
          <Button variant="default" size="md" onClick={onClose}>
            {t('byHand.cancel')}
          </Button>
        </div>
      </div>
    </>
  );
}

const shownAtFirst = 60;

interface PlacingParts {
  people: readonly EnrolmentRow[];
  grouping: Grouping;
  onChange: (grouping: Grouping) => void;
}

/** Everybody, with the group they are in. */
function Placing({ people, grouping, onChange }: PlacingParts) {
  const { t } = useModerationWords();
  const [words, setWords] = useState('');
  const [which, setWhich] = useState<'all' | 'free'>('all');
  const [most, setMost] = useState(shownAtFirst);
  // Whoever was just placed stays in sight, so that the keyboard does not lose its row.
  const [free, setFree] = useState<ReadonlySet<string>>(new Set());
  const isFree = ({ enrolmentId }: EnrolmentRow): boolean => !grouping.of.has(enrolmentId);
  const found = people.filter(
    (row) =>
      (which === 'all' || free.has(row.enrolmentId)) &&
      `${row.person.name} ${row.person.unit ?? ''}`.toLowerCase().includes(words.toLowerCase()),
  );
  return (
    <Section title={t('byHand.people')} aside={t('byHand.free', { count: people.filter(isFree).length })}>
      <div className={classes.bar}>
        <search className={classes.grow}>
          <SearchField label={t('byHand.search')} onSearch={setWords} />
        </search>
        <Choice<'all' | 'free'>
          legend={t('byHand.which')}
          legendUnseen
          value={which}
          options={[
            { value: 'all', label: t('byHand.all') },
            { value: 'free', label: t('byHand.onlyFree') },
          ]}
          onChange={(next) => {
            setWhich(next);
            setFree(new Set(people.filter(isFree).map(({ enrolmentId }) => enrolmentId)));
          }}
        />
      </div>
      {found.length === 0 ? (
        <p className="faint">{t(words === '' && which === 'free' ? 'byHand.allPlaced' : 'byHand.noneFound')}</p>
      ) : (
        <Table label={t('byHand.table')}>
          <thead>
            <tr>
              <th scope="col">{t('byHand.person')}</th>
              <th scope="col">{t('byHand.group')}</th>
            </tr>
          </thead>
          <tbody className={classes.choosing}>
            {found.slice(0, most).map(({ enrolmentId, person }) => (
              <tr key={enrolmentId}>
                <th scope="row">
                  {person.name}
                  {person.unit && <span className={classes.since}>{person.unit}</span>}
                </th>
                <td>
                  <NativeSelect
                    aria-label={t('byHand.groupOf', { name: person.name })}
                    value={grouping.of.get(enrolmentId) ?? ''}
                    data={[
                      { value: '', label: t('byHand.noGroup') },
                      ...grouping.groups.map(({ key, name }) => ({ value: key, label: name || '–' })),
                    ]}
                    onChange={(event) => onChange(placed(grouping, enrolmentId, event.currentTarget.value || null))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {found.length > most && (
        <Button variant="default" mt={16} onClick={() => setMost(most + 200)}>
          {t('byHand.more')}
        </Button>
      )}
    </Section>
  );
}
