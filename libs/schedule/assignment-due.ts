/**
 * Until when an enrolment, or a team it is in, was given more time in a round; both are columns. The rounds belong to the
 * rung above, whose tables are read here so that everybody has their own date in one statement; a round of which
 * `deadlines_sequence` is 0 has none.
 */
export function extendedTo(round: string, enrolment: string): string {
  return `(select max(x.due_at) from extension x where x.round_id = ${round} and (x.enrolment_id = ${enrolment}
    or x.enrolment_id in (
      select teammate.enrolment_id from team_member membership
      join team_member teammate on teammate.team_id = membership.team_id
      where membership.round_id = ${round} and membership.enrolment_id = ${enrolment})))`;
}
