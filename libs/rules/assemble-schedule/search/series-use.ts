import type { Tables } from './tables.js';

/** How often each series is on each day, in each room, with each trainer, at each week slot. */
export class SeriesUse {
  readonly costOfNothing: number;
  private readonly onDay: Int32Array;
  private readonly daysHeld: Int32Array;
  private readonly inRoom: Int32Array;
  private readonly roomsUsed: Int32Array;
  private readonly byTrainer: Int32Array;
  private readonly trainersUsed: Int32Array;
  private readonly atWeekSlot: Int32Array;
  private readonly weekSlotsUsed: Int32Array;
  private readonly fewestDays: Int32Array;
  private readonly missingDay: Int32Array;
  private readonly extraRoom: Int32Array;
  private readonly extraTrainer: Int32Array;
  private readonly extraWeekSlot: Int32Array;

  constructor(private readonly tables: Tables) {
    const { model, rooms, trainers } = tables;
    const { series } = model;
    const count = series.length;
    this.onDay = new Int32Array(count * model.days);
    this.daysHeld = new Int32Array(count);
    this.inRoom = new Int32Array(count * rooms);
    this.roomsUsed = new Int32Array(count);
    this.byTrainer = new Int32Array(count * trainers);
    this.trainersUsed = new Int32Array(count);
    this.atWeekSlot = new Int32Array(count * model.weekSlots);
    this.weekSlotsUsed = new Int32Array(count);
    this.fewestDays = Int32Array.from(series, (one) => one.fewestDays);
    this.missingDay = Int32Array.from(series, (one) => (one.fewestDays > 0 ? one.missingDay : 0));
    this.extraRoom = Int32Array.from(series, (one) => one.extraRoom);
    this.extraTrainer = Int32Array.from(series, (one) => one.extraTrainer);
    this.extraWeekSlot = Int32Array.from(series, (one) => one.extraWeekSlot);
    this.costOfNothing = this.missingDay.reduce((sum, each, i) => sum + each * this.fewestDays[i]!, 0);
  }

  add(meeting: number, start: number, room: number, team: number): number {
    const { model, seriesOf, grid, noRoom, rooms, trainers, trainersOfTeam } = this.tables;
    let delta = 0;
    for (let k = seriesOf.from[meeting]!, to = seriesOf.from[meeting + 1]!; k < to; k++) {
      const series = seriesOf.items[k]!;
      const missingDay = this.missingDay[series]!;
      if (missingDay > 0 && this.onDay[series * model.days + grid.dayOf[start]!]!++ === 0)
        if (this.daysHeld[series]!++ < this.fewestDays[series]!) delta -= missingDay;
      const extraRoom = this.extraRoom[series]!;
      if (extraRoom > 0 && room !== noRoom && this.inRoom[series * rooms + room]!++ === 0)
        if (this.roomsUsed[series]!++ > 0) delta += extraRoom;
      const extraWeekSlot = this.extraWeekSlot[series]!;
      if (extraWeekSlot > 0 && this.atWeekSlot[series * model.weekSlots + grid.weekSlotOf[start]!]!++ === 0)
        if (this.weekSlotsUsed[series]!++ > 0) delta += extraWeekSlot;
      const extraTrainer = this.extraTrainer[series]!;
      if (extraTrainer === 0) continue;
      for (let j = trainersOfTeam.from[team]!, end = trainersOfTeam.from[team + 1]!; j < end; j++)
        if (this.byTrainer[series * trainers + trainersOfTeam.items[j]!]!++ === 0)
          if (this.trainersUsed[series]!++ > 0) delta += extraTrainer;
    }
    return delta;
  }

  relocation(meeting: number, from: number, oldRoom: number, to: number, room: number): number {
    const { model, seriesOf, grid, noRoom, rooms } = this.tables;
    const fromDay = grid.dayOf[from]!;
    const toDay = grid.dayOf[to]!;
    let delta = 0;
    for (let k = seriesOf.from[meeting]!, end = seriesOf.from[meeting + 1]!; k < end; k++) {
      const series = seriesOf.items[k]!;
      const missingDay = this.missingDay[series]!;
      if (missingDay > 0 && fromDay !== toDay) {
        let held = this.daysHeld[series]!;
        const fewest = this.fewestDays[series]!;
        if (this.onDay[series * model.days + fromDay] === 1 && --held < fewest) delta += missingDay;
        if (this.onDay[series * model.days + toDay] === 0 && held < fewest) delta -= missingDay;
      }
      const extraRoom = this.extraRoom[series]!;
      if (extraRoom > 0 && oldRoom !== room) {
        let used = this.roomsUsed[series]!;
        if (oldRoom !== noRoom && this.inRoom[series * rooms + oldRoom] === 1 && --used > 0) delta -= extraRoom;
        if (room !== noRoom && this.inRoom[series * rooms + room] === 0 && used > 0) delta += extraRoom;
      }
      const extraWeekSlot = this.extraWeekSlot[series]!;
      const fromWeekSlot = grid.weekSlotOf[from]!;
      const toWeekSlot = grid.weekSlotOf[to]!;
      if (extraWeekSlot > 0 && fromWeekSlot !== toWeekSlot) {
        let used = this.weekSlotsUsed[series]!;
        if (this.atWeekSlot[series * model.weekSlots + fromWeekSlot] === 1 && --used > 0) delta -= extraWeekSlot;
        if (this.atWeekSlot[series * model.weekSlots + toWeekSlot] === 0 && used > 0) delta += extraWeekSlot;
      }
    }
    return delta;
  }

  remove(meeting: number, start: number, room: number, team: number): number {
    const { model, seriesOf, grid, noRoom, rooms, trainers, trainersOfTeam } = this.tables;
    let delta = 0;
    for (let k = seriesOf.from[meeting]!, to = seriesOf.from[meeting + 1]!; k < to; k++) {
      const series = seriesOf.items[k]!;
      const missingDay = this.missingDay[series]!;
      if (missingDay > 0 && --this.onDay[series * model.days + grid.dayOf[start]!]! === 0)
        if (--this.daysHeld[series]! < this.fewestDays[series]!) delta += missingDay;
      const extraRoom = this.extraRoom[series]!;
      if (extraRoom > 0 && room !== noRoom && --this.inRoom[series * rooms + room]! === 0)
        if (--this.roomsUsed[series]! > 0) delta -= extraRoom;
      const extraWeekSlot = this.extraWeekSlot[series]!;
      if (extraWeekSlot > 0 && --this.atWeekSlot[series * model.weekSlots + grid.weekSlotOf[start]!]! === 0)
        if (--this.weekSlotsUsed[series]! > 0) delta -= extraWeekSlot;
      const extraTrainer = this.extraTrainer[series]!;
      if (extraTrainer === 0) continue;
      for (let j = trainersOfTeam.from[team]!, end = trainersOfTeam.from[team + 1]!; j < end; j++)
        if (--this.byTrainer[series * trainers + trainersOfTeam.items[j]!]! === 0)
          if (--this.trainersUsed[series]! > 0) delta -= extraTrainer;
    }
    return delta;
  }
}
