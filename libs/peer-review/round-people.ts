import type { PersonView, QueryOf, ReplyOf, RoundPersonRow } from '@kohorte/contracts';
import { sortedName } from '@kohorte/cohorts';
import { personView } from '@kohorte/people';
import { Database, pageOf, readCursor, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { everybody, everybodyOf, figures, lacks } from './round-figures.js';
import { Rounds } from './rounds.js';

/** Everybody in a round, page by page. */
@Injectable()
export class RoundPeople {
  constructor(
    private readonly rounds: Rounds,
    private readonly database: Database,
  ) {}

  /** Two statements, however many people: by family name, accents aside. */
  async page(
    actor: SignedIn,
    cohortId: string,
    itemId: string,
    { only, cursor, limit = 50 }: QueryOf<'GET /cohorts/:cohortId/assignments/:itemId/round/people'>,
  ): Promise<ReplyOf<'GET /cohorts/:cohortId/assignments/:itemId/round/people'>> {
    const after = readCursor(cursor, 2);
    const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort');
    const rows = await this.database.query<PersonRow>(peopleStatement(only ? lacks[only] : 'true'), [
      ...everybodyOf(round),
      round.design.reviews.need,
      after?.[0] ?? null,
      after?.[1] ?? null,
      limit + 1,
    ]);
    return pageOf(rows, limit, (row) => [row.sort_name, row.enrolment_id], personRow);
  }
}

const peopleStatement = (condition: string): string => `
  with ${figures}, ${everybody}
  select listed.*, $7::int as need, coalesce(d.points, g.points) as points, d.id is not null as decided,
    coalesce(g.doubtful and d.id is null, false) as doubtful, rg.bias
  from (
    select b.*, ${personView('u')} as person, ${sortedName} collate "C" as sort_name
    from everybody b join app_user u on u.id = b.user_id
    where ${condition}
      and ($8::text is null or (${sortedName} collate "C", b.enrolment_id) > ($8 collate "C", $9::uuid))
    order by sort_name, b.enrolment_id limit $10) listed
  left join grade g on g.submission_id = listed.submission_id
  left join grade_decision d on d.submission_id = listed.submission_id and d.taken_back_at is null
  left join reviewing_grade rg on rg.round_id = $1 and rg.enrolment_id = listed.enrolment_id
  order by listed.sort_name, listed.enrolment_id`;

interface PersonRow {
  enrolment_id: string;
  person: PersonView;
  sort_name: string;
  submission_id: string | null;
  state: RoundPersonRow['state'];
  handed_in_at: Date | null;
  given: number;
  owed: number;
  held: number;
  received: number;
  need: number;
  points: number | null;
  decided: boolean;
  doubtful: boolean;
  bias: number | null;
}

function personRow(row: PersonRow): RoundPersonRow {
  return {
    enrolmentId: row.enrolment_id,
    person: row.person,
    submissionId: row.submission_id,
    state: row.state,
    handedInAt: row.handed_in_at?.toISOString() ?? null,
    given: row.given,
    owed: row.owed,
    held: row.held,
    received: row.received,
    need: row.need,
    points: row.points,
    decided: row.decided,
    doubtful: row.doubtful,
    bias: row.bias,
  };
}
