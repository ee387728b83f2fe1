import { extname } from 'node:path';
import type { SubmissionFileView, WorkView } from '@kohorte/contracts';
import { renderLearnerText } from '@kohorte/courses';
import type { SignedIn } from '@kohorte/platform';
import { wordsIn } from '@kohorte/rules';

/** What `workView` needs of a submission. */
export interface WorkRow {
  text: string | null;
  link: string | null;
  video: string | null;
  files: SubmissionFileView[];
}

/** The columns of a submission `s` that its work is made of, for a select list. */
export const workColumns = `s.text, s.link, s.video, coalesce((
  select json_agg(json_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes)
    order by x.position)
  from submission_file x join stored_file f on f.id = x.file_id where x.submission_id = s.id), '[]') as files`;

/** Who looks at a work: its author, somebody who may know who that is, or somebody who may not. */
export type Onlooker = 'author' | 'knows' | 'must-not-know';

/** A work as somebody sees it: to those who must not know its author, files have names that say nothing. */
export function workView(row: WorkRow, onlooker: Onlooker, { language }: Pick<SignedIn, 'language'>): WorkView {
  const { text, link, video, files } = row;
  return {
    text: onlooker === 'author' ? text : null,
    html: text ? renderLearnerText(text) : null,
    words: text ? wordsIn(text) : 0,
    link,
    video,
    files:
      onlooker === 'must-not-know'
        ? files.map((file, index) => ({ ...file, name: plainFileName(file.name, index + 1, language) }))
        : files,
  };
}

/** `Datei 2.pdf`, `File 2.pdf`: the kind of file and nothing of what its author called it. */
export function plainFileName(name: string, number: number, language: 'de' | 'en'): string {
  const extension = /^\.[a-z0-9]{1,8}$/i.test(extname(name)) ? extname(name).toLowerCase() : '';
  return `${language === 'de' ? 'Datei' : 'File'} ${number}${extension}`;
}
