import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EndpointKey, endpoints } from '@kohorte/contracts';
import { furnish, type Furnished, sampleOf } from '../support/furnished.js';
import type { Agent } from '../support/agent.js';
import { World } from '../support/world.js';

/**
 * How many statements each endpoint may send to Postgres, the session's own included. A number may only go down, or up
 * with a reason: statements creep.
 */
const most: Record<EndpointKey, number> = {
  'GET /health/live': 0,
  'GET /health/ready': 1,
  'GET /openapi.json': 0,
  'GET /jobs': 2,
  'POST /session': 4,
  'GET /me': 2,
  'PATCH /me': 4,
  'PUT /me/password': 5,
  'GET /one-time-links/:token': 1,
  'POST /one-time-links/:token': 0,
  'GET /users': 2,
  'POST /users': 1,
  'PATCH /users/:userId': 6,
  'POST /users/:userId/one-time-link': 5,
  'GET /people': 2,
  'GET /org-units': 2,
  'POST /org-units': 1,
  'PATCH /org-units/:orgUnitId': 5,
  'GET /courses': 2,
  'POST /courses': 5,
  'GET /courses/:courseId': 4,
  'POST /courses/:courseId/draft': 6,
  'PATCH /versions/:versionId': 5,
  'PUT /versions/:versionId/order': 4,
  'POST /versions/:versionId/modules': 7,
  'PATCH /modules/:moduleId': 6,
  'POST /modules/:moduleId/items': 7,
  'PATCH /items/:itemId': 7,
  'GET /items/:itemId/preview': 3,
  'POST /courses/:courseId/files': 3,
  'POST /imports': 4,
  'GET /imports': 2,
  'GET /imports/:importId': 2,
  'GET /catalogue': 3,
  'GET /catalogue/:courseId': 3,
  'GET /holiday-regions': 1,
  'GET /holidays': 1,
  'POST /release-previews': 2,
  'GET /cohorts': 2,
  'POST /cohorts': 8,
  'GET /cohorts/:cohortId': 3,
  'PATCH /cohorts/:cohortId': 7,
  'POST /cohorts/:cohortId/enrolment': 6,
  'POST /cohorts/:cohortId/enrolment/acceptance': 3,
  'GET /cohorts/:cohortId/people': 3,
  'GET /cohorts/:cohortId/enrolments': 3,
  'POST /cohorts/:cohortId/enrolments': 5,
  'POST /cohorts/:cohortId/invitations': 4,
  'POST /enrolments/:enrolmentId/approval': 6,
  'POST /releases/:releaseId/move-preview': 6,
  'POST /releases/:releaseId/move': 9,
  'GET /files/:fileId': 2,
  'GET /sites': 2,
  'POST /sites': 6,
  'PATCH /sites/:siteId': 6,
  'DELETE /sites/:siteId': 5,
  'GET /rooms': 2,
  'POST /rooms': 5,
  'PATCH /rooms/:roomId': 6,
  'POST /rooms/:roomId/closure': 5,
  'DELETE /rooms/:roomId/closure': 5,
  'POST /rooms/:roomId/blocks': 6,
  'DELETE /room-blocks/:blockId': 4,
  'GET /resource-tags': 2,
  'GET /me/work-pattern': 2,
  'PATCH /me/work-pattern': 6,
  'POST /me/absences': 5,
  'DELETE /me/absences/:absenceId': 4,
  'GET /users/:userId/work-pattern': 2,
  'PATCH /users/:userId/work-pattern': 6,
  'POST /users/:userId/absences': 5,
  'DELETE /users/:userId/absences/:absenceId': 4,
  'GET /trainers': 2,
  'PATCH /trainers/:userId': 6,
  'GET /me/trainer-profile': 2,
  'GET /assembly-cohorts': 2,
  'GET /assemblies': 2,
  'POST /assemblies': 16,
  'GET /assemblies/:assemblyId': 12,
  'POST /assemblies/:assemblyId/cancellation': 13,
  'POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement': 12,
  'PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place': 32,
  'PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId': 24,
  'GET /assemblies/:assemblyId/publication': 11,
  'POST /assemblies/:assemblyId/publication': 40,
  'GET /cohorts/:cohortId/sessions': 3,
  'GET /sessions/:sessionId': 2,
  'PUT /sessions/:sessionId/answer': 8,
  'POST /sessions/:sessionId/seat': 10,
  'DELETE /sessions/:sessionId/seat': 12,
  'GET /sessions/:sessionId/roster': 4,
  'PUT /sessions/:sessionId/attendance': 10,
  'GET /sessions/:sessionId/code': 2,
  'POST /sessions/:sessionId/check-in': 7,
  'PUT /sessions/:sessionId/join-link': 6,
  'POST /sessions/:sessionId/cancellation': 8,
  'GET /answers/:token': 1,
  'POST /answers/:token': 6,
  'GET /timetable': 2,
  'GET /calendar-feed': 2,
  'POST /calendar-feed': 2,
  'GET /calendar/:token': 1,
  'GET /home': 4,
  'GET /cohorts/:cohortId/outline': 2,
  'GET /cohorts/:cohortId/items/:itemId': 3,
  'PUT /cohorts/:cohortId/items/:itemId/done-mark': 5,
  'DELETE /cohorts/:cohortId/items/:itemId/done-mark': 5,
  'GET /cohorts/:cohortId/progress': 3,
  'GET /notifications': 3,
  'GET /notifications/unread': 2,
  'PUT /notifications/read-marker': 3,
  'GET /notification-settings': 2,
  'PATCH /notification-settings': 3,
  'GET /mails': 2,
  'GET /mails/:mailId': 2,
  'GET /reports/completion': 2,
  'GET /reports/completion.csv': 2,
  'DELETE /session': 2,
  'DELETE /sessions': 3,
  'DELETE /users/:userId': 6,
  'DELETE /courses/:courseId/draft': 5,
  'POST /versions/:versionId/publication': 2,
  'DELETE /modules/:moduleId': 2,
  'DELETE /items/:itemId': 2,
  'POST /cohorts/:cohortId/cancellation': 6,
  'DELETE /cohorts/:cohortId/enrolment': 6,
  'DELETE /enrolments/:enrolmentId': 8,
  'DELETE /calendar-feed': 2,
};

let world: World;
let there: Furnished;

beforeAll(async () => {
  world = await World.begin();
  there = await furnish(world);
});
afterAll(() => world.end());

test('no endpoint sends more statements than it is known to', async () => {
  const seen: Partial<Record<EndpointKey, number>> = {};
  const keys = Object.keys(endpoints) as EndpointKey[];
  const isRemoval = (key: EndpointKey): boolean =>
    (key.startsWith('DELETE') && !key.endsWith('/done-mark')) || /publication|cancellation/.test(key);
  for (const key of [...keys.filter((k) => !isRemoval(k)), ...keys.filter(isRemoval)]) {
    const response = await (await callerOf(key)).calls(key, sampleOf(key, there.params));
    seen[key] = Number(/statements;desc="(\d+)"/.exec(response.headers['server-timing'] as string)?.[1]);
  }
  expect(keys.filter((key) => !(seen[key]! <= most[key])).map((key) => `${key}: ${seen[key]} > ${most[key]}`)).toEqual(
    [],
  );
});

/** Somebody who may; somebody new where the call signs them out. */
async function callerOf(key: EndpointKey): Promise<Agent> {
  if (['DELETE /session', 'DELETE /sessions', 'PUT /me/password'].includes(key)) return world.person();
  return endpoints[key].access === 'learns-in-cohort' || key === 'GET /home' ? there.member : there.admin;
}
