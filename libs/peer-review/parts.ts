import { isPartDone } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { authorPhases } from './author-phases.js';
import { othersOnceOver } from './owed.js';
import type { Query } from './round-row.js';

/** Who has done their part in a round: handed in, and given the reviews they owe. */
@Injectable()
export class Parts {
  /** Of the enrolments given, those that have done their part; one statement, two where each goes by their own start. */
  async doneAmong(query: Query, roundId: string, enrolmentIds: readonly string[], now: Date): Promise<Set<string>> {
    const rows = await query<PartRow>(partsStatement, [roundId, enrolmentIds]);
    const over = rows[0]?.own_pace ? await overAmong(query, roundId, enrolmentIds, now) : null;
    const done = rows.filter(({ enrolment_id: id, give, given, closed, others }) =>
      isPartDone({ handedIn: true, give, given, others: (over?.has(id) ?? closed) ? others : null }),
    );
    return new Set(done.map(({ enrolment_id }) => enrolment_id));
  }
}

/** Of learners who go by their own start, those whose reviews are over. */
async function overAmong(
  query: Query,
  roundId: string,
  enrolmentIds: readonly string[],
  now: Date,
): Promise<Set<string>> {
  const authors = await authorPhases(query, 'rr.id = $1 and a.enrolment_id = any ($2)', [roundId, enrolmentIds]);
  return new Set(authors.filter(({ phases }) => now > phases.reviewsUntil).map(({ enrolmentId }) => enrolmentId));
}

/**
 * Of the enrolments $2 in the round $1, those that have handed in. Each review given counts, also one that a trainer has
 * set aside: the work was done.
 */
const partsStatement = `
  select a.enrolment_id, c.pacing = 'relative' as own_pace, (i.assignment #>> '{reviews,give}')::int as give,
    r.reviews_closed_at is not null as closed,
    ${othersOnceOver({ round: 'r.id', person: 'e.user_id', enrolment: 'e.id', until: 'r.reviews_closed_at' })} as others,
    (select count(*)::int from review v
     where v.enrolment_id = a.enrolment_id and v.round_id = r.id and v.kind = 'peer' and v.done_at is not null) as given
  from review_round r
  join cohort c on c.id = r.cohort_id
  join item i on i.id = r.item_id
  join submission_author a on a.round_id = r.id and a.enrolment_id = any ($2)
  join enrolment e on e.id = a.enrolment_id and e.status in ('active', 'completed')
  join submission s on s.id = a.submission_id and s.handed_in_at is not null and s.excluded_at is null
  where r.id = $1`;

interface PartRow {
  enrolment_id: string;
  own_pace: boolean;
  give: number;
  closed: boolean;
  others: number;
  given: number;
}
