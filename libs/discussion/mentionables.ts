import type { PersonView, ReplyOf } from '@kohorte/contracts';
import { sortedName } from '@kohorte/cohorts';
import { personView } from '@kohorte/people';
import { Database, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';

/** Whom one can mention. */
@Injectable()
export class Mentionables {
  constructor(
    private readonly places: Places,
    private readonly database: Database,
  ) {}

  /**
   * Ten at the most, by family name: whose name, or one of its words, begins like this, accents and case aside.
   * @throws {Problem} `not-found`, `not-allowed`
   */
  async of(actor: SignedIn, cohortId: string, title: string): Promise<ReplyOf<'GET /cohorts/:cohortId/mentionable'>> {
    await this.places.ofCohort(actor, cohortId, 'reads-cohort');
    const rows = await this.database.query<{ person: PersonView }>(mentionable, [cohortId, actor.userId, title]);
    return rows.map(({ person }) => person);
  }
}

/** Blanks around make every word of a name, and of what is looked for, one that begins after a blank. */
const mentionable = `
  select ${personView('u')} as person from (
    select u.* from app_user u
    where u.deactivated_at is null and u.id <> $2
      and strpos(' ' || searchable(u.given_name || ' ' || u.family_name), ' ' || searchable($3)) > 0
      and (exists (select from enrolment e
             where e.cohort_id = $1 and e.user_id = u.id and e.status in ('active', 'completed'))
        or exists (select from cohort_trainer t where t.cohort_id = $1 and t.user_id = u.id))
    order by ${sortedName}, u.id limit 10) u
  order by ${sortedName}, u.id`;
