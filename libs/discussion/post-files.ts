import type { FileView } from '@kohorte/contracts';
import { fieldProblem, Problem, type SignedIn, type Unit } from '@kohorte/platform';
import { withPlainNames } from './file-names.js';
import { filesIn } from './talk-text.js';

/** As many files as one post may have. */
const mostFiles = 10;

/** What somebody writes. */
export interface Writing {
  text: string;
  fileIds?: string[] | undefined;
}

/** The files that a post shall have: those attached to it, and those in its text. */
export function filesOf({ text, fileIds = [] }: Writing): string[] {
  return [...new Set([...fileIds.map((id) => id.toLowerCase()), ...filesIn(text)])].slice(0, 200);
}

/** @throws {Problem} `file-missing`, `too-many-files` */
export function checkFiles(asked: string[], held: Pick<FileView, 'fileId'>[]): void {
  const there = new Set(held.map(({ fileId }) => fileId));
  if (asked.some((id) => !there.has(id.toLowerCase()))) throw new Problem('file-missing');
  if (held.length > mostFiles) throw new Problem('too-many-files', { params: { limit: mostFiles } });
}

/** SQL for which `stored_file` is handed out of the file `d` of a post: of an anonymous one that without names, or none. */
export const handedOut = (d: string, isAnonymous: string): string =>
  `case when ${isAnonymous} then ${d}.nameless_id else ${d}.file_id end`;

interface OwnFile extends Pick<FileView, 'fileId' | 'name'> {
  /** Holds names, for all that is known, or is in a post with one. */
  tells: boolean;
}

/**
 * The text of an anonymous post, calling its files as others shall see them.
 * @param postId the post, where it is there already
 * @throws {Problem} `file-may-tell-who` for a file of the writer's that was not cleaned, or that a post with their name has
 */
export async function textWithoutFileNames(
  unit: Unit,
  actor: SignedIn,
  writing: Writing,
  postId: string | null = null,
): Promise<string> {
  const asked = filesOf(writing);
  if (asked.length === 0) return writing.text;
  const own = await unit.query<OwnFile>(ownStatement, [asked, actor.userId, postId]);
  const telling = own.find(({ tells }) => tells);
  if (telling) throw tellsWho(telling, writing, actor);
  return withPlainNames(writing.text, own, actor.language);
}

function tellsWho({ fileId, name }: OwnFile, { fileIds = [] }: Writing, { language }: SignedIn): Problem {
  const field = fileIds.some((id) => id.toLowerCase() === fileId) ? 'fileIds' : 'text';
  const code = 'file-may-tell-who';
  return new Problem(code, { params: { name }, errors: [fieldProblem(field, code, language)] });
}

const ownStatement = `
  select d.file_id as "fileId", f.name,
    d.nameless_id is null or (d.post_id is distinct from $3::uuid and p.anonymous is false) as tells
  from discussion_file d join stored_file f on f.id = d.file_id left join post p on p.id = d.post_id
  where d.file_id = any ($1::uuid[]) and d.user_id = $2 order by d.file_id`;
