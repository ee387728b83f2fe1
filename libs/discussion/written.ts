import type { FileView, PersonView } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { fieldProblem, Problem, type SignedIn, type Unit } from '@kohorte/platform';
import { mentionsIn, mostMentions } from './mentions.js';
import type { Placed } from './placed.js';
import { checkFiles, filesOf, handedOut, textWithoutFileNames, type Writing } from './post-files.js';
import type { PostRecord } from './post-rows.js';

/** Where a post goes. */
interface Spot {
  threadId: string;
  groupId: string | null;
  moduleId: string | null;
  /** Counts within the thread, taken under its lock. */
  number: number;
  parentId: string | null;
  /** Opened the thread, and whether anonymously. */
  asker: { userId: string | null; anonymous: boolean };
}

/**
 * What is asked of every text, before anything is loaded.
 * @throws {Problem} `invalid-input`, `too-many-mentions`
 */
export function checkText(text: string, { language }: Pick<SignedIn, 'language'>): void {
  if (text.trim() === '')
    throw new Problem('invalid-input', { errors: [fieldProblem('text', 'isNotEmpty', language)] });
  if (mentionsIn(text).all.length > mostMentions)
    throw new Problem('too-many-mentions', { params: { limit: mostMentions } });
}

/** @throws {Problem} `not-anonymous-here` */
export function checkAnonymity(place: Placed, anonymous: boolean | undefined): void {
  if (anonymous && !place.settings.anonymousAllowed) throw new Problem('not-anonymous-here');
}

/**
 * In slow mode, keeps the writer's other posts in the cohort waiting, and asks when the last one was.
 * @throws {Problem} `slow-mode`
 */
export async function checkPace(unit: Unit, place: Placed, userId: string): Promise<void> {
  const { slowModeSeconds } = place.settings;
  if (slowModeSeconds === 0 || place.runs) return;
  await unit.query(`select pg_advisory_xact_lock(hashtextextended('pace ' || $1::uuid || ' ' || $2::uuid, 0))`, [
    place.cohortId,
    userId,
  ]);
  const [row] = await unit.query<{ seconds: number }>(`select ${waitOf('$1', '$2', '$3', '$4')} as seconds`, [
    userId,
    place.cohortId,
    unit.now,
    slowModeSeconds,
  ]);
  if (row!.seconds > 0) throw new Problem('slow-mode', { params: { seconds: row!.seconds } });
}

/** SQL for the whole seconds until somebody may write again. */
export const waitOf = (userId: string, cohortId: string, now: string, seconds: string): string => `
  coalesce((select greatest(ceil(extract(epoch from w.created_at - ${now}::timestamptz) + ${seconds}::int), 0)::int
    from post w where w.author_id = ${userId}::uuid and w.cohort_id = ${cohortId}::uuid
    order by w.created_at desc limit 1), 0)`;

/**
 * Writes a post with all that belongs to it, in one statement. Whoever writes is where they were: what others wrote
 * meanwhile stays unread.
 * @throws {Problem} `file-missing` for a file that is not there, of somebody else or in a post already, `too-many-files`,
 *   `file-may-tell-who`
 */
export async function writePost(
  unit: Unit,
  place: Placed,
  actor: SignedIn,
  spot: Spot,
  { anonymous = false, ...writing }: Writing & { anonymous?: boolean | undefined },
): Promise<PostRecord> {
  const { fileIds = [] } = writing;
  const text = anonymous ? await textWithoutFileNames(unit, actor, writing) : writing.text;
  const postId = unit.ids.next();
  const [row] = await unit.query<WrittenRow>(
    ...statementOf(unit.now, place, { ...spot, postId, userId: actor.userId, text, anonymous, fileIds }),
  );
  const { author, names, files } = row!;
  checkFiles(fileIds, files ?? []);
  return {
    id: postId,
    thread_id: spot.threadId,
    number: spot.number,
    parent_id: spot.parentId,
    body: text,
    names,
    created_at: unit.now,
    edited_at: null,
    deleted_at: null,
    deleted_by: null,
    hidden_at: null,
    helpful: 0,
    helpful_mine: false,
    endorsed_by: null,
    files,
    reported: false,
    author,
    author_id: actor.userId,
    anonymous,
    by_trainer: place.runs,
    heads_unit: actor.manages.length > 0,
    by_asker: spot.asker.userId === actor.userId && spot.asker.anonymous === anonymous,
  };
}

interface WrittenRow {
  author: PersonView | null;
  names: Record<string, string> | null;
  files: FileView[] | null;
}

/** Whom a post names, and where it stands. */
interface Naming {
  postId: string;
  userId: string;
  named: string[];
  groupId: string | null;
  moduleId: string | null;
}

/** Puts a value among those of a statement; gives how it is called there. */
type Put = (value: unknown) => string;

/** SQL that keeps who is named in a post: those who may read its thread. */
export function mentionThem(now: Date, { cohortId, settings }: Placed, naming: Naming, put: Put): string {
  const cohort = `${put(cohortId)}::uuid`;
  const group = naming.groupId && `${put(naming.groupId)}::uuid`;
  const inGroup = group
    ? `exists (select from learning_group_member rg where rg.group_id = ${group} and rg.user_id = u.id)`
    : 'true';
  const isOpen = naming.moduleId ? openTo(cohort, put(naming.moduleId), put(now)) : 'true';
  const looksIn = group && !settings.trainersSeeGroups ? inGroup : 'true';
  return `
    insert into mention (post_id, user_id)
    select ${put(naming.postId)}::uuid, u.id from app_user u
    where u.id = any (${put(naming.named)}::uuid[]) and u.id <> ${put(naming.userId)}::uuid and (
      exists (select from enrolment re where re.cohort_id = ${cohort} and re.user_id = u.id
        and re.status in ('active', 'completed') and ${inGroup} and ${isOpen})
      or exists (select from cohort_trainer rt where rt.cohort_id = ${cohort} and rt.user_id = u.id) and ${looksIn})
    on conflict do nothing`;
}

/** SQL for whether a module is open to the enrolment `re`, by a release for all or one of its own. */
function openTo(cohort: string, module: string, at: string): string {
  const opened = (whose: string): string =>
    `exists (select from release ro where ro.cohort_id = ${cohort} and ro.module_id = ${module}::uuid and ${whose}
       and ro.opens_at <= ${at}::timestamptz)`;
  return `(${opened('ro.enrolment_id is null')} or ${opened('ro.enrolment_id = re.id')})`;
}

type Written = Spot & Required<Writing> & { anonymous: boolean; postId: string; userId: string };

/** The statement that writes a post, with no more in it than this post needs: most name nobody and have no files. */
function statementOf(now: Date, place: Placed, post: Written): [string, unknown[]] {
  const values: unknown[] = [];
  const put: Put = (value) => `$${values.push(value)}`;
  const { named, all } = mentionsIn(post.text);
  const files = filesOf(post);
  const [id, thread, cohort] = [put(post.postId), put(post.threadId), put(place.cohortId)].map((p) => `${p}::uuid`);
  const [author, number, at] = [`${put(post.userId)}::uuid`, `${put(post.number)}::int`, `${put(now)}::timestamptz`];
  const parts = [
    `written as (
       insert into post (id, thread_id, cohort_id, number, parent_id, author_id, anonymous, body, created_at, by_trainer)
       values (${id}, ${thread}, ${cohort}, ${number}, ${put(post.parentId)}, ${author}, ${put(post.anonymous)},
         ${put(post.text)}, ${at}, ${put(place.runs)}))`,
  ];
  if (post.number > 1)
    parts.push(
      `counted as (
         update thread set posts = posts + 1, newest_number = ${number}, active_at = greatest(active_at, ${at}),
           answered_at = case when author_id is distinct from ${author} then coalesce(answered_at, ${at})
             else answered_at end
         where id = ${thread})`,
      `seen as (
         update read_marker set number = ${number}, changed_at = ${at}
         where user_id = ${author} and thread_id = ${thread} and number = ${number} - 1)`,
    );
  if (named.length > 0) parts.push(`told as (${mentionThem(now, place, { ...post, named }, put)})`);
  if (files.length > 0)
    parts.push(
      `taken as (
         update discussion_file d set post_id = ${id} from stored_file f
         where d.file_id = any (${put(files)}::uuid[]) and d.user_id = ${author} and d.cohort_id = ${cohort}
           and d.post_id is null and f.id = ${handedOut('d', String(post.anonymous))}
         returning d.file_id as id, f.name, f.media_type, f.bytes)`,
    );
  return [
    `with ${parts.join(', ')}
     select ${all.length > 0 ? namesOf(`${put(all)}::uuid[]`, cohort!) : 'null::json'} as names,
       (select ${personView('au')} from app_user au where au.id = ${author}) as author,
       ${files.length > 0 ? takenFiles : 'null::json'} as files`,
    values,
  ];
}

const takenFiles = `(
  select json_agg(json_build_object('fileId', id, 'name', name, 'mediaType', media_type, 'bytes', bytes) order by id)
  from taken)`;

/** SQL for the names of those among `ids` who are, or were, people of a cohort. */
const namesOf = (ids: string, cohort: string): string => `(
  select json_object_agg(u.id, u.given_name || ' ' || u.family_name) from app_user u where u.id = any (${ids}) and (
    exists (select from enrolment ne where ne.cohort_id = ${cohort} and ne.user_id = u.id)
    or exists (select from cohort_trainer nt where nt.cohort_id = ${cohort} and nt.user_id = u.id)))`;
