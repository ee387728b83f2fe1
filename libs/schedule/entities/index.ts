import { AssemblyRecord } from './assembly.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { BusyTime } from './busy-time.entity.js';
import { CalendarFeedLink } from './calendar-feed.entity.js';
import { CohortGroup } from './cohort-group.entity.js';
import { GroupMember } from './group-member.entity.js';
import { Room } from './room.entity.js';
import { RoomBlock } from './room-block.entity.js';
import { Session } from './session.entity.js';
import { SessionSeat } from './session-seat.entity.js';
import { SessionTrainer } from './session-trainer.entity.js';
import { Site } from './site.entity.js';
import { TrainerProfile } from './trainer-profile.entity.js';
import { WorkPattern } from './work-pattern.entity.js';

/** Everything that this rung keeps. */
export const entities = [
  AssemblyRecord,
  AttendanceMark,
  BusyTime,
  CalendarFeedLink,
  CohortGroup,
  GroupMember,
  Room,
  RoomBlock,
  Session,
  SessionSeat,
  SessionTrainer,
  Site,
  TrainerProfile,
  WorkPattern,
];
