import type { SubmissionFileView, UploadView } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import type { AssignmentDesign } from '@kohorte/rules';
import type { Query } from './round-row.js';

/** An upload with what is decided by. */
export interface UploadRow extends UploadView {
  submissionId: string;
  path: string | null;
  design: AssignmentDesign;
  handedInAt: Date | null;
  cancelledAt: Date | null;
}

/** The upload of somebody who is still in the cohort; nothing for that of somebody else. */
export async function ownUpload(
  query: Query,
  actor: SignedIn,
  uploadId: string,
  lock: '' | 'for update of u' | 'for update of s, u' = '',
): Promise<UploadRow | undefined> {
  const [row] = await query<UploadRow & { file: SubmissionFileView | null }>(
    `select u.id as "uploadId", u.submission_id as "submissionId", u.name, u.bytes::float8 as bytes,
       u.received::float8 as received, u.path, i.assignment as design, s.handed_in_at as "handedInAt",
       c.cancelled_at as "cancelledAt", (
         select json_build_object('fileId', f.id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes)
         from stored_file f where f.id = u.file_id) as file
     from upload u join submission s on s.id = u.submission_id
     join review_round r on r.id = s.round_id join item i on i.id = r.item_id join cohort c on c.id = r.cohort_id
     join enrolment e on e.cohort_id = c.id and e.user_id = u.user_id and e.status in ('active', 'completed')
     where u.id = $1 and u.user_id = $2 ${lock}`,
    [uploadId, actor.userId],
  );
  return row;
}

export function uploadView({ uploadId, name, bytes, received, file }: UploadRow): UploadView {
  return { uploadId, name, bytes, received, file };
}

/** @throws {Problem} `cohort-cancelled`, `already-handed-in` */
export function refuseClosed({ handedInAt, cancelledAt }: UploadRow): void {
  if (cancelledAt) throw new Problem('cohort-cancelled');
  if (handedInAt) throw new Problem('already-handed-in');
}
