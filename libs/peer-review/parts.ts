import { isPartDone } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import type { Query } from './rounds.js';

/** Who has done their part in a round: handed in, and given the reviews they owe. */
@Injectable()
export class Parts {
  /** Of the enrolments given, those that have done their part; one statement. */
  async doneAmong(query: Query, roundId: string, enrolmentIds: readonly string[]): Promise<Set<string>> {
    const rows = await query<PartRow>(partsStatement, [roundId, enrolmentIds]);
    const done = rows.filter(({ give, given, others }) => isPartDone({ handedIn: true, give, given, others }));
    return new Set(done.map(({ enrolment_id }) => enrolment_id));
  }
}

/**
 * Of the enrolments $2 in the round $1, those that have handed in. Each review given counts, also one that a trainer has
 * set aside: the work was done. Once reviews are closed, nobody owes more than there was of others; who handed in after
 * that, with more time than the others, could not review any more.
 */
const partsStatement = `
  with pool as (
    select count(*)::int as works from submission
    where round_id = $1 and handed_in_at is not null and excluded_at is null
  )
  select a.enrolment_id, (i.assignment #>> '{reviews,give}')::int as give,
    case when s.handed_in_at > r.reviews_closed_at then 0
      when r.reviews_closed_at is not null then pool.works - 1 end as others,
    (select count(*)::int from review v
     where v.enrolment_id = a.enrolment_id and v.round_id = r.id and v.kind = 'peer' and v.done_at is not null) as given
  from pool, review_round r
  join item i on i.id = r.item_id
  join submission_author a on a.round_id = r.id and a.enrolment_id = any ($2) and a.left_at is null
  join submission s on s.id = a.submission_id and s.handed_in_at is not null and s.excluded_at is null
  where r.id = $1`;

interface PartRow {
  enrolment_id: string;
  give: number;
  others: number | null;
  given: number;
}
