import type { OutlineView } from '@kohorte/contracts';
import {
  Announcements,
  Answers,
  DiscussionSettings,
  LearningGroups,
  Posts,
  PostViews,
  ReadMarkers,
  Reports,
  ThreadLists,
  Threads,
  Votes,
} from '@kohorte/discussion';
import { later, minutes } from '@kohorte/platform';
import { Outline } from '@kohorte/progress';
import type { INestApplicationContext } from '@nestjs/common';
import type { Colleague } from './company.js';
import { people } from './content/company.js';
import type { AuthoredAnswer, AuthoredPost, AuthoredTalk, AuthoredThread, Voice } from './content/talk-type.js';
import type { TravellingClock } from './travelling-clock.js';

/** A cohort whose people talk. */
export interface TalkingCohort {
  cohortId: string;
  trainer: Colleague;
  talk: AuthoredTalk;
  /** Those who learn; whoever tries the demo comes first. */
  members: readonly Colleague[];
}

/** A thread that is there, with its posts so far. */
interface Opened {
  threadId: string;
  postIds: string[];
}

/** Until this day after the opening, whoever tries the demo has read everything. */
const lastReadDay = 9;

/** Talk as the demo's people do it day by day: they ask, answer, vote, report; the trainer announces and endorses. */
export class TalkLife {
  private readonly opened = new Map<AuthoredThread, Opened>();
  private readonly outlines = new Map<string, OutlineView>();

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: TravellingClock,
    private readonly today: Date,
  ) {}

  /** What is said from noon of a day on; `day` counts from the opening of the first module. */
  async live(cohort: TalkingCohort, day: number): Promise<void> {
    const { cohortId, trainer, talk } = cohort;
    if (day === 0) await this.begin(cohort);
    // A sweep asks every ten minutes; here once a week is enough.
    if (day % 7 === 0) await this.app.get(LearningGroups).promptDue();
    for (const { title, text } of talk.announcements.filter((one) => one.day === day))
      await this.app.get(Announcements).plan(trainer, cohortId, { title, text });
    for (const thread of talk.threads)
      for (const post of thread.posts.filter((one) => one.day === day)) await this.say(cohort, thread, post);
    for (const answer of talk.inGroup.filter((one) => one.day === day)) await this.sayInGroup(cohort, answer);
    if (day <= lastReadDay) await this.read(cohort, day);
  }

  private async begin({ cohortId, trainer, talk }: TalkingCohort): Promise<void> {
    const { guidelines, prompts } = talk;
    const manners = { guidelines, prompts: [...prompts], anonymousAllowed: true };
    await this.app.get(DiscussionSettings).change(trainer, cohortId, manners);
    await this.app.get(LearningGroups).mix(trainer, cohortId, { size: 5, way: 'mixed' });
  }

  private async say(cohort: TalkingCohort, thread: AuthoredThread, post: AuthoredPost): Promise<void> {
    this.pass();
    const who = personOf(cohort, post.by);
    const text = withNames(cohort, post.text);
    const there = this.opened.get(thread);
    if (there) {
      const parentId = post.to ? there.postIds[post.to - 1] : undefined;
      const body = { text, ...(parentId ? { parentId } : {}) };
      there.postIds.push((await this.app.get(Posts).write(who, there.threadId, body)).postId);
    }
    const opened = there ?? (await this.open(cohort, thread, who, text));
    this.opened.set(thread, opened);
    await this.respond(cohort, thread, post, opened);
  }

  private async open(cohort: TalkingCohort, thread: AuthoredThread, who: Colleague, text: string): Promise<Opened> {
    const { kind, title, item, atSecond, anonymous = false, same = 0 } = thread;
    const itemId = item && (await this.itemAt(cohort, item));
    const { threadId } = await this.app.get(Threads).open(who, cohort.cohortId, {
      kind,
      title,
      text,
      anonymous,
      ...(itemId ? { itemId } : {}),
      ...(atSecond === undefined ? {} : { atSecond }),
    });
    for (const other of othersThan(cohort, who, same)) await this.app.get(Votes).sayTheSame(other, threadId);
    const { posts } = await this.app.get(PostViews).page(who, threadId, { limit: 1 });
    return { threadId, postIds: posts.map(({ postId }) => postId) };
  }

  /** What others make of the newest post. */
  private async respond(cohort: TalkingCohort, thread: AuthoredThread, post: AuthoredPost, opened: Opened) {
    const postId = opened.postIds.at(-1)!;
    for (const other of othersThan(cohort, personOf(cohort, post.by), post.helpful ?? 0))
      await this.app.get(Votes).findHelpful(other, postId);
    const answers = this.app.get(Answers);
    if (post.accepted) await answers.accept(personOf(cohort, thread.posts[0]!.by), opened.threadId, postId);
    if (post.endorsed) await answers.endorse(cohort.trainer, postId, true);
    if (!post.reported) return;
    const { by, kind, note } = post.reported;
    await this.app.get(Reports).report(personOf(cohort, by), postId, { kind, note });
  }

  private async sayInGroup(cohort: TalkingCohort, { week, by, text }: AuthoredAnswer): Promise<void> {
    this.pass();
    const account = personOf(cohort, 'account');
    const groups = await this.app.get(LearningGroups).list(account, cohort.cohortId);
    const group = groups.find(({ own }) => own);
    const others = cohort.members.filter(
      ({ userId }) => userId !== account.userId && group?.members.some((member) => member.userId === userId),
    );
    const who = by === 'account' ? account : others[by];
    if (!group || !who) return;
    const { rows } = await this.app.get(ThreadLists).page(who, cohort.cohortId, { groupId: group.groupId });
    const prompt = rows.find(({ kind, place }) => kind === 'prompt' && place.step === week);
    if (prompt) await this.app.get(Posts).write(who, prompt.threadId, { text });
  }

  /** Whoever tries the demo has read what was said on a day. */
  private async read(cohort: TalkingCohort, day: number): Promise<void> {
    for (const thread of cohort.talk.threads.filter(({ posts }) => posts.some((post) => post.day === day))) {
      const { threadId, postIds } = this.opened.get(thread)!;
      await this.app.get(ReadMarkers).set(personOf(cohort, 'account'), threadId, postIds.length);
    }
  }

  private async itemAt({ cohortId, trainer }: TalkingCohort, [week, place]: readonly [number, number]) {
    const outline = this.outlines.get(cohortId) ?? (await this.app.get(Outline).view(trainer, cohortId));
    this.outlines.set(cohortId, outline);
    return outline.modules[week - 1]!.items[place - 1]!.itemId;
  }

  /** Some minutes go by, unless that would lead beyond today. */
  private pass(): void {
    const then = later(this.clock.now(), minutes(11));
    if (then < this.today) this.clock.to(then);
  }
}

function personOf({ members, trainer }: TalkingCohort, voice: Voice): Colleague {
  if (voice === 'trainer') return trainer;
  return members[voice === 'account' ? 0 : voice + 1]!;
}

/** So many of those who learn, without whoever tries the demo, who may still vote. */
function othersThan({ members }: TalkingCohort, { userId }: Colleague, count: number): Colleague[] {
  return members
    .slice(1)
    .filter((other) => other.userId !== userId)
    .slice(0, count);
}

/** With mentions where the text names somebody. */
function withNames(cohort: TalkingCohort, text: string): string {
  return text.replace(/\{(account|trainer|\d+)\}/g, (_, voice: string) => {
    const { userId, email } = personOf(cohort, /^\d/.test(voice) ? Number(voice) : (voice as Voice));
    const { givenName, familyName } = people.find((person) => person.email === email)!;
    return `@[${givenName} ${familyName}](user:${userId})`;
  });
}
