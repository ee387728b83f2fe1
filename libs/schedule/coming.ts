/** SQL for whether the seat `a` is taken: by somebody who is in, waits no longer, and has not said no. */
export const comes = (a: string): string =>
  `${a}.left_at is null and ${a}.waits_since is null and ${a}.answer is distinct from 'no'`;

/** SQL for how many seats of the session with this id are taken. */
export const seatsTaken = (sessionId: string): string =>
  `(select count(*)::int from session_seat taken where taken.session_id = ${sessionId} and ${comes('taken')})`;
