import { CohortsModule } from '@kohorte/cohorts';
import { CoursesModule } from '@kohorte/courses';
import { DiscussionModule } from '@kohorte/discussion';
import { NotificationsModule } from '@kohorte/notifications';
import { PeerReviewModule } from '@kohorte/peer-review';
import { PeopleModule } from '@kohorte/people';
import { ProgressModule } from '@kohorte/progress';
import { ReportingModule } from '@kohorte/reporting';
import { ScheduleModule } from '@kohorte/schedule';

/** Every rung of the product, from the ground up. */
export const rungs = [
  PeopleModule,
  CoursesModule,
  CohortsModule,
  ScheduleModule,
  DiscussionModule,
  PeerReviewModule,
  ProgressModule,
  NotificationsModule,
  ReportingModule,
];
