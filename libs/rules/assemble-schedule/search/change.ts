import type { State } from './state.js';

/** A change of several meetings that can be taken back: where each was is noted until the change is kept or undone. */
export class Change {
  /** How many meetings it has touched. */
  count = 0;

  /** Four numbers a meeting: itself, start, room, team. */
  private readonly notes: Int32Array;
  private readonly noteOf: Int32Array;
  private readonly unplaced: number;

  constructor(private readonly state: State) {
    this.unplaced = state.tables.model.unplaced;
    this.notes = new Int32Array(4 * state.tables.meetings);
    this.noteOf = new Int32Array(state.tables.meetings).fill(-1);
  }

  touches(meeting: number): boolean {
    return this.noteOf[meeting]! >= 0;
  }

  /** Where a meeting of this change was: its start; -1 if it was not placed. */
  startBefore(meeting: number): number {
    return this.notes[this.noteOf[meeting]! + 1]!;
  }

  roomBefore(meeting: number): number {
    return this.notes[this.noteOf[meeting]! + 2]!;
  }

  teamBefore(meeting: number): number {
    return this.notes[this.noteOf[meeting]! + 3]!;
  }

  touched(i: number): number {
    return this.notes[4 * i]!;
  }

  /** Lifts a meeting, once a change; it may not be placed at all. */
  take(meeting: number): number {
    const { state, notes } = this;
    const note = 4 * this.count++;
    const start = state.start[meeting]!;
    notes[note] = meeting;
    notes[note + 1] = start;
    notes[note + 2] = state.room[meeting]!;
    notes[note + 3] = state.team[meeting]!;
    this.noteOf[meeting] = note;
    return start < 0 ? 0 : state.lift(meeting) + this.unplaced;
  }

  put(meeting: number, start: number, room: number, team: number): number {
    return this.state.place(meeting, start, room, team) - this.unplaced;
  }

  keep(): void {
    for (let i = 0; i < this.count; i++) this.noteOf[this.touched(i)] = -1;
    this.count = 0;
  }

  undo(): void {
    const { state, notes, count } = this;
    for (let i = 0; i < count; i++) if (state.start[this.touched(i)]! >= 0) state.lift(this.touched(i));
    for (let note = 0; note < 4 * count; note += 4)
      if (notes[note + 1]! >= 0) state.place(notes[note]!, notes[note + 1]!, notes[note + 2]!, notes[note + 3]!);
    this.keep();
  }
}
