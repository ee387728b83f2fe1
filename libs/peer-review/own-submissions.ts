import type { OwnSubmission, PersonView, UploadView } from '@kohorte/contracts';
import { personView } from '@kohorte/people';
import { Database, type SignedIn, type Unit } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { ownSubmissionId, wasEverAllocated } from './drafts.js';
import type { Round } from './round.js';
import type { Query } from './round-row.js';
import { workColumns, type WorkRow, workView } from './works.js';

interface OwnRow extends WorkRow {
  id: string;
  revision: number;
  changed_at: Date;
  handed_in_at: Date | null;
  late: boolean;
  excluded_at: Date | null;
  excluded_why: string | null;
  being_reviewed: boolean;
  team: PersonView[];
  uploads: UploadView[];
}

/** Submissions as their authors see them. */
@Injectable()
export class OwnSubmissions {
  constructor(private readonly database: Database) {}

  /** The own submission in a round, or that of the team; `null` where nothing was begun. One statement. */
  async of(actor: SignedIn, round: Round, unit?: Unit): Promise<OwnSubmission | null> {
    if (!round.roundId || !round.enrolmentId) return null;
    const query: Query = unit ? unit.query : (text, values) => this.database.query(text, values);
    const [row] = await query<OwnRow>(
      `select s.id, s.revision, s.changed_at, s.handed_in_at, s.late, s.excluded_at, s.excluded_why, ${workColumns},
         ${wasEverAllocated} as being_reviewed,
         coalesce((
           select json_agg(${personView('u')} order by u.family_name, u.given_name, u.id) from app_user u
           where u.id <> $4 and u.id in (
             select a.user_id from submission_author a join enrolment e on e.id = a.enrolment_id
             where a.submission_id = s.id and e.status in ('active', 'completed'))), '[]') as team,
         coalesce((
           select json_agg(json_build_object('uploadId', o.id, 'name', o.name, 'bytes', o.bytes, 'received', o.received,
             'file', null) order by o.created_at, o.id)
           from upload o where o.submission_id = s.id and o.file_id is null), '[]') as uploads
       from submission s where s.id = ${ownSubmissionId}`,
      [round.roundId, round.enrolmentId, round.teamId, actor.userId],
    );
    if (!row) return null;
    return {
      ...workView(row, 'author', actor),
      submissionId: row.id,
      revision: row.revision,
      changedAt: row.changed_at.toISOString(),
      handedInAt: row.handed_in_at?.toISOString() ?? null,
      late: row.late,
      team: row.team,
      isBeingReviewed: row.being_reviewed,
      uploads: row.uploads,
      excluded: row.excluded_at ? (row.excluded_why ?? '') : null,
    };
  }
}
