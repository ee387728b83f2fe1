import { assemblyEndpoints } from './assemblies.js';
import { cohortEndpoints } from './cohorts.js';
import { courseEndpoints } from './courses.js';
import { discussionEndpoints } from './discussion.js';
import type { BodyIn, ParamsOf, QueryIn, ReplyIn } from './endpoint.js';
import { liveEndpoints } from './live.js';
import { notificationSettingEndpoints } from './notification-settings.js';
import { notificationEndpoints } from './notifications.js';
import { operationsEndpoints } from './operations.js';
import { peerReviewEndpoints } from './peer-review.js';
import { peopleEndpoints } from './people.js';
import { progressEndpoints } from './progress.js';
import { reportingEndpoints } from './reporting.js';
import { resourceEndpoints } from './resources.js';
import { reviewRoundEndpoints } from './review-rounds.js';
import { scheduleEndpoints } from './schedule.js';
import { sessionEndpoints } from './sessions.js';

/** Every endpoint of the product, by method and path below `/api`. */
export const endpoints = {
  ...operationsEndpoints,
  ...peopleEndpoints,
  ...courseEndpoints,
  ...cohortEndpoints,
  ...resourceEndpoints,
  ...scheduleEndpoints,
  ...sessionEndpoints,
  ...assemblyEndpoints,
  ...discussionEndpoints,
  ...liveEndpoints,
  ...peerReviewEndpoints,
  ...reviewRoundEndpoints,
  ...progressEndpoints,
  ...notificationEndpoints,
  ...notificationSettingEndpoints,
  ...reportingEndpoints,
};

export type Endpoints = typeof endpoints;
/** `'GET /me'` and all its siblings. */
export type EndpointKey = keyof Endpoints;
export type ReplyOf<K extends EndpointKey> = ReplyIn<Endpoints[K]>;
export type QueryOf<K extends EndpointKey> = QueryIn<Endpoints[K]>;
export type BodyOf<K extends EndpointKey> = BodyIn<Endpoints[K]>;
export type { ParamsOf };

export * from './assemblies.js';
export * from './assignments.js';
export * from './cohorts.js';
export * from './courses.js';
export * from './discussion.js';
export * from './endpoint.js';
export * from './facts.js';
export * from './inputs.js';
export * from './jobs.js';
export * from './live.js';
export * from './notification-settings.js';
export * from './notifications.js';
export * from './operations.js';
export * from './peer-review.js';
export * from './people.js';
export * from './problems.js';
export * from './progress.js';
export * from './reactions.js';
export * from './reporting.js';
export * from './resources.js';
export * from './review-rounds.js';
export * from './schedule.js';
export * from './sessions.js';
