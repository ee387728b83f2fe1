/** Until so long before it begins may one say no or change to a parallel group. */
const answerEnds = 24 * 3_600_000;
/** From so long before it begins is the way in shown, until it ends. */
const joinOpens = 10 * 60_000;
/** Attendance is shown by code from so long before the beginning until so long after the end. */
const checkInOpens = 15 * 60_000;
const checkInCloses = 30 * 60_000;
/** Whoever comes later than this is late. */
const lateAfter = 10 * 60_000;
/** So long before the beginning it is decided whether enough people come. */
const goDecidedBefore = 48 * 3_600_000;

/** The moments of a session that something depends on. */
export function sessionMoments({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) {
  const at = (instant: Date, by: number): Date => new Date(instant.getTime() + by);
  return {
    answerUntil: at(startsAt, -answerEnds),
    joinFrom: at(startsAt, -joinOpens),
    checkInFrom: at(startsAt, -checkInOpens),
    checkInUntil: at(endsAt, checkInCloses),
    lateFrom: at(startsAt, lateAfter),
    goDecidedAt: at(startsAt, -goDecidedBefore),
  };
}

/** Sessions that begin before this instant are to be decided on now. */
export function goHorizon(now: Date): Date {
  return new Date(now.getTime() + goDecidedBefore);
}
