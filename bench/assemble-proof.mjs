/** In a worker: the least that a timetable costs, as a mixed-integer programme that HiGHS solves. */
import loadHighs from 'highs';
import { parentPort, workerData } from 'node:worker_threads';

const { model, seconds } = workerData;
const highs = await loadHighs();
const programme = write(model);
const solver = highs.createModel({ format: 'lp', data: programme });
solver.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.5 });
solver.run();
const bound = solver.info.get('mip_dual_bound');
const value = solver.getObjectiveValue();
// Costs are whole numbers: a bound above 41 is one of 42.
const whole = Math.ceil(bound - 1e-6);
parentPort.postMessage({ isProven: whole >= Math.round(value), bound: whole });
solver.dispose();

/**
 * A variable for each meeting with start and room, one for each with start and team, tied to each other. Knows all that
 * `makeCase` makes at one site; not crowds' lonely meetings, nor travel, which are matters of more than two things.
 */
function write({
  meetings,
  rooms,
  trainers,
  crowds,
  series,
  relations,
  slots,
  dayOf,
  weekOf,
  days,
  weeks,
  weekSlotOf,
  pairOfOneTrainer,
  unplaced,
}) {
  // prettier-ignore
  const cost = [];
  const rows = [];
  const binary = [];
  const bounded = [];
  let constant = 0;
  /** What starts, room and team variables there are of each meeting. */
  const inRoom = meetings.map(() => []);
  const byTeam = meetings.map(() => []);
  const isFree = ({ free }, start, length) => free.subarray(start, start + length).every(Boolean);

  meetings.forEach(({ length, starts, startCosts, rooms: own, roomCosts, teams, teamCosts }, m) => {
    starts.forEach((start, i) => {
      const x = [];
      const w = [];
      own.forEach((room, k) => {
        if (room >= 0 && !isFree(rooms[room], start, length)) return;
        const name = `x${m}_${start}_${room < 0 ? 'n' : room}`;
        x.push(name);
        inRoom[m].push({ name, start, room });
        cost.push([startCosts[i] + roomCosts[k], name]);
      });
      teams.forEach((team, k) => {
        if (!team.every((trainer) => isFree(trainers[trainer], start, length))) return;
        const name = `w${m}_${start}_${k}`;
        w.push(name);
        byTeam[m].push({ name, start, team });
        cost.push([teamCosts[k], name]);
      });
      if (x.length + w.length > 0)
        rows.push(`${[...x, ...w.map((name) => `- ${name}`)].join(' + ').replaceAll('+ -', '-')} = 0`); // prettier-ignore
      binary.push(...x, ...w);
    });
    binary.push(`u${m}`);
    cost.push([unplaced, `u${m}`]);
    rows.push(`${[...inRoom[m].map(({ name }) => name), `u${m}`].join(' + ')} = 1`);
  });

  const atMost = (names, most) => names.length > most && rows.push(`${names.join(' + ')} <= ${most}`);
  const lasts = ({ start }, m, slot) => start <= slot && slot < start + meetings[m].length;
  for (let slot = 0; slot < slots; slot++) {
    rooms.forEach(
      (_, room) =>
      atMost(inRoom.flatMap((all, m) => all.filter((one) => one.room === room && lasts(one, m, slot)).map(({ name }) => name)), 1), // prettier-ignore
    );
    trainers.forEach(
      (_, trainer) =>
      atMost(byTeam.flatMap((all, m) => all.filter((one) => one.team.includes(trainer) && lasts(one, m, slot)).map(({ name }) => name)), 1), // prettier-ignore
    );
    for (const { meetings: members } of crowds)
      atMost([...new Set(members)].flatMap((m) => inRoom[m].filter((one) => lasts(one, m, slot)).map(({ name }) => name)), 1); // prettier-ignore
  }

  trainers.forEach(({ mostPerDay, mostPerWeek }, trainer) => {
    const own = byTeam.flatMap((all) => all.filter(({ team }) => team.includes(trainer)));
    const where = (isIn) => own.filter(({ start }) => isIn(start)).map(({ name }) => name);
    for (let day = 0; day < days; day++) atMost(where((start) => dayOf[start] === day), mostPerDay); // prettier-ignore
    for (let week = 0; week < weeks; week++) atMost(where((start) => weekOf[dayOf[start]] === week), mostPerWeek); // prettier-ignore
    // The second meeting of a trainer makes one pair more, the third two …: dearer and dearer, so they fill in order.
    const mine = byTeam.filter((all) => all.some(({ team }) => team.includes(trainer))).length;
    const steps = Array.from({ length: mine }, (_, k) => `n${trainer}_${k}`);
    if (pairOfOneTrainer === 0 || mine < 2) return;
    steps.forEach((name, k) => {
      cost.push([k * pairOfOneTrainer, name]);
      bounded.push(name);
    });
    rows.push(`${own.map(({ name }) => name).join(' + ')} - ${steps.join(' - ')} = 0`);
  });

  series.forEach(({ meetings: members, extraRoom, extraTrainer, extraWeekSlot }, s) => {
    const beyondFirst = (kind, price, all, uses) => {
      if (price === 0) return;
      const names = [];
      for (const thing of new Set(all.flatMap((one) => uses(one)))) {
        const name = `${kind}${s}_${thing}`;
        names.push(name);
        bounded.push(name);
        cost.push([price, name]);
        for (const m of members) {
          const its = all.filter((one) => one.m === m && uses(one).includes(thing)).map((one) => one.name);
          if (its.length > 0) rows.push(`${its.join(' + ')} - ${name} <= 0`);
        }
      }
      if (names.length === 0) return;
      // The first is free; where nothing is placed there is none, and nothing may be gained by that.
      rows.push(`${names.join(' + ')} + f${kind}${s} >= 1`);
      bounded.push(`f${kind}${s}`);
      cost.push([price, `f${kind}${s}`]);
      constant -= price;
    };
    const placedIn = members.flatMap((m) => inRoom[m].map((one) => ({ ...one, m })));
    const ledBy = members.flatMap((m) => byTeam[m].map((one) => ({ ...one, m })));
    beyondFirst('r', extraRoom, placedIn.filter(({ room }) => room >= 0), ({ room }) => [room]); // prettier-ignore
    beyondFirst('t', extraTrainer, ledBy, ({ team }) => team);
    beyondFirst('h', extraWeekSlot, placedIn, ({ start }) => [weekSlotOf[start]]);
  });

  relations.forEach(({ first, second, leastDays, mostDays, sameWeekSlot }) => {
    const isKept = (one, two) => {
      const apart = dayOf[two] - dayOf[one];
      if (apart < leastDays || apart > mostDays) return false;
      if (leastDays === 0 && two < one + meetings[first].length) return false;
      return !sameWeekSlot || weekSlotOf[one] === weekSlotOf[two];
    };
    const startsOf = (m) => [...new Set(inRoom[m].map(({ start }) => start))];
    const at = (m, start) => inRoom[m].filter((one) => one.start === start).map(({ name }) => name);
    for (const one of startsOf(first)) {
      const barred = startsOf(second).filter((two) => !isKept(one, two));
      if (barred.length > 0) rows.push(`${[...at(first, one), ...barred.flatMap((two) => at(second, two))].join(' + ')} <= 1`); // prettier-ignore
    }
  });

  const sum = cost.filter(([price]) => price !== 0).map(([price, name]) => `${price} ${name}`);
  const lines = [`Minimize`, ` obj: ${broken(sum.join(' + '))} + ${constant} fixed`, 'Subject To'];
  rows.forEach((row, i) => lines.push(` c${i}: ${broken(row)}`));
  lines.push('Bounds', ' fixed = 1', ...bounded.map((name) => ` 0 <= ${name} <= 1`));
  lines.push('Binaries', ` ${broken(binary.join(' '))}`, 'End');
  return lines.join('\n');
}

/** Lines of a programme must not be too long. */
function broken(text) {
  return text.replace(/(.{200,}?) /g, '$1\n  ');
}
