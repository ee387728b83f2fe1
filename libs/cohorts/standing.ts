import { Database, found, permit, Problem } from '@kohorte/platform';
import {
  type Actor,
  type Admission,
  type EnrolmentStatus,
  may,
  type SentenceName,
  type Standing,
} from '@kohorte/rules';
import { Injectable } from '@nestjs/common';

/** How an actor stands to a cohort, with the enrolment by which they may be in it. */
interface CohortStanding extends Standing {
  cohortId: string;
  enrolmentId: string | null;
}

interface Row {
  admission: Admission;
  trains: boolean;
  authors: boolean;
  invited: boolean;
  enrolment_id: string | null;
  status: EnrolmentStatus | null;
}

/** Answers how people stand to cohorts. */
@Injectable()
export class Standings {
  constructor(private readonly database: Database) {}

  /**
   * One statement.
   * @throws {Problem} `not-found` where there is no such cohort, or none that the actor may know of
   */
  async of(actor: Actor, cohortId: string): Promise<CohortStanding> {
    const row = found(
      await this.database.one<Row>(
        `select c.admission, e.id as enrolment_id, e.status,
           exists (select 1 from cohort_trainer t where t.cohort_id = c.id and t.user_id = $2) as trains,
           exists (select 1 from course_author a where a.course_id = c.course_id and a.user_id = $2) as authors,
           exists (select 1 from invitation i where i.cohort_id = c.id and i.user_id = $2) as invited
         from cohort c left join enrolment e on e.cohort_id = c.id and e.user_id = $2
         where c.id = $1`,
        [cohortId, actor.userId],
      ),
    );
    const standing = {
      cohortId,
      enrolmentId: row.enrolment_id,
      enrolment: row.status,
      admission: row.admission,
      trainsCohort: row.trains,
      authorsCourse: row.authors,
      invited: row.invited,
    };
    if (!may('sees-cohort', actor, standing)) throw new Problem('not-found');
    return standing;
  }

  /**
   * Asks an access sentence about a cohort.
   * @throws {Problem} `not-found`, `not-allowed`
   */
  async permit(sentence: SentenceName, actor: Actor, cohortId: string): Promise<CohortStanding> {
    const standing = await this.of(actor, cohortId);
    permit(sentence, actor, standing);
    return standing;
  }
}
