import type { Phases } from '@kohorte/rules';
import type { Query } from './round-row.js';
import { type PhaseColumns, phasesOfRow } from './row-phases.js';

/** An author who has not left, with the phases they go by. */
export interface AuthorPhases {
  roundId: string;
  submissionId: string;
  enrolmentId: string;
  phases: Phases;
}

/** What the phases of `authorPhases` are worked out from; the author `a` of the submission `s` in the round `rr`. */
const select = `
  select rr.id as round_id, s.id as submission_id, a.enrolment_id, c.time_zone, i.assignment as design,
    coalesce(i.due_after_days, 0) as due_after_days, coalesce(own.opens_at, shared.opens_at) as opens_at,
    rr.due_moved_to, rr.reviews_moved_to
  from submission s
  join review_round rr on rr.id = s.round_id
  join cohort c on c.id = rr.cohort_id
  join item i on i.id = rr.item_id
  join submission_author a on a.submission_id = s.id
  join enrolment e on e.id = a.enrolment_id and e.status in ('active', 'completed')
  left join release own on c.pacing = 'relative'
    and own.cohort_id = c.id and own.module_id = i.module_id and own.enrolment_id = a.enrolment_id
  left join release shared on shared.cohort_id = c.id and shared.module_id = i.module_id and shared.enrolment_id is null`;

/**
 * The phases of authors, each by their own start where the cohort goes by that, for a condition on the tables of
 * `select`. Extensions are left out: they move hand-ins, not reviews and grades.
 */
export async function authorPhases(query: Query, condition: string, values: unknown[]): Promise<AuthorPhases[]> {
  const rows = await query<
    Omit<PhaseColumns, 'opens_at'> & {
      round_id: string;
      submission_id: string;
      enrolment_id: string;
      opens_at: Date | null;
    }
  >(`${select} where ${condition} order by s.id, a.enrolment_id`, values);
  return rows.flatMap((row) =>
    row.opens_at === null
      ? []
      : [
          {
            roundId: row.round_id,
            submissionId: row.submission_id,
            enrolmentId: row.enrolment_id,
            phases: phasesOfRow({ ...row, opens_at: row.opens_at }, null),
          },
        ],
  );
}

/** Whether the grade of a submission is shown to anybody yet. */
export async function isShown(query: Query, submissionId: string, now: Date): Promise<boolean> {
  const authors = await authorPhases(query, 's.id = $1', [submissionId]);
  return authors.some(({ phases }) => now >= phases.publishAt);
}
