import type { FileView, PersonView, PostView } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import type { SignedIn } from '@kohorte/platform';
import { plainFileName } from './file-names.js';
import { namesIn, withRealNames } from './mentions.js';
import type { PlacedThread } from './placed.js';
import { handedOut } from './post-files.js';
import { renderTalk } from './talk-text.js';
import { mustNotKnow, postWriter, type WriterRow, writerView } from './writers.js';

/** What `postView` is made of. */
export interface PostRecord extends WriterRow {
  id: string;
  thread_id: string;
  number: number;
  parent_id: string | null;
  body: string;
  names: Record<string, string> | null;
  created_at: Date;
  edited_at: Date | null;
  deleted_at: Date | null;
  deleted_by: string | null;
  hidden_at: Date | null;
  helpful: number;
  helpful_mine: boolean;
  endorsed_by: PersonView | null;
  files: FileView[] | null;
  reported: boolean;
}

/** SQL for `PostRecord`s of the posts `p` that `chosen` gives (a table, or a query in brackets), as the person $1 sees them. */
export const selectPosts = (chosen: string): string => `
  select p.id, p.thread_id, p.number, p.parent_id, p.body, p.created_at, p.edited_at, p.deleted_at, p.deleted_by,
    p.hidden_at, p.helpful, ${postWriter},
    ${namesIn('p')} as names,
    exists (select from post_vote pv where pv.post_id = p.id and pv.user_id = $1) as helpful_mine,
    case when p.endorsed_at is not null then
      (select ${personView('en')} from app_user en where en.id = p.endorsed_by) end as endorsed_by,
    (select json_agg(json_build_object('fileId', df.file_id, 'name', sf.name, 'mediaType', sf.media_type, 'bytes', sf.bytes)
       order by df.file_id)
     from discussion_file df join stored_file sf on sf.id = ${handedOut('df', 'p.anonymous')} where df.post_id = p.id) as files,
    exists (select from post_report pr where pr.post_id = p.id and pr.user_id = $1) as reported
  from ${chosen} p join thread t on t.id = p.thread_id`;

/** A post as somebody sees it who stands to its thread as `placed` says. */
export function postView(row: PostRecord, placed: PlacedThread, actor: SignedIn): PostView {
  const reader = { userId: actor.userId, runs: placed.runs };
  const own = row.author_id === actor.userId;
  const moderates = placed.moderates;
  const isDeleted = row.deleted_at !== null;
  const isReadable = !isDeleted && (row.hidden_at === null || own || moderates);
  const names = row.names ?? {};
  const isOpen = placed.mayPost;
  return {
    postId: row.id,
    threadId: row.thread_id,
    number: row.number,
    parentId: row.parent_id,
    writer: writerView(row, reader),
    html: isReadable ? renderTalk(row.body, names) : null,
    text: isReadable ? withRealNames(row.body, names) : null,
    createdAt: row.created_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    deletedAt: row.deleted_at?.toISOString() ?? null,
    hidden: row.hidden_at !== null,
    helpful: { count: row.helpful, mine: row.helpful_mine },
    accepted: placed.row.accepted_post_id === row.id,
    endorsedBy: row.endorsed_by,
    files: isReadable ? filesOf(row, mustNotKnow(row, reader), actor) : [],
    may: {
      edit: own && !isDeleted && isOpen,
      remove: (own || moderates) && !isDeleted,
      restore: isDeleted && (moderates || row.deleted_by === actor.userId),
      accept:
        placed.row.kind === 'question' &&
        (placed.isAsker || moderates) &&
        row.number > 1 &&
        !isDeleted &&
        !row.hidden_at,
    },
    reported: row.reported,
  };
}

/** Files of somebody anonymous have names that say nothing. */
function filesOf({ files }: PostRecord, isAnonymous: boolean, { language }: SignedIn): FileView[] {
  if (!files) return [];
  return isAnonymous
    ? files.map((file, index) => ({ ...file, name: plainFileName(file.name, index + 1, language) }))
    : files;
}
