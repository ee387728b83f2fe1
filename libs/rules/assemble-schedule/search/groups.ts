import type { Model } from './model.js';
import { inverted, type Rows, rowsOf } from './tables.js';

/** Meetings that are better moved together: those of a series, and those that relations tie. */
export interface Groups {
  members: Rows;
  /** Per meeting: the groups it is in. */
  ofMeeting: Rows;
}

export function groupsOf(model: Model): Groups {
  const alike = model.series
    .filter(({ extraWeekSlot, extraRoom, extraTrainer }) => extraWeekSlot + extraRoom + extraTrainer > 0)
    .map(({ meetings }) => [...new Set(meetings)]);
  const groups = [...alike, ...tied(model)].filter(({ length }) => length > 1);
  return { members: rowsOf(groups), ofMeeting: inverted(model.meetings.length, groups) };
}

/** Meetings that hang together by relations, through however many others. */
function tied({ meetings, relations }: Model): number[][] {
  const head = [...meetings.keys()];
  const headOf = (meeting: number): number => {
    while (head[meeting] !== meeting) meeting = head[meeting]!;
    return meeting;
  };
  for (const { first, second } of relations) head[headOf(second)] = headOf(first);
  const groups = new Map<number, number[]>();
  for (const meeting of meetings.keys()) {
    const group = groups.get(headOf(meeting));
    if (group) group.push(meeting);
    else groups.set(headOf(meeting), [meeting]);
  }
  return [...groups.values()];
}
