import type { Tables } from './tables.js';

/** Where each trainer is, how often on each day, in each week, at each site. */
export class TrainerUse {
  /** Per trainer and slot: the meeting, or -1. */
  readonly at: Int32Array;
  private readonly meetings: Int32Array;
  private readonly onDay: Int32Array;
  private readonly inWeek: Int32Array;
  private readonly atSite: Int32Array;

  constructor(private readonly tables: Tables) {
    const { model, trainers, grid } = tables;
    this.at = new Int32Array(trainers * grid.size).fill(-1);
    this.meetings = new Int32Array(trainers);
    this.onDay = new Int32Array(trainers * model.days);
    this.inWeek = new Int32Array(trainers * model.weeks);
    this.atSite = new Int32Array(trainers * model.days * model.sites);
  }

  /**
   * Whether a team is there for the whole length, goes to the room's site, and may have one meeting more: beside the
   * one that the meeting leaves if it is theirs (`was` and `by`, -1 if it is not placed).
   */
  mayLead(meeting: number, start: number, room: number, team: number, was: number, by: number): boolean {
    const { model, grid, noRoom, siteOf, trainerRun, trainersOfTeam, length, isFixed } = this.tables;
    const day = grid.dayOf[start]!;
    const week = grid.weekOf[start]!;
    for (let k = trainersOfTeam.from[team]!, to = trainersOfTeam.from[team + 1]!; k < to; k++) {
      const trainer = trainersOfTeam.items[k]!;
      const { siteCosts, mostPerDay, mostPerWeek } = model.trainers[trainer]!;
      const isAway = trainerRun[trainer * grid.size + start]! < length[meeting]!;
      if ((isAway || (room !== noRoom && siteCosts[siteOf[room]!]! < 0)) && !isFixed[meeting]) return false;
      const onDay = this.onDay[trainer * model.days + day]!;
      const inWeek = this.inWeek[trainer * model.weeks + week]!;
      if (onDay < mostPerDay && inWeek < mostPerWeek) continue;
      if (was < 0 || !this.isIn(trainer, by)) return false;
      if (onDay - (grid.dayOf[was] === day ? 1 : 0) >= mostPerDay) return false;
      if (inWeek - (grid.weekOf[was] === week ? 1 : 0) >= mostPerWeek) return false;
    }
    return true;
  }

  private isIn(trainer: number, team: number): boolean {
    const { from, items } = this.tables.trainersOfTeam;
    for (let k = from[team]!, to = from[team + 1]!; k < to; k++) if (items[k] === trainer) return true;
    return false;
  }

  /** @returns what the team's being there costs */
  add(meeting: number, start: number, end: number, room: number, team: number): number {
    const { model, grid, noRoom, siteOf, trainersOfTeam } = this.tables;
    let delta = 0;
    for (let k = trainersOfTeam.from[team]!, to = trainersOfTeam.from[team + 1]!; k < to; k++) {
      const trainer = trainersOfTeam.items[k]!;
      for (let at = trainer * grid.size + start, last = at + end - start; at < last; at++) this.at[at] = meeting;
      delta += model.pairOfOneTrainer * this.meetings[trainer]!++;
      this.inWeek[trainer * model.weeks + grid.weekOf[start]!]!++;
      const onDay = trainer * model.days + grid.dayOf[start]!;
      this.onDay[onDay]!++;
      if (room === noRoom) continue;
      const site = siteOf[room]!;
      delta += Math.max(model.trainers[trainer]!.siteCosts[site]!, 0);
      if (this.atSite[onDay * model.sites + site]!++ === 0) delta += this.extraSite(onDay);
    }
    return delta;
  }

  remove(start: number, end: number, room: number, team: number): number {
    const { model, grid, noRoom, siteOf, trainersOfTeam } = this.tables;
    let delta = 0;
    for (let k = trainersOfTeam.from[team]!, to = trainersOfTeam.from[team + 1]!; k < to; k++) {
      const trainer = trainersOfTeam.items[k]!;
      for (let at = trainer * grid.size + start, last = at + end - start; at < last; at++) this.at[at] = -1;
      delta -= model.pairOfOneTrainer * --this.meetings[trainer]!;
      this.inWeek[trainer * model.weeks + grid.weekOf[start]!]!--;
      const onDay = trainer * model.days + grid.dayOf[start]!;
      this.onDay[onDay]!--;
      if (room === noRoom) continue;
      const site = siteOf[room]!;
      delta -= Math.max(model.trainers[trainer]!.siteCosts[site]!, 0);
      if (this.atSite[onDay * model.sites + site] === 1) delta -= this.extraSite(onDay);
      this.atSite[onDay * model.sites + site]!--;
    }
    return delta;
  }

  /** What one of the sites costs that a trainer is in on a day: nothing if it is the only one. */
  private extraSite(onDay: number): number {
    const { sites, extraSiteOfDay } = this.tables.model;
    let there = 0;
    for (let site = 0; site < sites; site++) if (this.atSite[onDay * sites + site]! > 0) there++;
    return there > 1 ? extraSiteOfDay : 0;
  }
}
