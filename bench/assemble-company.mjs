/** Companies as L&D plans for them, made from a seed: for the figures of whole schedules. */

const minute = 60_000;
const day = 24 * 60 * minute;
/** Monday, 4 January 2027, 00:00 in Berlin. */
const beginning = Date.parse('2027-01-03T23:00:00Z');

/** Numbers from a seed (mulberry32), the same on every machine. */
function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (n) => Math.floor(next() * n),
    isSo: (share) => next() < share,
    from: (list) => list[Math.floor(next() * list.length)],
  };
}

const siteNames = ['leipzig', 'hamburg', 'wien', 'leeds', 'ulm', 'basel'];
const zones = { leeds: 'Europe/London' };
const hours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '17:00' }));
const roomHours = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '08:00', to: '18:00' }));
const topics = ['feedback', 'sicherheit', 'führung', 'technik'];

/**
 * @param {{ seed: number, cohorts: number, learnersEach: number, sites: number, rooms: number, trainers: number,
 *   weeks: number, sessionsEach: number, weights: object }} size
 */
export function company({ seed, cohorts, learnersEach, sites, rooms, trainers, weeks, sessionsEach, weights }) {
  const random = chance(seed);
  const siteIds = siteNames.slice(0, sites);
  const zoneOf = (siteId) => zones[siteId] ?? 'Europe/Berlin';
  const spell = (share) => {
    if (!random.isSo(share)) return [];
    const from = beginning + random.below(weeks * 7) * day;
    return [{ from, to: from + (1 + random.below(7)) * day }];
  };
  const meetings = (count) =>
    Array.from({ length: count }, () => {
      const from = beginning + random.below(weeks * 7) * day + (9 * 60 + 30 * random.below(14)) * minute;
      return { from, to: from + 60 * minute };
    });
  const learners = [];
  const asked = {
    seed,
    now: beginning,
    timeZone: 'Europe/Berlin',
    preferred: { from: '09:00', to: '16:00' },
    kept: [],
    excluded: [],
    weights,
    holidays: { 'DE-SN': ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17'] },
    sites: siteIds.map((siteId) => ({ siteId, timeZone: zoneOf(siteId), region: siteId === 'leeds' ? null : 'DE-SN' })),
    rooms: Array.from({ length: rooms }, (_, n) => ({
      roomId: `room-${String(n).padStart(3, '0')}`,
      siteId: siteIds[n % sites],
      // Each site has a room for the large sessions; the others are as they are.
      seats: n < sites ? 30 : random.from([14, 16, 20, 24]),
      equipment: n < sites || random.isSo(0.5) ? ['beamer'] : [],
      hours: roomHours,
      blocked: [...spell(0.3), ...meetings(weeks)],
    })),
    trainers: Array.from({ length: trainers }, (_, n) => ({
      userId: `trainer-${String(n).padStart(3, '0')}`,
      siteId: siteIds[n % sites],
      timeZone: zoneOf(siteIds[n % sites]),
      region: 'DE-SN',
      hours,
      busy: [...spell(0.5), ...meetings(weeks)],
      qualifications: [topics[n % topics.length], random.from(topics)],
      mostPerDay: 3,
      mostPerWeek: 8,
      travelsTo: random.isSo(0.3) ? siteIds.filter((siteId) => siteId !== siteIds[n % sites]) : [],
    })),
    learners,
    cohorts: [],
  };
  for (let c = 0; c < cohorts; c += 1) {
    const homes = sites <= 3 ? siteIds : [siteIds[c % sites], siteIds[(c + 1) % sites]];
    const userIds = Array.from({ length: learnersEach }, (_, n) => {
      const siteId = homes[n % homes.length];
      const userId = `learner-${c}-${n}`;
      learners.push({
        userId,
        siteId,
        timeZone: zoneOf(siteId),
        region: 'DE-SN',
        hours,
        busy: n % 7 === 0 ? meetings(2) : [],
      });
      return userId;
    });
    const start = sites <= 3 ? 0 : (c * 3) % Math.max(1, weeks - 12);
    const qualification = topics[c % topics.length];
    const sessions = Array.from({ length: sessionsEach }, (_, n) => {
      const week = start + Math.floor((n * 12) / sessionsEach);
      const isLive = n === 0 || n === sessionsEach - 1;
      return {
        itemId: `item-${c}-${n}`,
        minutes: isLive ? 180 : 90,
        from: beginning + week * 7 * day,
        to: beginning + (week + 1) * 7 * day,
        mode: isLive || n % 2 === 0 ? 'on-site' : 'online',
        groupLeast: 6,
        groupBest: 13,
        groupMost: 14,
        equipment: isLive ? ['beamer'] : [],
        trainers: 1,
        qualification,
        window: 'module-week',
        windowDays: 0,
        leastDaysAfterPrevious: 2,
        sameWeekSlot: false,
        sameRoom: true,
        sameTrainer: true,
        spreadDays: null,
        backToBack: false,
      };
    });
    asked.cohorts.push({
      cohortId: `cohort-${String(c).padStart(3, '0')}`,
      region: 'DE-SN',
      timeZone: 'Europe/Berlin',
      breaks: [{ from: '2027-02-08', to: '2027-02-10' }],
      userIds,
      groups: [],
      sessions,
    });
  }
  return asked;
}

/** One cohort: 12 weeks, 120 learners in 3 sites, 10 rooms, 15 trainers, some 40 sessions. */
export const oneCohort = (weights, seed = 1) =>
  company({ seed, cohorts: 1, learnersEach: 120, sites: 3, rooms: 10, trainers: 15, weeks: 12, sessionsEach: 5, weights }); // prettier-ignore

/** Fifty cohorts at once over half a year: 600 sessions, 40 rooms, 60 trainers. */
export const wholeCompany = (weights, seed = 1) =>
  company({ seed, cohorts: 50, learnersEach: 26, sites: 6, rooms: 40, trainers: 60, weeks: 26, sessionsEach: 6, weights }); // prettier-ignore
