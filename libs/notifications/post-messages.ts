import type { NoticeKind } from '@kohorte/contracts';
import { Database } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { followLevel, readsThread } from './about-post.js';
import { Telling } from './telling.js';

interface Receiver {
  kind: NoticeKind;
  user_id: string;
  after_number: number;
}

/**
 * Who is told what about what is said. Of a post each person is told once, by the strongest reason; never its writer,
 * never who has muted its thread, nobody who may not read it. No message names who writes anonymously.
 *
 * As long as somebody has not read a thread, its posts are one notice of theirs: the key is made of the thread and of how
 * far they had read it. A mail goes out for each reply and mention; what is merely watched, or said in a learning group,
 * is mailed once until they have been there.
 */
@Injectable()
export class PostMessages {
  constructor(
    private readonly telling: Telling,
    private readonly database: Database,
  ) {}

  async tellPostWritten(postId: string): Promise<void> {
    const receivers = await this.database.query<Receiver>(receiversOfPost, [postId]);
    for (const kind of ['mentioned', 'reply-written', 'group-post', 'thread-post'] as const) {
      const own = receivers.filter((receiver) => receiver.kind === kind);
      if (own.length === 0) continue;
      const isGathered = kind !== 'mentioned';
      const isMailedOnce = kind === 'group-post' || kind === 'thread-post';
      await this.telling.tellOfPosts({
        kind,
        to: `select r.user_id, p.id as subject_id, r.after_number,
               ${isGathered ? keyOfThread : 'p.id'} as once_key, ${isMailedOnce ? keyOfThread : 'p.id'} as mail_key
             from unnest($5::uuid[], $6::int[]) r (user_id, after_number) join post p on p.id = $4`,
        values: [postId, own.map(({ user_id }) => user_id), own.map(({ after_number }) => after_number)],
      });
    }
  }

  /** Whose answer it is, unless they accepted it themselves. */
  async tellAnswerAccepted(postId: string, factId: string | null): Promise<void> {
    await this.telling.tell({
      kind: 'answer-accepted',
      onceKey: postId,
      to: `select p.author_id as user_id, p.id as subject_id from post p join thread th on th.id = p.thread_id
           where p.id = $4 and p.author_id is not null and th.accepted_post_id = p.id and ${readsThread('th', 'p.author_id')}
             and p.author_id is distinct from (select f.actor_id from fact f where f.id = $5::uuid)`,
      values: [postId, factId],
    });
  }

  /** Those who moderate, where they may look in; and who has written it. Not any more once it was decided. */
  async tellPostHidden(postId: string, factId: string | null): Promise<void> {
    const onceKey = factId ?? postId;
    const hidden = `from post p join thread th on th.id = p.thread_id`;
    await this.telling.tell({
      kind: 'post-hidden',
      onceKey,
      to: `select k.user_id, p.id as subject_id ${hidden} join cohort_trainer k on k.cohort_id = p.cohort_id
           where p.id = $4 and p.hidden_at is not null and p.deleted_at is null
             and k.user_id is distinct from p.author_id and ${readsThread('th', 'k.user_id')}`,
      values: [postId],
    });
    await this.telling.tell({
      kind: 'own-post-hidden',
      onceKey,
      to: `select p.author_id as user_id, p.id as subject_id ${hidden}
           where p.id = $4 and p.author_id is not null and p.hidden_at is not null and p.deleted_at is null
             and ${readsThread('th', 'p.author_id')}`,
      values: [postId],
    });
  }

  /** The whole cohort: one row in the app, a mail to each. */
  async tellAnnounced(announcementId: string): Promise<void> {
    const row = await this.database.one<{ cohort_id: string }>(
      `select a.cohort_id from announcement a join cohort c on c.id = a.cohort_id
       where a.id = $1 and a.published_at is not null and c.cancelled_at is null`,
      [announcementId],
    );
    if (!row) return;
    await this.telling.broadcast('announced', announcementId, row.cohort_id);
    await this.telling.mailMany({
      kind: 'announced',
      onceKey: announcementId,
      to: `select e.user_id, a.id as subject_id from announcement a
           join enrolment e on e.cohort_id = a.cohort_id and e.status in ('active', 'completed')
           where a.id = $4 and a.author_id is distinct from e.user_id`,
      values: [announcementId],
    });
  }

  /** Everybody in a group hears which it is; again only when they come to another. */
  async tellGroupsMade(cohortId: string): Promise<void> {
    await this.telling.tell(
      {
        kind: 'groups-made',
        to: `select m.user_id, g.id as subject_id from learning_group g
             join learning_group_member m on m.group_id = g.id and m.left_at is null
             join enrolment e on e.id = m.enrolment_id and e.status in ('active', 'completed')
             where g.cohort_id = $4 and g.dissolved_at is null`,
        values: [cohortId],
      },
      { urgent: false },
    );
  }
}

const keyOfThread = `md5(p.thread_id::text || ' ' || r.after_number)::uuid`;

/** Whom post $1 concerns, each once and why: named in it, answered by it, in its learning group, or watching. */
const receiversOfPost = `
  with told as (
    select p.*, th.author_id as asker_id, th.group_id
    from post p join thread th on th.id = p.thread_id
    where p.id = $1 and p.deleted_at is null and p.hidden_at is null
      and not (th.kind = 'announcement' and p.number = 1)),
  concerned as (
    select m.user_id, 1 as rank, 'mentioned' as kind from mention m where m.post_id = $1
    union all select parent.author_id, 2, 'reply-written' from told p join post parent on parent.id = p.parent_id
    union all select p.asker_id, 2, 'reply-written' from told p where p.number > 1
    union all select g.user_id, 3, 'group-post' from told p
      join learning_group_member g on g.group_id = p.group_id and g.left_at is null
    union all select f.user_id, 4, 'thread-post' from told p join following f on f.cohort_id = p.cohort_id
      and f.level = 'watch')
  select distinct on (r.user_id) r.kind, r.user_id, coalesce(m.number, 0) as after_number
  from told p
  join thread th on th.id = p.thread_id
  join concerned r on r.user_id is not null and r.user_id is distinct from p.author_id
  join app_user u on u.id = r.user_id and u.deactivated_at is null
  left join read_marker m on m.user_id = r.user_id and m.thread_id = p.thread_id
  left join lateral (select ${followLevel('th', 'r.user_id')} as level) f on true
  where f.level is distinct from 'mute' and (r.kind <> 'thread-post' or f.level = 'watch')
    and (r.kind <> 'group-post' or f.level is distinct from 'follow')
    and ${readsThread('th', 'r.user_id')}
  order by r.user_id, r.rank`;
