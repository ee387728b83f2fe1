import type { PlanCohort, ReleasePlanInput } from '@kohorte/contracts';
import { Enrolments, Planning } from '@kohorte/cohorts';
import { WholeCourses } from '@kohorte/courses';
import { type Clock, Database, days, Drain, type Handlers, hours, later, SystemClock } from '@kohorte/platform';
import { DoneMarks, Outline } from '@kohorte/progress';
import { dateOf, daysLater, instantAt } from '@kohorte/rules';
import { Assemblies, Attendance, Publishing, SeatsInSessions, SessionViews } from '@kohorte/schedule';
import type { INestApplicationContext } from '@nestjs/common';
import { AssignmentLife } from './assignments.js';
import { type Colleague, demoPassword, foundCompany } from './company.js';
import { accounts } from './content/company.js';
import { learnfluencerDe } from './content/learnfluencer/de/index.js';
import { gespraech } from './content/learnfluencer/de/talk.js';
import { werke } from './content/learnfluencer/de/works.js';
import { learnfluencerEn } from './content/learnfluencer/en/index.js';
import { talk } from './content/learnfluencer/en/talk.js';
import { works } from './content/learnfluencer/en/works.js';
import { ankommen } from './content/onboarding/index.js';
import { phishingErkennen } from './content/sicher-arbeiten/index.js';
import type { AuthoredTalk } from './content/talk-type.js';
import { furnishPremises } from './premises.js';
import { TalkLife } from './talk.js';
import { TravellingClock } from './travelling-clock.js';
import { wholeCourse } from './whole-course.js';

const home = 'Europe/Berlin';

/** What a seeded demo tells whoever starts it. */
export interface Seeded {
  /** False where there were people already: nothing was touched. */
  seeded: boolean;
  accounts: { role: string; email: string; password: string }[];
}

/**
 * Fills an empty database with Nordwind AG. The past five weeks are lived through day by day, by the same services
 * and jobs as everybody's, so that one cohort is in its third week, one is full, and one starts next Monday.
 * @param onBegin is waited for before the first person is added, where there is nobody yet
 */
export async function seedDemo(
  open: (clock: Clock) => Promise<INestApplicationContext>,
  handlersOf: (app: INestApplicationContext) => Handlers,
  onBegin: () => Promise<unknown> = async () => undefined,
): Promise<Seeded> {
  const today = new SystemClock().now();
  const clock = new TravellingClock(today);
  const app = await open(clock);
  try {
    const somebody = await app.get(Database).one(`select 1 as there from app_user limit 1`);
    if (somebody) {
      const isDemo = await app
        .get(Database)
        .one(`select 1 as there from app_user where email = $1`, [accounts[0]!.email]);
      return { seeded: false, accounts: isDemo ? demoAccounts() : [] };
    }
    await onBegin();
    await new Demo(app, clock, today, handlersOf(app)).live();
    return { seeded: true, accounts: demoAccounts() };
  } finally {
    await app.close();
  }
}

function demoAccounts(): Seeded['accounts'] {
  return accounts.map(({ role, email }) => ({ role, email, password: demoPassword }));
}

class Demo {
  private colleagues: Colleague[] = [];
  /** Who is in which cohort so far. */
  private readonly members = new Map<string, Colleague[]>();
  /** The Monday, 09:00, on which week 3 of the running cohort has opened. */
  private readonly monday: Date;
  private readonly assignments: AssignmentLife;
  private readonly talk: TalkLife;

  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: TravellingClock,
    private readonly today: Date,
    private readonly handlers: Handlers,
  ) {
    this.monday = lastMonday(today);
    this.assignments = new AssignmentLife(app);
    this.talk = new TalkLife(app, clock, today);
  }

  async live(): Promise<void> {
    this.clock.to(later(this.monday, -days(42)));
    this.colleagues = await foundCompany(this.app);
    const jonas = this.who('jonas');
    const petra = this.who('petra');
    await furnishPremises(this.app, petra, this.colleagues, this.monday);
    const courses = this.app.get(WholeCourses);
    const german = await courses.addPublished(jonas.userId, wholeCourse(learnfluencerDe));
    const english = await courses.addPublished(jonas.userId, wholeCourse(learnfluencerEn));
    const phishing = await courses.addPublished(jonas.userId, wholeCourse(phishingErkennen));
    const arriving = await courses.addPublished(jonas.userId, wholeCourse(ankommen));

    const trainerIds = [jonas.userId];
    const running = await this.plan(petra, {
      courseId: german.courseId,
      name: 'Führungskräfte Herbst',
      trainerIds,
      capacity: 30,
      admission: 'open',
      plan: weekly(this.dateIn(-14)),
    });
    const inEnglish = await this.plan(petra, {
      courseId: english.courseId,
      name: 'Leeds and friends',
      trainerIds,
      capacity: 20,
      admission: 'open',
      plan: { ...weekly(this.dateIn(-14)), timeZone: 'Europe/London', holidayRegion: 'GB-ENG' },
    });
    const next = await this.plan(petra, {
      courseId: german.courseId,
      name: 'Führungskräfte Winter',
      trainerIds,
      capacity: 25,
      admission: 'open',
      plan: { ...weekly(this.dateIn(7)), onHoliday: 'next-working-day', breaks: [christmasAfter(this.dateIn(7))] },
    });
    const full = await this.plan(petra, {
      courseId: german.courseId,
      name: 'Kleine Runde Leipzig',
      trainerIds,
      capacity: 12,
      admission: 'open',
      plan: { ...weekly(this.dateIn(21)), onHoliday: 'skip-week' },
    });
    const atOnce = await this.plan(petra, {
      courseId: phishing.courseId,
      name: 'Alle zusammen',
      trainerIds,
      admission: 'open',
      plan: { ...weekly(this.dateIn(-7)), pacing: 'all-at-once' },
    });
    const ownPace = await this.plan(petra, {
      courseId: arriving.courseId,
      name: 'Neu bei Nordwind',
      trainerIds,
      admission: 'open',
      plan: { ...weekly(this.dateIn(-28)), pacing: 'relative' },
    });

    const germans = this.colleagues.filter(({ language, roles }) => language === 'de' && roles.length === 0);
    const managers = germans.filter(({ manages }) => manages.length > 0);
    const others = germans.filter(({ manages }) => manages.length === 0);
    const amina = this.who('amina');
    const oliver = this.who('oliver');
    const inAutumn = [amina, ...managers.slice(0, 20), ...pick(others, 3).slice(0, 6)].filter(isFirst);
    const fromLeeds = [oliver, ...this.colleagues.filter(isEnglish).slice(0, 14)].filter(isFirst);

    await this.through(-35, async (day) => {
      if (day < -14) {
        await this.join(running, slice(inAutumn, day + 35, 21));
        await this.join(inEnglish, slice(fromLeeds, day + 35, 21));
      }
      // The day before they begin, their live sessions get dates, rooms and trainers; from then on people meet.
      if (day === -15) await this.schedule(petra, [running, inEnglish]);
      if (day > -15) for (const cohortId of [running, inEnglish]) await this.meet(cohortId, jonas);
      if (day >= -20 && day < -13) await this.join(full, slice(pick(others, 9).slice(0, 17), day + 20, 7));
      if (day >= -10 && day < 0) await this.join(next, slice(pick(others, 11).slice(0, 14), day + 10, 10));
      if (day >= -7) await this.join(atOnce, slice(pick(others, 4).slice(0, 30), day + 7, 7));
      if (day >= -21) await this.join(ownPace, slice(pick(others, 17).slice(0, 6), day + 21, 21));
      if (day >= -14) {
        await this.learn(running, day + 14);
        await this.learn(inEnglish, day + 14);
      }
      if (day >= -14) {
        await this.assignments.live(
          { cohortId: running, trainer: jonas, works: werke },
          this.members.get(running) ?? [],
          day + 14,
        );
        await this.assignments.live(
          { cohortId: inEnglish, trainer: jonas, works },
          (this.members.get(inEnglish) ?? []).slice(0, 9),
          day + 14,
        );
      }
      if (day >= -14) {
        await this.talkAbout(running, gespraech, day + 14);
        await this.talkAbout(inEnglish, talk, day + 14);
      }
      if (day >= -7) await this.learn(atOnce, day + 7);
      if (day >= -20) await this.learn(ownPace, day + 20);
    });
  }

  /** Lives through the days from `from` (days after the Monday of week 3) until now. */
  private async through(from: number, live: (day: number) => Promise<void>): Promise<void> {
    for (let day = from; ; day += 1) {
      const morning = daysLater(this.monday, day, home);
      if (morning > this.today) break;
      this.clock.to(morning);
      await this.work();
      const noon = later(morning, hours(3));
      if (noon > this.today) break;
      this.clock.to(noon);
      await live(day);
      await this.work();
    }
    this.clock.to(this.today);
    await this.work();
  }

  private async plan(by: Colleague, asked: PlanCohort): Promise<string> {
    return (await this.app.get(Planning).plan(by, asked)).cohortId;
  }

  private async join(cohortId: string, people: Colleague[]): Promise<void> {
    for (const person of people) await this.app.get(Enrolments).join(person, cohortId);
    this.members.set(cohortId, [...(this.members.get(cohortId) ?? []), ...people]);
  }

  /** Has a schedule assembled, and publishes it as it is. */
  private async schedule(by: Colleague, cohortIds: string[]): Promise<void> {
    const assemblies = this.app.get(Assemblies);
    const { assemblyId } = await assemblies.request(by, { cohortIds, seed: 1, effort: 0.2 });
    await this.work();
    const { revision } = await assemblies.view(assemblyId);
    await this.app.get(Publishing).publish(by, assemblyId, revision);
    await this.work();
  }

  /** Most say in time that they come, and most of them do; the trainer marks it the day after. */
  private async meet(cohortId: string, trainer: Colleague): Promise<void> {
    const now = this.clock.now();
    const sessions = await this.app.get(SessionViews).ofCohort(trainer, cohortId);
    const attendance = this.app.get(Attendance);
    for (const { sessionId, startsAt, endsAt, cancelled } of sessions) {
      const ahead = Date.parse(startsAt) - now.getTime();
      const isOver = Date.parse(endsAt) <= now.getTime();
      if (cancelled || (!isOver && (ahead > days(5) || ahead < days(2)))) continue;
      const { rows } = await attendance.roster(trainer, sessionId);
      if (isOver && rows.every(({ mark }) => mark === null)) {
        const marks = rows.map(({ enrolmentId }, index) => ({
          enrolmentId,
          mark: index % 7 === 5 ? ('excused' as const) : index % 11 === 4 ? ('late' as const) : ('present' as const),
        }));
        if (marks.length > 0) await attendance.mark(trainer, sessionId, { marks });
      }
      if (isOver) continue;
      for (const [index, { person, answer }] of rows.entries()) {
        const who = this.colleagues.find(({ userId }) => userId === person.userId);
        // Amina has not answered yet, so that there is something to answer.
        if (!who || answer !== null || index % 3 === 2 || who.email.startsWith('amina')) continue;
        await this.app.get(SeatsInSessions).answer(who, sessionId, index % 8 === 6 ? 'maybe' : 'yes');
      }
    }
  }

  private async talkAbout(cohortId: string, said: AuthoredTalk, day: number): Promise<void> {
    const members = this.members.get(cohortId) ?? [];
    await this.talk.live({ cohortId, trainer: this.who('jonas'), talk: said, members }, day);
  }

  /** Everybody does a little: the keen ones keep up, some come behind, a few have not begun. */
  private async learn(cohortId: string, day: number): Promise<void> {
    for (const [index, person] of (this.members.get(cohortId) ?? []).entries()) {
      const pace = [1, 0.8, 0.6, 0.9, 0.3, 0, 0.7, 1][index % 8]!;
      // Amina is in the middle of week 3, so that there is something to continue with.
      const isAmina = person.email.startsWith('amina');
      const share = isAmina ? 0.9 : pace;
      if (share === 0 || (!isAmina && (day * 7 + index) % 3 !== 0)) continue;
      await this.keepUp(cohortId, person, share);
    }
  }

  private async keepUp(cohortId: string, person: Colleague, share: number): Promise<void> {
    const { modules } = await this.app.get(Outline).view(person, cohortId);
    const open = modules
      .filter(({ isOpen }) => isOpen)
      .flatMap(({ items }) => items)
      .filter(({ countable, kind }) => countable && kind !== 'assignment');
    const done = open.filter(({ doneAt }) => doneAt !== null).length;
    const aim = Math.floor(open.length * share);
    for (const { itemId } of open.filter(({ doneAt }) => doneAt === null).slice(0, Math.max(0, aim - done)))
      await this.app.get(DoneMarks).mark(person, cohortId, itemId);
  }

  private async work(): Promise<void> {
    await this.app
      .get(Drain)
      .drain(this.handlers, [
        'cohorts.release-due',
        'cohorts.pass-on-offers',
        'peer-review.advance',
        'notifications.send-due-mails',
      ]);
  }

  private who(name: string): Colleague {
    return this.colleagues.find(({ email }) => email.startsWith(`${name}@`))!;
  }

  /** The date so many days after the Monday of week 3. */
  private dateIn(afterDays: number): string {
    return dateOf(daysLater(this.monday, afterDays, home), home);
  }
}

/** The last Monday, 09:00 in Leipzig, that has passed. */
function lastMonday(today: Date): Date {
  for (let back = 0; ; back += 1) {
    const date = dateOf(daysLater(today, -back, home), home);
    const morning = instantAt(date, '09:00', home);
    if (isMonday(date) && morning <= today) return morning;
  }
}

function isEnglish({ language, roles }: Colleague): boolean {
  return language === 'en' && roles.length === 0;
}

function isMonday(date: string): boolean {
  return new Date(`${date}T12:00:00Z`).getUTCDay() === 1;
}

function weekly(startOn: string): ReleasePlanInput {
  return {
    pacing: 'weekly',
    startOn,
    timeZone: home,
    weekday: 1,
    time: '09:00',
    modulesPerStep: 1,
    weeksPerStep: 1,
    onHoliday: 'keep',
    holidayRegion: 'DE-SN',
    breaks: [],
  };
}

function christmasAfter(date: string): { from: string; to: string } {
  const year = Number(date.slice(0, 4));
  return { from: `${year}-12-21`, to: `${year + 1}-01-03` };
}

/** Every n-th of a list, then the rest: the same mixture each time. */
function pick<T>(list: T[], nth: number): T[] {
  return [...list.filter((_, index) => index % nth === 0), ...list.filter((_, index) => index % nth !== 0)];
}

/** The part of a list that belongs to day `day` when all of it is spread over `over` days. */
function slice<T>(list: T[], day: number, over: number): T[] {
  const at = (n: number): number => Math.floor((list.length * n) / over);
  return list.slice(at(day), at(day + 1));
}

function isFirst(person: Colleague, index: number, all: Colleague[]): boolean {
  return all.findIndex(({ userId }) => userId === person.userId) === index;
}
