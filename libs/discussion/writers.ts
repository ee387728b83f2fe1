import type { PersonView, WriterView } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import type { Placed } from './placed.js';

/** What `writerView` needs to know of who wrote something. */
export interface WriterRow {
  author: PersonView | null;
  author_id: string | null;
  anonymous: boolean;
  /** Ran the cohort when it was written. */
  by_trainer: boolean;
  heads_unit: boolean;
  /** Wrote it as the same person, named or not, as the thread's first post. */
  by_asker: boolean;
}

/** SQL for a `WriterRow` of the thread `t`, which is written by whoever wrote its first post `first`. */
export const threadWriter = `
  ${authorOf('t')}, t.anonymous, coalesce(first.by_trainer, false) as by_trainer, true as by_asker`;

/** SQL for a `WriterRow` of the post `p` in the thread `t`. */
export const postWriter = `
  ${authorOf('p')}, p.anonymous, p.by_trainer,
  coalesce(p.author_id = t.author_id and p.anonymous = t.anonymous, false) as by_asker`;

function authorOf(alias: string): string {
  return `(select ${personView('au')} from app_user au where au.id = ${alias}.author_id) as author, ${alias}.author_id,
    exists (select from org_unit headed where headed.manager_id = ${alias}.author_id) as heads_unit`;
}

/** Whether the reader must not learn who wrote this. */
export function mustNotKnow({ author_id, anonymous }: Pick<WriterRow, 'author_id' | 'anonymous'>, reader: Reader) {
  return anonymous && !reader.runs && author_id !== reader.userId;
}

/** Who reads: those who run a cohort know who wrote anonymously. */
export interface Reader extends Pick<Placed, 'runs'> {
  userId: string;
}

/**
 * Who wrote something, as far as the reader may know. Of somebody anonymous nothing is said but that they opened the
 * thread, where that was anonymous too: marks would tell who it is.
 */
export function writerView(row: WriterRow, reader: Reader): WriterView {
  const { author, author_id, anonymous, by_trainer, heads_unit, by_asker } = row;
  const marks: WriterView['marks'] = by_asker ? ['author'] : [];
  if (by_trainer && !anonymous) marks.push('trainer');
  if (heads_unit && !anonymous) marks.push('manager');
  return {
    person: mustNotKnow(row, reader) ? null : author,
    anonymous,
    own: author_id !== null && author_id === reader.userId,
    marks,
  };
}
