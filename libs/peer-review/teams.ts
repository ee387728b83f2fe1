import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { fieldProblem, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { regroupDrafts } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { RoundViews } from './round-views.js';
import { Rounds } from './rounds.js';
import { joinDrafts, type RegroupedDrafts } from './team-drafts.js';

type AskedTeam = BodyOf<'PUT /cohorts/:cohortId/assignments/:itemId/teams'>['teams'][number];

/** Who hands in together. */
@Injectable()
export class Teams {
  constructor(
    private readonly work: Work,
    private readonly rounds: Rounds,
    private readonly roundViews: RoundViews,
  ) {}

  /**
   * Sets the teams of a round; those that have handed in stay, also where they are not named again.
   *
   * Nothing that anybody has typed is lost. The draft of a team goes on with most of those who wrote it, and whoever
   * leaves takes a copy along. Where several drafts come together in a new team, their texts stand one below the other
   * with a rule between, with all their files; a second link or video stands among the text.
   * @throws {Problem} `invalid-input` where the assignment is for each alone, `team-overlaps`, `team-handed-in`
   */
  async make(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    teams: AskedTeam[],
  ): Promise<ReplyOf<'PUT /cohorts/:cohortId/assignments/:itemId/teams'>> {
    await this.work.run(async (unit) => {
      const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort', unit);
      if (!round.design.teams)
        throw new Problem('invalid-input', { errors: [fieldProblem('teams', 'alone-here', actor.language)] });
      const { roundId } = await this.rounds.begin(unit, round);
      const there = await whatIsThere(unit, roundId, cohortId, teams);
      const { kept, made, gone, alone } = decide(teams, there);
      if (kept.every(({ renamed }) => !renamed) && made.length === 0 && gone.length === 0) return;
      const rows = made.map((team) => ({ teamId: unit.ids.next(), ...team }));
      await saveTeams(unit, roundId, { gone, renamed: kept.filter(({ renamed }) => renamed), made: rows });
      await joinDrafts(unit, roundId, regrouped(unit, there, rows, alone), {
        drafts: there.drafts,
        template: round.design.template,
      });
      unit.record('peer-review.teams-made', { roundId });
    }, actor.userId);
    return this.roundViews.view(actor, cohortId, itemId);
  }
}

interface There {
  /** Of those who are named, the members of the cohort; and who is in a team already. */
  members: string[];
  teams: { teamId: string; name: string; members: string[]; handedIn: boolean }[];
  /** Enrolments that have handed in, alone or in a team. */
  handedIn: string[];
  drafts: { submissionId: string; authorIds: string[]; isEmpty: boolean }[];
}

/** Everything that teams are decided by, in two statements; whoever writes, hands in or makes teams meanwhile waits. */
async function whatIsThere(unit: Unit, roundId: string, cohortId: string, asked: AskedTeam[]): Promise<There> {
  const named = asked.flatMap(({ enrolmentIds }) => enrolmentIds);
  await unit.query(
    `with round as (select id from review_round where id = $1 for no key update),
     place as (
       select e.id from enrolment e, round
       where e.id = any ($2::uuid[]) or e.id in (select m.enrolment_id from team_member m where m.round_id = $1)
       order by e.id for no key update of e),
     shared as (select t.id from team t, round where t.round_id = round.id order by t.id for no key update of t)
     select s.id from submission s
     where s.round_id = $1 and (select count(*) from place) + (select count(*) from shared) >= 0 and exists (
       select from submission_author a where a.submission_id = s.id and (a.enrolment_id = any ($2::uuid[])
         or a.enrolment_id in (select m.enrolment_id from team_member m where m.round_id = $1)))
     order by s.id for update of s`,
    [roundId, named],
  );
  const [row] = await unit.query<There>(
    `with concerned as (
       select e.id from enrolment e
       where e.cohort_id = $2 and e.status in ('active', 'completed') and (e.id = any ($3::uuid[])
         or e.id in (select m.enrolment_id from team_member m where m.round_id = $1))
     ), concerned_work as (
       select s.*, array_agg(a.enrolment_id order by a.enrolment_id) as author_ids
       from submission s join submission_author a on a.submission_id = s.id
       where s.round_id = $1
       group by s.id having bool_or(a.enrolment_id in (select id from concerned))
     )
     select (select coalesce(json_agg(id), '[]') from concerned) as members,
       (select coalesce(json_agg(json_build_object('teamId', t.id, 'name', t.name,
           'members', (select coalesce(json_agg(m.enrolment_id), '[]') from team_member m where m.team_id = t.id),
           'handedIn', exists (select from submission s where s.team_id = t.id and s.handed_in_at is not null))), '[]')
         from team t where t.round_id = $1) as teams,
       (select coalesce(json_agg(author), '[]') from concerned_work w, unnest(w.author_ids) author
         where w.handed_in_at is not null) as "handedIn",
       (select coalesce(json_agg(json_build_object('submissionId', w.id, 'authorIds', w.author_ids, 'isEmpty',
           w.text is null and w.link is null and w.video is null
             and not exists (select from submission_file f where f.submission_id = w.id))
           order by w.changed_at desc, w.id), '[]')
         from concerned_work w where w.handed_in_at is null) as drafts`,
    [roundId, cohortId, named],
  );
  return row!;
}

interface Decided {
  kept: { teamId: string; name: string; renamed: boolean }[];
  made: { name: string; members: string[] }[];
  gone: string[];
  /** Who was in a team and is in none now. */
  alone: string[];
}

/** @throws {Problem} `team-overlaps`, `team-handed-in` */
function decide(asked: AskedTeam[], there: There): Decided {
  const members = new Set(there.members);
  const seen = new Set<string>();
  const handedIn = new Set(there.handedIn);
  const before = new Map(there.teams.map((team) => [keyOf(team.members), team]));
  const kept: Decided['kept'] = [];
  const made: Decided['made'] = [];
  for (const { name, enrolmentIds } of asked) {
    const ids = enrolmentIds.map((id) => id.toLowerCase());
    const same = before.get(keyOf(ids));
    if (ids.some((id) => seen.has(id) || (!same && !members.has(id)))) throw new Problem('team-overlaps');
    for (const id of ids) seen.add(id);
    if (same) kept.push({ teamId: same.teamId, name, renamed: !same.handedIn && same.name !== name });
    else if (ids.some((id) => handedIn.has(id))) throw new Problem('team-handed-in');
    else made.push({ name, members: ids });
  }
  const keptIds = new Set(kept.map(({ teamId }) => teamId));
  const gone = there.teams.filter(({ teamId, handedIn: isIn }) => !isIn && !keptIds.has(teamId));
  const alone = gone.flatMap((team) => team.members).filter((id) => members.has(id) && !seen.has(id));
  return { kept, made, gone: gone.map(({ teamId }) => teamId), alone };
}

function keyOf(enrolmentIds: readonly string[]): string {
  return enrolmentIds.toSorted().join(' ');
}

async function saveTeams(
  unit: Unit,
  roundId: string,
  teams: {
    gone: string[];
    renamed: { teamId: string; name: string }[];
    made: { teamId: string; name: string; members: string[] }[];
  },
): Promise<void> {
  await unit.query(`delete from team where id = any ($1::uuid[])`, [teams.gone]);
  const all = [...teams.renamed, ...teams.made];
  await unit.query(
    `insert into team (id, round_id, name) select id, $1, name from unnest($2::uuid[], $3::text[]) t (id, name)
     on conflict (id) do update set name = excluded.name`,
    [roundId, all.map(({ teamId }) => teamId), all.map(({ name }) => name)],
  );
  await unit.query(
    `insert into team_member (round_id, enrolment_id, team_id)
     select $1, enrolment_id, team_id from unnest($2::uuid[], $3::uuid[]) m (enrolment_id, team_id)`,
    [
      roundId,
      teams.made.flatMap(({ members }) => members),
      teams.made.flatMap(({ teamId, members }) => members.map(() => teamId)),
    ],
  );
}

/** What each new team, and each who is alone again, goes on with; an empty draft is not worth a copy. */
function regrouped(
  unit: Unit,
  there: There,
  made: { teamId: string; members: string[] }[],
  alone: string[],
): RegroupedDrafts {
  const groups = [...made, ...alone.map((id) => ({ teamId: null, members: [id] }))];
  const empty = new Set(there.drafts.filter(({ isEmpty }) => isEmpty).map(({ submissionId }) => submissionId));
  const { groups: goOn, heirs } = regroupDrafts(
    there.drafts,
    groups.map(({ members }) => members),
  );
  const all = groups.map(({ teamId, members }, index) => {
    const { keeps, from } = goOn[index]!;
    const sources = from.filter((id) => id === keeps || !empty.has(id));
    return { teamId, members, sources, submissionId: keeps ?? (sources.length > 0 ? unit.ids.untimed() : null) };
  });
  return { groups: all, heirs: [...heirs].map(([from, index]) => ({ from, to: all[index]!.submissionId })) };
}
