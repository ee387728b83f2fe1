import '../fields.js';
import type { RoundPersonRow, RoundView } from '@kohorte/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { useState } from 'react';
import { api } from '../../api.js';
import { useApiMutation } from '../../queries.js';
import { Dialog } from '../../shell/dialog.js';
import { ProblemNote } from '../../shell/trouble.js';
import chips from '../people-field.module.css';
import { WholeNumber } from '../whole-number.js';
import { mixedTeams } from './mixed-teams.js';
import { changedForLearners } from './refreshed.js';
import classes from './teams.module.css';
import { useRoundWords } from './words.js';

/** Who is in which team, as it is being put together. */
interface Team {
  key: string;
  name: string;
  enrolmentIds: string[];
  /** Has handed in: stays as it is. */
  isLocked: boolean;
}

const usualSize = 3;

/** Puts teams together: by hand, or mixed at random. Nothing is saved before all of it is. */
export default function Teams({ round, onClose }: { round: RoundView; onClose: () => void }) {
  const { t } = useRoundWords();
  const { cohortId, itemId } = round;
  const { data: people, error } = useQuery({
    queryKey: ['GET /cohorts/:cohortId/assignments/:itemId/round/people', 'everybody', cohortId, itemId],
    queryFn: () => everybody({ cohortId, itemId }),
  });
  if (people) return <Making round={round} people={people} onClose={onClose} />;
  return (
    <Dialog key="reading" title={t('teams.title')} onClose={onClose}>
      <p role="status" className="small faint">
        {!error && t('teams.reading')}
      </p>
      <ProblemNote problem={error} />
    </Dialog>
  );
}

/** All pages of the people who are still there, since anybody may be in any team. */
async function everybody(params: { cohortId: string; itemId: string }): Promise<RoundPersonRow[]> {
  const rows: RoundPersonRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await api('GET /cohorts/:cohortId/assignments/:itemId/round/people', {
      params,
      query: { limit: 200, cursor },
    });
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return rows.filter(({ state }) => state !== 'left');
}

interface Parts {
  round: RoundView;
  people: RoundPersonRow[];
  onClose: () => void;
}

const hasHandedIn = ({ handedInAt }: RoundPersonRow): boolean => handedInAt !== null;

function Making({ round, people, onClose }: Parts) {
  const { t, list } = useRoundWords();
  const { cohortId, itemId } = round;
  const byId = new Map(people.map((row) => [row.enrolmentId, row]));
  const [teams, setTeams] = useState<Team[]>(() =>
    round.teams.map(({ teamId, name, members }) => ({
      key: teamId,
      name,
      enrolmentIds: members.map(({ enrolmentId }) => enrolmentId),
      isLocked: members.some(({ enrolmentId }) => byId.has(enrolmentId) && hasHandedIn(byId.get(enrolmentId)!)),
    })),
  );
  const [size, setSize] = useState(usualSize);
  const [isMixed, setMixed] = useState(false);
  const save = useApiMutation('PUT /cohorts/:cohortId/assignments/:itemId/teams', {
    refreshes: changedForLearners,
    onDone: onClose,
  });
  const taken = new Set(teams.flatMap(({ enrolmentIds }) => enrolmentIds));
  const alone = people.filter(({ enrolmentId }) => !taken.has(enrolmentId));
  const free = alone.filter((row) => !hasHandedIn(row));
  const nextNumber = (of: readonly Team[]): number =>
    [...Array(of.length + 1).keys()]
      .map((at) => at + 1)
      .find((number) => !of.some(({ name }) => name === t('teams.defaultName', { number })))!;
  const withTeam = (of: readonly Team[], enrolmentIds: string[]): Team[] => [
    ...of,
    {
      key: crypto.randomUUID(),
      name: t('teams.defaultName', { number: nextNumber(of) }),
      enrolmentIds,
      isLocked: false,
    },
  ];
  const mix = (): void => {
    const locked = teams.filter(({ isLocked }) => isLocked);
    const stay = new Set(locked.flatMap(({ enrolmentIds }) => enrolmentIds));
    const toMix = people.filter((row) => !stay.has(row.enrolmentId) && !hasHandedIn(row));
    const mixed = mixedTeams(toMix.map(({ enrolmentId }) => enrolmentId), size, drawn); // prettier-ignore
    setTeams(mixed.reduce((all, enrolmentIds) => withTeam(all, enrolmentIds), locked));
    setMixed(true);
  };
  const change = (key: string, changes: Partial<Team>): void =>
    setTeams(teams.map((team) => (team.key === key ? { ...team, ...changes } : team)));
  const isWhole = teams.every(({ name, enrolmentIds }) => name.trim() !== '' && enrolmentIds.length > 0);
  return (
    <Dialog
      key="making"
      title={t('teams.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('teams.cancel')}
          </Button>
          <Button
            loading={save.isPending}
            disabled={!isWhole}
            onClick={() =>
              save.mutate({
                params: { cohortId, itemId },
                body: { teams: teams.map(({ name, enrolmentIds }) => ({ name: name.trim(), enrolmentIds })) },
              })
            }
          >
            {t('teams.do')}
          </Button>
        </>
      }
    >
      <div className={classes.making}>
        <p className="small faint">{t('teams.intro')}</p>
        <div className={classes.mix}>
          <WholeNumber label={t('teams.size')} value={size} min={2} max={20} onChange={setSize} />
          <Button variant="default" size="md" onClick={mix}>
            {t('teams.mix')}
          </Button>
        </div>
        <p role="status" className="small">
          {isMixed && t('teams.mixed')}
        </p>
        <ul className={classes.teams}>
          {teams.map((team) => (
            <TeamFields
              key={team.key}
              team={team}
              byId={byId}
              free={free}
              onChange={(changes) => change(team.key, changes)}
              onDissolve={() => setTeams(teams.filter(({ key }) => key !== team.key))}
            />
          ))}
        </ul>
        <Button variant="default" onClick={() => setTeams(withTeam(teams, []))}>
          {t('teams.addTeam')}
        </Button>
        <p className="small faint">
          {t('teams.alone', { count: alone.length, names: list(alone.map(({ person }) => person.name)) })}
        </p>
        {!isWhole && <p className="small faint">{t('teams.empty')}</p>}
        <ProblemNote problem={save.error} />
      </div>
    </Dialog>
  );
}

/** Chance from the browser's own source. */
const drawn = (): number => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

interface FieldParts {
  team: Team;
  byId: ReadonlyMap<string, RoundPersonRow>;
  /** Who is in no team yet and may come into one. */
  free: readonly RoundPersonRow[];
  onChange: (changes: Partial<Team>) => void;
  onDissolve: () => void;
}

function TeamFields({ team, byId, free, onChange, onDissolve }: FieldParts) {
  const { t } = useRoundWords();
  const { name, enrolmentIds, isLocked } = team;
  const nameOf = (enrolmentId: string): string => byId.get(enrolmentId)?.person.name ?? '–';
  return (
    <li className={classes.team}>
      <div className={classes.head}>
        {isLocked ? (
          <p>
            <strong>{name}</strong> <span className="small faint">({t('teams.locked')})</span>
          </p>
        ) : (
          <>
            <TextInput
              aria-label={t('teams.name')}
              value={name}
              maxLength={100}
              className={classes.name}
              onChange={(event) => onChange({ name: event.currentTarget.value })}
            />
            <Button variant="subtle" color="gray" aria-label={t('teams.dissolveOf', { name })} onClick={onDissolve}>
              {t('teams.dissolve')}
            </Button>
          </>
        )}
      </div>
      {enrolmentIds.length > 0 && (
        <ul className={`${chips.chosen} ${classes.members}`}>
          {enrolmentIds.map((enrolmentId) => (
            <li key={enrolmentId}>
              {nameOf(enrolmentId)}
              {!isLocked && (
                <button
                  type="button"
                  aria-label={t('teams.removePerson', { name: nameOf(enrolmentId), team: name })}
                  onClick={() => onChange({ enrolmentIds: enrolmentIds.filter((one) => one !== enrolmentId) })}
                >
                  <IconX size={14} aria-hidden="true" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {!isLocked && free.length > 0 && (
        <NativeSelect
          aria-label={t('teams.addPersonTo', { name })}
          value=""
          data={[
            { value: '', label: t('teams.choose') },
            ...free.map(({ enrolmentId, person }) => ({ value: enrolmentId, label: person.name })),
          ]}
          onChange={(event) => {
            const { value } = event.currentTarget;
            if (value) onChange({ enrolmentIds: [...enrolmentIds, value] });
          }}
        />
      )}
    </li>
  );
}
