import { readFile } from 'node:fs/promises';

/**
 * An instance of curriculum-based course timetabling, as the second International Timetabling Competition (2007, track
 * 3) wrote them down.
 * @typedef {{ name: string, days: number, periods: number, courses: Course[], rooms: { name: string, seats: number }[],
 *   curricula: string[][], blocked: { course: string, day: number, period: number }[] }} Instance
 * @typedef {{ name: string, teacher: string, lectures: number, fewestDays: number, students: number }} Course
 */

/** @returns {Promise<Instance>} */
export async function readInstance(path) {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).map((line) => line.trim());
  const head = {};
  const parts = {};
  let part = null;
  for (const line of lines) {
    const title = /^([A-Z_]+):$/.exec(line)?.[1];
    if (!line || line === 'END.') continue;
    if (title) part = parts[title] = [];
    else if (part) part.push(line.split(/\s+/));
    else head[line.split(':')[0].trim()] = line.slice(line.indexOf(':') + 1).trim();
  }
  return {
    name: head.Name,
    days: Number(head.Days),
    periods: Number(head.Periods_per_day),
    courses: parts.COURSES.map(([name, teacher, lectures, fewestDays, students]) => ({
      name,
      teacher,
      lectures: Number(lectures),
      fewestDays: Number(fewestDays),
      students: Number(students),
    })),
    rooms: parts.ROOMS.map(([name, seats]) => ({ name, seats: Number(seats) })),
    curricula: parts.CURRICULA.map(([, , ...courses]) => courses),
    blocked: (parts.UNAVAILABILITY_CONSTRAINTS ?? []).map(([course, day, period]) => ({
      course,
      day: Number(day),
      period: Number(period),
    })),
  };
}

/** The instance in the engine's own constraints; lectures in the order of the courses. */
export function modelOf({ days, periods, courses, rooms, curricula, blocked }) {
  const slots = days * periods;
  const isBlocked = new Set(blocked.map(({ course, day, period }) => `${course} ${day * periods + period}`));
  const everyRoom = Int32Array.from(rooms.keys());
  const lecturesOf = new Map();
  const meetings = [];
  for (const { name, lectures, students } of courses) {
    const starts = Int32Array.from([...Array(slots).keys()].filter((slot) => !isBlocked.has(`${name} ${slot}`)));
    const lecture = {
      length: 1,
      starts,
      startCosts: new Int32Array(starts.length),
      rooms: everyRoom,
      roomCosts: Int32Array.from(rooms, ({ seats }) => Math.max(0, students - seats)),
      teams: [[]],
      teamCosts: Int32Array.of(0),
      fixed: null,
    };
    lecturesOf.set(
      name,
      Array.from({ length: lectures }, (_, i) => meetings.length + i),
    );
    meetings.push(...Array(lectures).fill(lecture));
  }
  const ofCourses = (names) => [...new Set(names)].flatMap((name) => lecturesOf.get(name) ?? []);
  const teachers = [...new Set(courses.map(({ teacher }) => teacher))];
  return {
    slots,
    dayOf: Int32Array.from({ length: slots }, (_, slot) => Math.floor(slot / periods)),
    days,
    weekOf: new Int32Array(days),
    weeks: 1,
    weekSlotOf: Int32Array.from({ length: slots }, (_, slot) => slot),
    weekSlots: slots,
    meetings,
    rooms: rooms.map(() => ({ free: new Uint8Array(slots).fill(1), site: 0 })),
    trainers: [],
    sites: 1,
    crowds: [
      ...curricula.map((names) => ({ meetings: ofCourses(names), alone: 2 })),
      ...teachers.map((teacher) => ({
        meetings: ofCourses(courses.filter((course) => course.teacher === teacher).map(({ name }) => name)),
        alone: 0,
      })),
    ],
    series: courses.map(({ name, fewestDays }) => ({
      meetings: lecturesOf.get(name),
      fewestDays,
      missingDay: 5,
      extraRoom: 1,
      extraTrainer: 0,
      extraWeekSlot: 0,
    })),
    relations: [],
    pairOfOneTrainer: 0,
    extraSiteOfDay: 0,
    unplaced: 1_000_000,
  };
}

/** A line a lecture: course, room, day, period. */
export function written({ periods, courses, rooms }, solution) {
  const names = courses.flatMap(({ name, lectures }) => Array(lectures).fill(name));
  return solution
    .map((placement, i) =>
      placement
        ? `${names[i]} ${rooms[placement.room].name} ${Math.floor(placement.start / periods)} ${placement.start % periods}\n`
        : '',
    )
    .join('');
}
