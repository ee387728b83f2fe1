import type { AnnouncementView, BodyOf, PersonView, ReplyOf } from '@kohorte/contracts';
import { instantIn } from '@kohorte/cohorts';
import { personView } from '@kohorte/people';
import { Database, found, Problem, type SignedIn, type Unit, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { Places } from './places.js';
import { renderTalk } from './talk-text.js';
import { titleOf } from './titles.js';
import { checkText } from './written.js';

/** As many as one transaction of the sweep takes, and as many as are listed. */
const dueAtOnce = 200;

/** What trainers tell a whole cohort. */
@Injectable()
export class Announcements {
  constructor(
    private readonly work: Work,
    private readonly database: Database,
    private readonly places: Places,
  ) {}

  /** The newest first, by when they are or were due; those called off are not among them. */
  async list(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/announcements'>> {
    await this.places.ofCohort(actor, cohortId, 'runs-cohort');
    const rows = await this.database.query<AnnouncementRow>(
      `${selectAnnouncements} where a.cohort_id = $1 and a.cancelled_at is null
       order by a.publish_at desc, a.id desc limit ${dueAtOnce}`,
      [cohortId],
    );
    return rows.map(view);
  }

  /**
   * Without a time, or with one that has passed, it is announced at once.
   * @throws {Problem} `cohort-cancelled`, `invalid-input`, `too-many-mentions`
   */
  async plan(
    actor: SignedIn,
    cohortId: string,
    body: BodyOf<'POST /cohorts/:cohortId/announcements'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/announcements'>> {
    checkText(body.text, actor);
    const title = titleOf(body.title, actor);
    const asked = instantIn(body.publishAt, 'publishAt', actor.language);
    const row = await this.work.run(async (unit) => {
      await this.places.ofCohort(actor, cohortId, 'runs-cohort', unit);
      const [cancelled] = await unit.query(`select from cohort where id = $1 and cancelled_at is not null`, [cohortId]);
      if (cancelled) throw new Problem('cohort-cancelled');
      const id = unit.ids.next();
      const isLater = asked !== null && asked > unit.now;
      await unit.query(
        `insert into announcement (id, cohort_id, title, body, author_id, publish_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, cohortId, title, body.text, actor.userId, isLater ? asked : unit.now, unit.now],
      );
      if (isLater) unit.record('discussion.announcement-planned', { announcementId: id });
      else await announce(unit, id);
      const [made] = await unit.query<AnnouncementRow>(`${selectAnnouncements} where a.id = $1`, [id]);
      return made!;
    }, actor.userId);
    return view(row);
  }

  /** @throws {Problem} `already-announced` */
  async callOff(actor: SignedIn, announcementId: string): Promise<ReplyOf<'DELETE /announcements/:announcementId'>> {
    await this.work.run(async (unit) => {
      const [row] = await unit.query<{ cohort_id: string; published_at: Date | null; cancelled_at: Date | null }>(
        `select cohort_id, published_at, cancelled_at from announcement where id = $1 for update`,
        [announcementId],
      );
      const { cohort_id, published_at, cancelled_at } = found(row);
      await this.places.ofCohort(actor, cohort_id, 'runs-cohort', unit);
      if (published_at) throw new Problem('already-announced');
      if (cancelled_at) return;
      await unit.query(`update announcement set cancelled_at = $2 where id = $1`, [announcementId, unit.now]);
      unit.record('discussion.announcement-called-off', { announcementId });
    }, actor.userId);
  }

  /** The sweep: what is due is announced, each once, whoever else sweeps meanwhile. */
  async announceDue(): Promise<void> {
    while ((await this.work.run((unit) => announce(unit))) === dueAtOnce);
  }
}

/** Announces what is due, or one of it, as threads of their cohorts; gives how many. */
async function announce(unit: Unit, id: string | null = null): Promise<number> {
  const announced = await unit.query<{ id: string; thread_id: string }>(
    `with due as materialized (
       select a.* from announcement a join cohort c on c.id = a.cohort_id
       where a.published_at is null and a.cancelled_at is null and a.publish_at <= $1 and c.cancelled_at is null
         and ($2::uuid is null or a.id = $2)
       order by a.publish_at, a.id limit ${dueAtOnce} for update of a skip locked
     ), numbered as materialized (
       select d.*, uuidv7() as new_thread from due d
     ), opened as (
       insert into thread (id, cohort_id, kind, title, author_id, created_at, active_at, posts, newest_number)
       select new_thread, cohort_id, 'announcement', title, author_id, $1, $1, 1, 1 from numbered
     ), written as (
       insert into post (id, thread_id, cohort_id, number, author_id, body, created_at, by_trainer)
       select uuidv7(), new_thread, cohort_id, 1, author_id, body, $1, true from numbered
     ), followed as (
       insert into following (id, user_id, cohort_id, thread_id, level, changed_at)
       select uuidv7(), author_id, cohort_id, new_thread, 'follow', $1 from numbered where author_id is not null
     ), read as (
       insert into read_marker (user_id, thread_id, number, changed_at)
       select author_id, new_thread, 1, $1 from numbered where author_id is not null
     )
     update announcement a set published_at = $1, thread_id = n.new_thread
     from numbered n where a.id = n.id returning a.id, a.thread_id`,
    [unit.now, id],
  );
  for (const { id: announcementId, thread_id } of announced)
    unit.record('discussion.announced', { announcementId, threadId: thread_id });
  return announced.length;
}

const selectAnnouncements = `
  select a.id, a.title, a.body, a.publish_at, a.published_at, a.thread_id,
    (select ${personView('u')} from app_user u where u.id = a.author_id) as by
  from announcement a`;

interface AnnouncementRow {
  id: string;
  title: string;
  body: string;
  publish_at: Date;
  published_at: Date | null;
  thread_id: string | null;
  by: PersonView | null;
}

function view(row: AnnouncementRow): AnnouncementView {
  return {
    announcementId: row.id,
    title: row.title,
    html: renderTalk(row.body),
    text: row.body,
    by: row.by,
    publishAt: row.publish_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    threadId: row.thread_id,
  };
}
