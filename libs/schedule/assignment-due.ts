/**
 * Until when an enrolment, or a team it is in, was given more time in a round; both are columns. The rounds belong to the
 * rung above, whose tables are read here so that everybody has their own date in one statement.
 */
export function extendedTo(round: string, enrolment: string): string {
  return `(select max(x.due_at) from extension x where x.round_id = ${round} and (x.enrolment_id = ${enrolment}
    or x.enrolment_id in (
      select mate.enrolment_id from team_member mine join team_member mate on mate.team_id = mine.team_id
      where mine.round_id = ${round} and mine.enrolment_id = ${enrolment})))`;
}
