import type { Unit } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { Round } from './round.js';
import { Rounds } from './rounds.js';

/** The own submission, locked until the decision is made. */
export interface LockedSubmission {
  id: string;
  roundId: string;
  /** The newest of the round. */
  rubricId: string;
  revision: number;
  text: string | null;
  link: string | null;
  video: string | null;
  /** Complete ones, and those on their way. */
  files: number;
  uploads: number;
  handedInAt: Date | null;
  /** Has been given to a reviewer, ever. */
  isBeingReviewed: boolean;
}

/** The id of what the enrolment `$2` works on in the round `$1`: the submission of the team `$3`, else the own one. */
export const ownSubmissionId = `coalesce(
  (select of_team.id from submission of_team where of_team.team_id = $3),
  (select own.submission_id from submission_author own where own.round_id = $1 and own.enrolment_id = $2))`;

/** Whether the submission `s` has ever been given to a reviewer. */
export const wasEverAllocated = `exists (
  select from review v where v.submission_id = s.id and v.kind in ('peer', 'trainer'))`;

/** Whether the person `userId` is an author of the submission `s` and still in the cohort. */
export const isByMember = (userId: string): string => `exists (
  select from submission_author by_a join enrolment by_e on by_e.id = by_a.enrolment_id
  where by_a.submission_id = s.id and by_a.user_id = ${userId} and by_e.status in ('active', 'completed'))`;

/** Begins submissions, each once however many people and devices begin it at the same moment. */
@Injectable()
export class Drafts {
  constructor(private readonly rounds: Rounds) {}

  /** The own submission, or that of the team; begun where nobody has yet. */
  async begin(unit: Unit, round: Round): Promise<LockedSubmission> {
    const { roundId } = await this.rounds.begin(unit, round);
    const place = await lockPlace(unit, round, roundId);
    const begun = await locked(unit, place, roundId);
    if (begun?.handedInAt || (begun && !place.teamId)) return begun;
    const submissionId = begun?.id ?? unit.ids.untimed();
    if (!begun)
      await unit.query(`insert into submission (id, round_id, team_id, changed_at) values ($1, $2, $3, $4)`, [
        submissionId,
        roundId,
        place.teamId,
        unit.now,
      ]);
    await addAuthors(unit, place, { roundId, submissionId });
    return begun ?? (await locked(unit, place, roundId))!;
  }

  /** The own submission where there is one; nothing is begun. */
  async find(unit: Unit, round: Round): Promise<LockedSubmission | null> {
    if (!round.roundId) return null;
    return locked(unit, await lockPlace(unit, round, round.roundId), round.roundId);
  }
}

/** Where somebody works: in a team, or alone. */
type Place = Pick<Round, 'enrolmentId' | 'teamId'>;

/**
 * Whoever works in the same place at the same moment waits, and so does who makes teams: they lock the enrolments of all
 * whom they move, so that the team is read once the own one is locked. What was read before may be of a team that is gone.
 */
async function lockPlace(unit: Unit, { enrolmentId, design }: Round, roundId: string): Promise<Place> {
  await unit.query(`select from enrolment where id = $1 for no key update`, [enrolmentId]);
  if (!design.teams) return { enrolmentId, teamId: null };
  const [team] = await unit.query<{ id: string }>(
    `select t.id from team t join team_member m on m.team_id = t.id
     where m.round_id = $1 and m.enrolment_id = $2 for no key update of t`,
    [roundId, enrolmentId],
  );
  return { enrolmentId, teamId: team?.id ?? null };
}

async function locked(unit: Unit, place: Place, roundId: string): Promise<LockedSubmission | null> {
  const [row] = await unit.query<LockedSubmission>(
    `select s.id, s.round_id as "roundId", s.revision, s.text, s.link, s.video, s.handed_in_at as "handedInAt",
       (select b.id from rubric b where b.round_id = $1 order by b.number desc limit 1) as "rubricId",
       (select count(*)::int from submission_file x where x.submission_id = s.id) as files,
       (select count(*)::int from upload u where u.submission_id = s.id and u.file_id is null) as uploads,
       ${wasEverAllocated} as "isBeingReviewed"
     from submission s where s.id = ${ownSubmissionId} for update of s`,
    [roundId, place.enrolmentId, place.teamId],
  );
  return row ?? null;
}

/** All of a team, or who works alone. Whoever has a submission of their own already keeps it. */
async function addAuthors(
  unit: Unit,
  { teamId, enrolmentId }: Place,
  { roundId, submissionId }: { roundId: string; submissionId: string },
): Promise<void> {
  await unit.query(
    `insert into submission_author (round_id, enrolment_id, submission_id, user_id)
     select $1, e.id, $2, e.user_id from enrolment e
     where ${teamId ? `e.id in (select enrolment_id from team_member where team_id = $3)` : `e.id = $3`}
       and e.status in ('active', 'completed')
     on conflict (round_id, enrolment_id) do nothing`,
    [roundId, submissionId, teamId ?? enrolmentId],
  );
}
