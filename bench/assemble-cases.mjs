import { Random } from '../dist/libs/rules/assemble-schedule/search/random.js';

/**
 * Makes up a timetabling problem of the product's shape, the same for the same seed: cohorts of sessions in windows that
 * follow each other, rooms at sites, trainers who work part of the week and are away some of it.
 * @param {{ seed: number, cohorts: number, sessions: number, weeks: number, days?: number, hours?: number, rooms: number,
 *   trainers: number, sites?: number, longest?: number }} size `sessions` a cohort; `hours`: slots a day
 */
export function makeCase({
  seed,
  cohorts,
  sessions,
  weeks,
  days = 5,
  hours = 18,
  rooms,
  trainers,
  sites = 3,
  longest = 16,
}) {
  // prettier-ignore
  const random = new Random(seed);
  const any = (from, to) => from + random.below(to - from + 1);
  const chance = (percent) => random.below(100) < percent;
  const perWeek = days * hours;
  const slots = weeks * perWeek;
  const slotsWhere = (isIn) => Uint8Array.from({ length: slots }, (_, slot) => (isIn(slot) ? 1 : 0));

  const roomModels = Array.from({ length: rooms }, (_, room) => {
    const blockedDay = any(0, 5 * days);
    return {
      site: room % sites,
      free: slotsWhere((slot) => Math.floor(slot / hours) % (5 * days) !== blockedDay),
    };
  });
  const trainerModels = Array.from({ length: trainers }, () => {
    const works = Array.from({ length: days }, () => chance(80));
    const away = weeks > 4 ? any(0, 2 * weeks) : -1;
    const home = random.below(sites);
    return {
      free: slotsWhere((slot) => works[Math.floor(slot / hours) % days] && Math.floor(slot / perWeek) !== away),
      mostPerDay: 2,
      mostPerWeek: any(4, 8),
      siteCosts: Int32Array.from({ length: sites }, (_, site) => (site === home ? 0 : chance(25) ? -1 : any(1, 4))),
    };
  });

  const meetings = [];
  const crowds = [];
  const series = [];
  const relations = [];
  for (let cohort = 0; cohort < cohorts; cohort++) {
    const own = [];
    const length = Math.min(any(1, 4) * any(1, 4), longest);
    const able = Array.from({ length: any(2, 5) }, () => random.below(trainers));
    const teams = [...new Set(able)].map((trainer) => [trainer]);
    if (trainers > 4 && chance(20)) teams.push([...new Set([able[0], random.below(trainers)])]);
    const seats = any(0, Math.max(rooms - 3, 0));
    const big = [...Array(rooms).keys()].filter((room) => room >= seats || chance(20));
    const late = Math.floor((hours * 3) / 4);
    for (let i = 0; i < sessions; i++) {
      const span = weeks / sessions;
      const firstDay = Math.floor(i * span * days);
      const lastDay = Math.min(Math.ceil((i + 1) * span * days) + any(0, days), weeks * days) - 1;
      const starts = [];
      for (let day = firstDay; day <= lastDay; day++)
        for (let hour = 0; hour + length <= hours; hour++) starts.push(day * hours + hour);
      own.push(meetings.length);
      meetings.push({
        length,
        starts: Int32Array.from(starts),
        startCosts: Int32Array.from(starts, (slot) => {
          const hour = slot % hours;
          return hour === 0 ? 2 : hour + length > late ? hour + length - late : 0;
        }),
        rooms: Int32Array.from(big),
        roomCosts: Int32Array.from(big, (room) => Math.min(room - seats < 0 ? 6 : room - seats, 4)),
        teams,
        teamCosts: Int32Array.from(teams, (team) => (team.length - 1) * 5),
        fixed: null,
      });
    }
    crowds.push({ meetings: own, alone: 0 });
    series.push({
      meetings: own,
      fewestDays: 0,
      missingDay: 0,
      extraRoom: any(2, 5),
      extraTrainer: any(4, 10),
      extraWeekSlot: any(2, 8),
    });
    for (let i = 1; i < own.length; i++)
      relations.push({
        first: own[i - 1],
        second: own[i],
        leastDays: any(0, 1),
        mostDays: Infinity,
        sameWeekSlot: false,
      });
    if (chance(20) && own.length > 1 && weeks >= sessions) relations[relations.length - 1].sameWeekSlot = true;
  }
  // Some learners are in two cohorts.
  for (let i = 0; i < cohorts / 2; i++)
    crowds.push({ meetings: [...crowds[random.below(cohorts)].meetings, ...crowds[random.below(cohorts)].meetings], alone: 0 }); // prettier-ignore

  return {
    slots,
    dayOf: Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / hours)),
    days: weeks * days,
    weekOf: Int32Array.from({ length: weeks * days }, (_, day) => Math.floor(day / days)),
    weeks,
    weekSlotOf: Int32Array.from({ length: slots }, (_, slot) => slot % perWeek),
    weekSlots: perWeek,
    meetings,
    rooms: roomModels,
    trainers: trainerModels,
    sites,
    crowds,
    series,
    relations,
    pairOfOneTrainer: 1,
    extraSiteOfDay: 5,
    unplaced: 10_000,
  };
}
