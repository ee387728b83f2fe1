import type { EndpointKey } from '@kohorte/contracts';
import { ask, say } from './discussion.js';
import type { Somebody, World } from './world.js';

/** Talk in a cohort, so that each endpoint has a thread in which it has something to do. */
export interface FurnishedTalk {
  cohortId: string;
  /** Asked by the member, answered by another learner. */
  threadId: string;
  ownPostId: string;
  othersPostId: string;
  deletedPostId: string;
  /** To be merged into the first. */
  doubledThreadId: string;
  /** To be split: somebody else’s post in it. */
  mixedThreadId: string;
  mixedPostId: string;
  announcementId: string;
  fileId: string;
}

/** The cohort is the trainer’s, and the member learns in it. */
export async function furnishTalk(
  world: World,
  { cohortId, trainer, member }: { cohortId: string; trainer: Somebody; member: Somebody },
): Promise<FurnishedTalk> {
  const params = { cohortId };
  const other = await world.person();
  await trainer.does('POST /cohorts/:cohortId/enrolments', { params, body: { userIds: [other.userId] } });
  const { threadId } = await ask(member, cohortId);
  const [{ id: ownPostId }] = (await world.sql<{ id: string }>(`select id from post where thread_id = $1`, [threadId])) as [{ id: string }]; // prettier-ignore
  const { postId: othersPostId } = await say(other, threadId, 'Frag nach einem Beispiel.');
  const { postId: deletedPostId } = await say(member, threadId, 'Das war nichts.');
  await member.does('DELETE /posts/:postId', { params: { postId: deletedPostId } });
  const { threadId: doubledThreadId } = await ask(member, cohortId, { title: 'Noch einmal dasselbe' });
  const { threadId: mixedThreadId } = await ask(member, cohortId, { title: 'Zwei Dinge auf einmal' });
  const { postId: mixedPostId } = await say(other, mixedThreadId, 'Etwas ganz anderes.');
  const { announcementId } = await trainer.does('POST /cohorts/:cohortId/announcements', {
    params,
    body: { title: 'Bald', text: 'Es geht weiter.', publishAt: '2026-12-01T08:00:00Z' },
  });
  const { fileId } = await member.does('POST /cohorts/:cohortId/discussion-files', {
    params,
    file: { name: 'notiz.txt', content: Buffer.from('Nur ein Text.') },
  });
  return {
    cohortId,
    threadId,
    ownPostId,
    othersPostId,
    deletedPostId,
    doubledThreadId,
    mixedThreadId,
    mixedPostId,
    announcementId,
    fileId,
  };
}

/** Bodies that get past validation. */
export function talkBody(key: EndpointKey, talk: FurnishedTalk): object | undefined {
  const draft = { place: `new:${talk.cohortId}` };
  const bodies: { [K in EndpointKey]?: object } = {
    'POST /cohorts/:cohortId/threads': { kind: 'question', title: 'Wie fange ich an?', text: 'Mit dem Schwersten?' },
    'PUT /cohorts/:cohortId/following': { level: 'follow' },
    'PATCH /threads/:threadId': { title: 'Wie frage ich freundlich nach?' },
    'POST /threads/:threadId/posts': { text: 'Danke.' },
    'PUT /threads/:threadId/read-marker': { number: 1 },
    'PUT /threads/:threadId/accepted-answer': { postId: talk.othersPostId },
    'PUT /threads/:threadId/lock': { on: false },
    'PUT /threads/:threadId/pin': { on: true },
    'PUT /threads/:threadId/place': {},
    'POST /threads/:threadId/merge': { into: talk.threadId },
    'POST /threads/:threadId/split': { postIds: [talk.mixedPostId], title: 'Etwas anderes' },
    'PATCH /posts/:postId': { text: 'Ohne dass es hart klingt.' },
    'PUT /posts/:postId/endorsement': { on: true },
    'POST /posts/:postId/reports': { kind: 'other' },
    'PUT /posts/:postId/moderation': { decision: 'keep' },
    'POST /text-previews': { text: 'Ein **Text**.' },
    'PUT /discussion-drafts': { ...draft, revision: 0, text: 'Ich wollte fragen' },
    'POST /discussion-drafts/discard': draft,
    'POST /cohorts/:cohortId/announcements': { title: 'Neues', text: 'Es geht los.' },
    'PUT /cohorts/:cohortId/learning-groups': { groups: [] },
    'POST /cohorts/:cohortId/learning-groups': { size: 4, way: 'random' },
    'POST /push-subscriptions': { endpoint: 'https://push.test/x', p256dh: 'x'.repeat(87), auth: 'x'.repeat(22) },
    'POST /inbound-mail': { to: 'reply+x@in.test', from: 'a@world.test', text: 'Danke.', messageId: '<1@world.test>' },
  };
  return bodies[key];
}

/** Queries that get past validation. */
export function talkQuery(key: EndpointKey, talk: FurnishedTalk): object | undefined {
  if (/\/(similar-threads|mentionable)$/.test(key)) return { title: 'Person' };
  if (key.endsWith('/thread-search')) return { search: 'Beispiel' };
  return key === 'GET /discussion-drafts' ? { place: `new:${talk.cohortId}` } : undefined;
}

/** The ids for paths of discussion, each where its endpoint has something to work on. */
export function talkParams(key: EndpointKey, talk: FurnishedTalk): Record<string, string> {
  const threadId = key.endsWith('/merge')
    ? talk.doubledThreadId
    : key.endsWith('/split')
      ? talk.mixedThreadId
      : talk.threadId;
  const postId = /\/(helpful-vote|reports|endorsement|moderation)$/.test(key)
    ? talk.othersPostId
    : key.endsWith('/restoration')
      ? talk.deletedPostId
      : talk.ownPostId;
  const ids = { threadId, postId, announcementId: talk.announcementId };
  return key.includes('/discussion-files/') ? { ...ids, fileId: talk.fileId } : ids;
}
