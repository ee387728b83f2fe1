import { barredIn, isPooled } from './pools.js';

/**
 * SQL: of how many works of others a person owes reviews once reviews are over, never more than the assignment asks: what
 * the grade of their reviewing went by where there is one, as it stays what it was when it was worked out; else what the
 * pool has for them now. Who handed in when reviews were over, with more time than the others, owes none.
 *
 * For a whole round at once, `everybody` says the same of each (`round-figures.ts`); grading goes by that, all else by one
 * of the two.
 */
export const othersOnceOver = (of: Record<'round' | 'person' | 'enrolment' | 'until', string>): string => `coalesce(
  (select rg.owed from reviewing_grade rg where rg.round_id = ${of.round} and rg.enrolment_id = ${of.enrolment}),
  (select 0 from submission_author of_e join submission s on s.id = of_e.submission_id
    where of_e.round_id = ${of.round} and of_e.enrolment_id = ${of.enrolment} and s.handed_in_at > ${of.until}),
  (select count(*)::int from submission s where s.round_id = ${of.round} and ${isPooled})
    - coalesce((select barred.works from ${barredIn(of.round, of.person)} barred), 0))`;
