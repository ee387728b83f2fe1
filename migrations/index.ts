import { Ground1780000000001 } from './0001-ground.js';
import { People1780000000002 } from './0002-people.js';
import { Courses1780000000003 } from './0003-courses.js';
import { Cohorts1780000000004 } from './0004-cohorts.js';
import { Schedule1780000000005 } from './0005-schedule.js';
import { Progress1780000000006 } from './0006-progress.js';
import { Notifications1780000000007 } from './0007-notifications.js';
import { Sessions1780000000008 } from './0008-sessions.js';
import { PeerReview1780000000009 } from './0009-peer-review.js';
import { Discussion1780000000010 } from './0010-discussion.js';
import { Notifications1780000000011 } from './0011-notifications.js';
import { Live1780000000012 } from './0012-live.js';

/** Every step of the schema, in order, forward. */
export const migrations = [
  Ground1780000000001,
  People1780000000002,
  Courses1780000000003,
  Cohorts1780000000004,
  Schedule1780000000005,
  Progress1780000000006,
  Notifications1780000000007,
  Sessions1780000000008,
  PeerReview1780000000009,
  Discussion1780000000010,
  Notifications1780000000011,
  Live1780000000012,
];
