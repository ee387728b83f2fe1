import { Clock, Database, found, permit, Problem, type SignedIn, type Unit } from '@kohorte/platform';
import { may, type SentenceName } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { type CohortRow, PlacedCohort, PlacedPost, PlacedThread, type PostRow, type ThreadRow } from './placed.js';

/** Runs a statement, within a decision or outside. */
type Query = <R extends object>(text: string, values?: unknown[]) => Promise<R[]>;

interface Asked {
  /** Reads within a decision. */
  unit?: Unit;
  /** Keeps others who write in the thread waiting until the decision is made; its counts are then those of now. */
  lock?: boolean;
  /** Also a thread that was merged into another. */
  merged?: boolean;
  /** Also a thread that was deleted, or merged into another. */
  gone?: boolean;
}

/** Loads what is talked about with how somebody stands to it, each in one statement. */
@Injectable()
export class Places {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * A cohort as a place of talk.
   * @throws {Problem} `not-found` also where the actor may not know of it, `not-allowed`
   */
  async ofCohort(actor: SignedIn, cohortId: string, sentence: SentenceName, unit?: Unit): Promise<PlacedCohort> {
    const [query, now] = this.at(unit);
    const [row] = await query<CohortRow>(`select ${cohortColumns} from cohort c ${readerSource} where c.id = $2`, [
      actor.userId,
      cohortId,
      now,
    ]);
    const place = new PlacedCohort(found(row), actor, now);
    if (!may('sees-cohort', actor, place.standing)) throw new Problem('not-found');
    permit(sentence, actor, place.standing);
    return place;
  }

  /**
   * A thread.
   * @throws {Problem} `not-found` for what the actor may not read, `thread-gone`, `not-allowed`
   */
  async ofThread(
    actor: SignedIn,
    threadId: string,
    sentence: SentenceName,
    { unit, lock, ...also }: Asked = {},
  ): Promise<PlacedThread> {
    const [query, now] = this.at(unit);
    const [row] = await query<ThreadRow>(
      `select ${placeColumns}, ${threadColumns} from thread t ${threadSource} where t.id = $2
       ${lock ? 'for update of t' : ''}`,
      [actor.userId, threadId, now],
    );
    return permitted(new PlacedThread(found(row), actor, now), actor, sentence, also);
  }

  /** A post with its thread; what is deleted or hidden is found too, and says so. Otherwise as `ofThread`. */
  async ofPost(
    actor: SignedIn,
    postId: string,
    sentence: SentenceName,
    { unit, lock, ...also }: Asked = {},
  ): Promise<PlacedPost> {
    const [query, now] = this.at(unit);
    // Locks are taken thread first, as by those who write: what is read of the post is as old as the wait, so that the
    // statements that follow ask again for what they rest on.
    const [row] = await query<PostRow>(
      `select ${placeColumns}, ${threadColumns}, ${postColumns}
       from post p join thread t on t.id = p.thread_id ${threadSource} where p.id = $2
       ${lock ? 'for update of t' : ''}`,
      [actor.userId, postId, now],
    );
    const placed = new PlacedPost(found(row), actor, now);
    return permitted(placed, actor, sentence, also);
  }

  private at(unit?: Unit): [Query, Date] {
    return unit ? [unit.query, unit.now] : [(text, values) => this.database.query(text, values), this.clock.now()];
  }
}

function permitted<T extends PlacedThread>(
  placed: T,
  actor: SignedIn,
  sentence: SentenceName,
  { merged, gone }: Pick<Asked, 'merged' | 'gone'>,
): T {
  if (!may('reads-thread', actor, placed.standing) || !placed.isOpen) throw new Problem('not-found');
  permit(sentence, actor, placed.standing);
  const isMerged = placed.row.merged_into !== null;
  if (placed.isGone && !gone && !(isMerged && merged)) throw new Problem('thread-gone');
  return placed;
}

const placeColumns = `
  c.id as cohort_id, c.name as cohort_name, c.version_id, v.title as course_title, e.id as enrolment_id, e.status,
  exists (select from cohort_trainer ct where ct.cohort_id = c.id and ct.user_id = $1) as trains,
  s.guidelines, s.answer_target_hours, s.slow_mode_seconds, s.anonymous_allowed, s.hide_after_reports,
  s.trainers_see_groups, s.prompts`;

const cohortColumns = `
  ${placeColumns}, c.admission,
  exists (select from invitation iv where iv.cohort_id = c.id and iv.user_id = $1) as invited,
  case when c.pacing = 'relative' then array(
    select r.module_id::text from release r where r.enrolment_id = e.id and r.opens_at <= $3)
  else array(
    select r.module_id::text from release r
    where r.cohort_id = c.id and r.enrolment_id is null and r.opens_at <= $3) end as open_modules`;

/** All that belongs to a cohort `c`, its own row aside. */
const readerSource = `
  join course_version v on v.id = c.version_id
  left join enrolment e on e.cohort_id = c.id and e.user_id = $1
  left join discussion_setting s on s.cohort_id = c.id`;

/** SQL for whether what `place` is about is open, to the enrolment `e` in its cohort `c`: by a plan for all, or of its own. */
export const isOpenIn = (place: string, at: string): string => `(${place}.module_id is null or exists (
    select from release r where r.cohort_id = ${place}.cohort_id and r.module_id = ${place}.module_id and r.opens_at <= ${at}
      and case when c.pacing = 'relative' then r.enrolment_id = e.id else r.enrolment_id is null end))`;

const threadColumns = `
  t.id as thread_id, t.module_id, t.item_id,
  ${isOpenIn('t', '$3')} as module_open,
  t.group_id, t.kind, t.title, t.author_id as asker_id, t.anonymous as asked_anonymously,
  t.posts, t.newest_number, t.answered_at, t.accepted_post_id, t.locked_at,
  t.deleted_at as thread_deleted_at, t.merged_into,
  exists (select from learning_group_member gm where gm.group_id = t.group_id and gm.user_id = $1) as in_group`;

const threadSource = `join cohort c on c.id = t.cohort_id ${readerSource}`;

const postColumns = `
  p.id as post_id, p.number, p.parent_id, p.author_id, p.anonymous, p.body, p.helpful, p.created_at, p.edited_at, p.deleted_at, p.deleted_by,
  p.hidden_at, p.endorsed_at`;
