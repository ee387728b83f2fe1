import type { Endpoint, EndpointKey } from '@kohorte/contracts';
import { endpoints } from '@kohorte/contracts';
import { answerToken } from '@kohorte/schedule';
import { type SentenceName, usualDemand } from '@kohorte/rules';
import type { Given } from './agent.js';
import { type FurnishedReviews, furnishReviews, reviewBodies, reviewParams } from './furnished-reviews.js';
import { type FurnishedTalk, furnishTalk, talkBody, talkParams, talkQuery } from './furnished-talk.js';
import { assembled, sessionCohort, sessionCourse } from './sessions.js';
import type { Somebody, World } from './world.js';

/** A small company in which every endpoint has something to work on. */
export interface Furnished {
  author: Somebody;
  other: Somebody;
  admin: Somebody;
  outsider: Somebody;
  member: Somebody;
  manager: Somebody;
  unitId: string;
  /** An id for every parameter in a path. */
  params: Record<string, string>;
  reviews: FurnishedReviews;
  talk: FurnishedTalk;
}

/** One course with a draft and a running cohort, an import, mails, an org unit with its manager. */
export async function furnish(world: World): Promise<Furnished> {
  const unitId = (
    await world.sql<{ id: string }>(
      `insert into org_unit (id, name, path) values (uuidv7(), 'Nord', 'nord') returning id`,
    )
  )[0]!.id;
  const author = await world.person({ roles: ['trainer'] });
  const other = await world.person({ roles: ['trainer'] });
  const admin = await world.person({ roles: ['admin'] });
  const outsider = await world.person();
  const member = await world.person({ unitId });
  const manager = await world.person();
  await world.sql(`update org_unit set manager_id = $1 where id = $2`, [manager.userId, unitId]);

  const { courseId } = await world.course(author.userId);
  const draft = await author.does('POST /courses/:courseId/draft', { params: { courseId } });
  const withSession = await author.does('POST /modules/:moduleId/items', {
    params: { moduleId: draft.version.modules[0]!.moduleId },
    body: {
      kind: 'session',
      title: 'Auftakt',
      minutes: 60,
      session: { ...usualDemand, mode: 'on-site', equipment: ['beamer'] },
    },
  });
  const cohort = await author.does('POST /cohorts', {
    body: {
      courseId,
      name: 'Frühjahr',
      plan: {
        pacing: 'weekly',
        startOn: '2026-03-02',
        timeZone: 'Europe/Berlin',
        weekday: 1,
        time: '09:00',
        modulesPerStep: 1,
        weeksPerStep: 1,
        onHoliday: 'keep',
        holidayRegion: '',
        breaks: [],
      },
      admission: 'open',
      trainerIds: [author.userId],
    },
  });
  const enrolment = await member.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.cohortId } });
  await world.work();
  const outline = await member.does('GET /cohorts/:cohortId/outline', { params: { cohortId: cohort.cohortId } });
  const upload = await author.does('POST /courses/:courseId/files', {
    params: { courseId },
    file: { name: 'notiz.txt', content: Buffer.from('Nur ein Text.') },
  });
  const imported = await author.does('POST /imports', { file: { name: 'x.imscc', content: Buffer.from('PK') } });
  const [mail] = await world.sql<{ id: string }>(`select id from mail limit 1`);
  const leaver = await world.person();
  const site = await admin.does('POST /sites', { body: { name: 'Leipzig', timeZone: 'Europe/Berlin' } });
  const room = await admin.does('POST /rooms', { body: { siteId: site.siteId, name: 'Elster', seats: 20 } });
  const blocked = await admin.does('POST /rooms/:roomId/blocks', {
    params: { roomId: room.roomId },
    body: { startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T16:00:00Z' },
  });
  const away = await admin.does('POST /users/:userId/absences', {
    params: { userId: leaver.userId },
    body: { startsAt: '2026-03-09T08:00:00Z', endsAt: '2026-03-09T16:00:00Z' },
  });

  const proposed = await assembledBy(world, admin, author, member);
  const reviews = await furnishReviews(world, author, member);
  const talk = await furnishTalk(world, { cohortId: cohort.cohortId, trainer: author, member });

  const params = {
    cohortId: cohort.cohortId,
    courseId,
    versionId: draft.version.versionId,
    moduleId: draft.version.modules[2]!.moduleId,
    sessionItemId: withSession.modules[0]!.items.at(-1)!.itemId,
    itemId: draft.version.modules[0]!.items[0]!.itemId,
    openItemId: outline.modules[0]!.items[0]!.itemId,
    releaseId: cohort.releases[2]!.releaseId!,
    enrolmentId: enrolment.enrolmentId,
    fileId: upload.fileId,
    importId: imported.importId,
    mailId: mail!.id,
    userId: leaver.userId,
    orgUnitId: unitId,
    siteId: site.siteId,
    roomId: room.roomId,
    blockId: blocked.blocks[0]!.blockId,
    absenceId: away.absences[0]!.absenceId,
    ...proposed,
    token: 'guessed',
  };
  return { author, other, admin, outsider, member, manager, unitId, params, reviews, talk };
}

/** A proposed schedule that is done, and a session in it. */
async function assembledBy(
  world: World,
  admin: Somebody,
  author: Somebody,
  member: Somebody,
): Promise<Record<string, string>> {
  const { courseId } = await sessionCourse(world, author, [{}]);
  const { cohort } = await sessionCohort(world, admin, { courseId, learners: 4, trainerIds: [author.userId] });
  await member.does('POST /cohorts/:cohortId/enrolment', { params: { cohortId: cohort.cohortId } });
  const first = await assembled(world, admin, [cohort.cohortId]);
  await admin.does('POST /assemblies/:assemblyId/publication', {
    params: { assemblyId: first.assemblyId },
    body: { revision: 0 },
  });
  const [session] = await world.sql<{ id: string; enrolment_id: string; code_secret: Buffer }>(
    `select s.id, a.enrolment_id, s.code_secret from session s join session_seat a on a.session_id = s.id
     where s.cohort_id = $1 and a.user_id = $2`,
    [cohort.cohortId, member.userId],
  );
  const seat = { sessionId: session!.id, enrolmentId: session!.enrolment_id };
  const { assemblyId, sessions } = await assembled(world, admin, [cohort.cohortId]);
  return {
    sessionId: seat.sessionId,
    answerToken: answerToken(seat, session!.code_secret),
    sessionsCohortId: cohort.cohortId,
    assemblyId,
    sessionItemId: sessions[0]!.itemId,
    groupId: sessions[0]!.groupId,
  };
}

/** Bodies that get past validation, so that what refuses is the sentence. */
const bodies: { [K in EndpointKey]?: object } = {
  'POST /session': { email: 'nobody@world.test', password: 'wrong' },
  'PUT /versions/:versionId/order': { modules: [] },
  'POST /versions/:versionId/modules': { title: 'Neu' },
  'POST /modules/:moduleId/items': { kind: 'page', title: 'Neu' },
  'POST /courses': { title: 'Neuer Kurs' },
  'POST /cohorts/:cohortId/enrolments': { userIds: ['0198a000-0000-7000-8000-000000000001'] },
  'POST /cohorts/:cohortId/invitations': { userIds: ['0198a000-0000-7000-8000-000000000001'] },
  'POST /releases/:releaseId/move-preview': { opensAt: '2026-05-04T07:00:00Z', following: 'keep' },
  'POST /releases/:releaseId/move': { opensAt: '2026-05-04T07:00:00Z', following: 'keep' },
  'PUT /notifications/read-marker': { upTo: '2026-03-01T00:00:00Z' },
  'POST /sites': { name: 'Hamburg', timeZone: 'Europe/Berlin' },
  'POST /rooms/:roomId/blocks': { startsAt: '2026-04-09T08:00:00Z', endsAt: '2026-04-09T16:00:00Z' },
  'POST /me/absences': { startsAt: '2026-04-09T08:00:00Z', endsAt: '2026-04-09T16:00:00Z' },
  'POST /users/:userId/absences': { startsAt: '2026-04-09T08:00:00Z', endsAt: '2026-04-09T16:00:00Z' },
  'PUT /assemblies/:assemblyId/sessions/:itemId/:groupId/place': {
    from: '2026-03-10T10:00:00Z',
    roomId: null,
    trainerIds: [],
    revision: 0,
  },
  'POST /assemblies/:assemblyId/sessions/:itemId/:groupId/judgement': {
    from: '2026-03-10T10:00:00Z',
    roomId: null,
    trainerIds: [],
  },
  'PATCH /assemblies/:assemblyId/sessions/:itemId/:groupId': { revision: 0, locked: true },
  'POST /assemblies/:assemblyId/publication': { revision: 1 },
  'PUT /sessions/:sessionId/answer': { answer: 'yes' },
  'PUT /sessions/:sessionId/attendance': {
    marks: [{ enrolmentId: '0198a000-0000-7000-8000-000000000001', mark: 'present' }],
  },
  'POST /sessions/:sessionId/check-in': { code: '123456' },
  'POST /answers/:token': { answer: 'yes' },
  'PUT /me/password': { current: 'x', next: 'a long enough password' },
  ...reviewBodies,
};

const queries: { [K in EndpointKey]?: object } = {
  'GET /timetable': { from: '2026-03-01T00:00:00Z', to: '2026-04-01T00:00:00Z' },
  'GET /reports/completion': { by: 'cohort' },
  'GET /reports/completion.csv': { by: 'cohort' },
  'GET /holidays': { region: 'DE', from: '2026-01-01', to: '2026-12-31' },
  'POST /uploads/:uploadId/parts': { from: 0 },
};

/** What its member is asked for, and not the L&D admin, who may see most things but has none of their own. */
const ofMembers: SentenceName[] = [
  'learns-in-cohort',
  'own-upload',
  'authors-submission',
  'gives-review',
  'receives-review',
  'reads-thread',
  'writes-post',
];

/** Somebody who may call the endpoint. */
export function callerOf(key: EndpointKey, { member, admin }: Pick<Furnished, 'member' | 'admin'>): Somebody {
  return ofMembers.includes(endpoints[key].access) || key === 'GET /home' ? member : admin;
}

/** A call of the endpoint that gets past validation. */
export function sampleOf(
  key: EndpointKey,
  { params, reviews, talk }: Pick<Furnished, 'params' | 'reviews' | 'talk'>,
): Given<EndpointKey> {
  const declared: Endpoint = endpoints[key];
  const plan = {
    pacing: 'weekly',
    startOn: '2026-06-01',
    timeZone: 'Europe/Berlin',
    weekday: 1,
    time: '09:00',
    modulesPerStep: 1,
    weeksPerStep: 1,
    onHoliday: 'keep',
    holidayRegion: '',
    breaks: [],
  };
  const planned = { courseId: params['courseId'], plan };
  const body =
    key === 'POST /cohorts'
      ? { ...planned, name: 'Sommer', admission: 'open', trainerIds: [] }
      : key === 'POST /release-previews'
        ? planned
        : key === 'POST /rooms'
          ? { siteId: params['siteId'], name: 'Pleiße', seats: 12 }
          : key === 'POST /assemblies'
            ? { cohortIds: [params['sessionsCohortId']] }
            : (talkBody(key, talk) ?? bodies[key] ?? {});
  return {
    params: { ...params, itemId: itemFor(key, params), ...reviewParams(key, reviews), ...talkParams(key, talk) },
    query: talkQuery(key, talk) ?? queries[key] ?? {},
    ...(declared.upload ? { file: { name: 'a.txt', content: Buffer.from('Text') } } : { body }),
  } as Given<EndpointKey>;
}

function itemFor(key: EndpointKey, params: Record<string, string>): string {
  if (key.includes('/assemblies/')) return params['sessionItemId']!;
  return (key.includes('/cohorts/:cohortId/items') ? params['openItemId'] : params['itemId'])!;
}
