import { CohortJobs } from '@kohorte/cohorts';
import { CourseJobs } from '@kohorte/courses';
import { DiscussionJobs } from '@kohorte/discussion';
import { NotificationJobs } from '@kohorte/notifications';
import { PeerReviewJobs } from '@kohorte/peer-review';
import { PeopleJobs } from '@kohorte/people';
import type { Handlers } from '@kohorte/platform';
import { ProgressJobs } from '@kohorte/progress';
import { ScheduleJobs } from '@kohorte/schedule';
import type { INestApplicationContext } from '@nestjs/common';

/** Every job's handler. A job without one does not compile. */
export function handlersOf(app: INestApplicationContext): Handlers {
  return {
    ...app.get(PeopleJobs).handlers,
    ...app.get(CourseJobs).handlers,
    ...app.get(CohortJobs).handlers,
    ...app.get(ScheduleJobs).handlers,
    ...app.get(DiscussionJobs).handlers,
    ...app.get(PeerReviewJobs).handlers,
    ...app.get(ProgressJobs).handlers,
    ...app.get(NotificationJobs).handlers,
  };
}
