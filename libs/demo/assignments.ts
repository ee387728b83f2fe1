import type { ReviewView } from '@kohorte/contracts';
import { Problem } from '@kohorte/platform';
import {
  Allocations,
  Appeals,
  AssignmentViews,
  Flags,
  Gallery,
  Ratings,
  Reviews,
  Submissions,
} from '@kohorte/peer-review';
import { Outline } from '@kohorte/progress';
import type { INestApplicationContext } from '@nestjs/common';
import type { Colleague } from './company.js';
import type { AuthoredWork, AuthoredWorks } from './content/work-type.js';

/** A cohort whose people hand in and review; its modules open a week apart. */
export interface ReviewingCohort {
  cohortId: string;
  trainer: Colleague;
  works: AuthoredWorks;
}

interface Assignment {
  cohort: ReviewingCohort;
  itemId: string;
  week: number;
  /** Days since its module has opened. */
  day: number;
}

/** Days after the opening on which the n-th of eight people hands in; the sixth is late, one never does. */
const handInDays = [3, 2, 4, 5, 6, null, 1, 4];
/** How many reviews the n-th of eight people gives, week by week; one more than owed helps out. The second week runs. */
const diligence = [
  [3, 3, 2, 3, 1, 0, 4, 3],
  [2, 0, 1, 0, 0, 0, 2, 0],
];
/** How much milder or stricter the n-th of nine people is than others in what counts most, in levels. */
const severity = [0, 0, 1, 0, 0, 0, -1, 0, 0];
/** From this day after the opening on work is reviewed. */
const firstReviewDay = 6;

/** Assignments as the demo's people do them day by day: they hand in, review, answer, appeal. */
export class AssignmentLife {
  constructor(private readonly app: INestApplicationContext) {}

  /** What happens at noon of a day; `day` counts from the opening of the first module. */
  async live(cohort: ReviewingCohort, people: readonly Colleague[], day: number): Promise<void> {
    const [first] = people;
    if (!first) return;
    const { modules } = await this.app.get(Outline).view(first, cohort.cohortId);
    for (const [index, work] of cohort.works.weeks.entries()) {
      const itemId = modules[index]?.items.find(({ kind }) => kind === 'assignment')?.itemId;
      const assignment = { cohort, itemId: itemId ?? '', week: index, day: day - index * 7 };
      if (!itemId || assignment.day < 1) continue;
      await this.handIn(assignment, work, people);
      if (assignment.day >= firstReviewDay && Object.keys(work.comments).length > 0)
        await this.review(assignment, work, people);
      if (assignment.day === 13) await this.lookBack(assignment, people);
    }
  }

  private async handIn({ cohort, itemId, week, day }: Assignment, work: AuthoredWork, people: readonly Colleague[]) {
    const submissions = this.app.get(Submissions);
    for (const [index, person] of people.entries()) {
      const isMain = isAccount(person);
      // In the third week, whoever tries the demo finds their own work begun.
      const isBegun = isMain && week === 2 && day === 1;
      if (!isBegun && (day !== handInDays[index % 8] || (isMain && week === 2))) continue;
      const text = written(work, index + week);
      const draft = { revision: 0, text: isBegun ? text.slice(0, text.indexOf('.') + 1) : text };
      await submissions.saveDraft(person, cohort.cohortId, itemId, draft);
      if (!isBegun) await submissions.handIn(person, cohort.cohortId, itemId);
    }
  }

  private async review({ cohort, itemId, week, day }: Assignment, work: AuthoredWork, people: readonly Colleague[]) {
    const allocations = this.app.get(Allocations);
    for (const [index, person] of people.entries()) {
      const isMain = isAccount(person);
      // Whoever tries the demo has one review given and one begun, which is still theirs.
      const most = isMain && week === 1 ? Infinity : (diligence[week]?.[index % 8] ?? 0);
      if (handInDays[index % 8] === null || day - firstReviewDay >= most) continue;
      if (day === firstReviewDay) await this.practise(cohort.cohortId, itemId, person, work, index);
      const review = await maybe(() => allocations.next(person, cohort.cohortId, itemId));
      if (!review || review.state !== 'held') continue;
      const isBegun = isMain && week === 1 && day > firstReviewDay;
      await this.answer(person, review, work, index, isBegun);
      if (!isBegun && week === 1 && index === 2)
        await this.app.get(Flags).flag(person, review.reviewId, { kind: 'identity', note: cohort.works.flag });
    }
  }

  private async practise(cohortId: string, itemId: string, person: Colleague, work: AuthoredWork, index: number) {
    for (;;) {
      const example = await maybe(() => this.app.get(Allocations).nextExample(person, cohortId, itemId));
      if (!example) return;
      await this.answer(person, example, work, index, false);
    }
  }

  /** By what the work says to each criterion, as strict as this person is; with a comment where a level has one. */
  private async answer(person: Colleague, review: ReviewView, work: AuthoredWork, index: number, isBegun: boolean) {
    const { reviewId, revision, rubric } = review;
    const answers = rubric.map(({ criterionId, levels }, at) => {
      const wobble = (index + review.number + at) % 11 === 0 ? 1 : 0;
      const level =
        deserved(work, criterionId, review.work.html ?? '') - wobble + (at === 0 ? severity[index % 9]! : 0);
      const given = Math.max(0, Math.min(levels.length - 1, level));
      const comments = work.comments[criterionId]?.[given] ?? [];
      // Not everybody says something to everything.
      const comment = at > 0 && (index + at) % 3 === 0 ? null : (comments[index % comments.length] ?? null);
      return { criterionId, level: given, comment };
    });
    const overall = index % 4 === 3 ? null : (work.overall[index % work.overall.length] ?? null);
    const body = { revision, answers: isBegun ? answers.slice(0, 1) : answers, overall: isBegun ? null : overall };
    await this.app.get(Reviews).save(person, reviewId, body);
    if (!isBegun) await this.app.get(Reviews).give(person, reviewId);
  }

  /** Grades are shown: some rate and answer their reviews, some show their work, one appeals. */
  private async lookBack({ cohort, itemId }: Assignment, people: readonly Colleague[]): Promise<void> {
    const views = this.app.get(AssignmentViews);
    let hasAppealed = false;
    for (const [index, person] of people.entries()) {
      if (index % 3 === 2 || isAccount(person)) continue;
      const { result, submission } = await views.view(person, cohort.cohortId, itemId);
      const [received] = result?.reviews ?? [];
      if (!received || !submission) continue;
      const answer = index % 4 === 0 ? { answer: cohort.works.answer } : {};
      await this.app.get(Ratings).rate(person, received.reviewId, { helpful: 2 + (index % 3), ...answer });
      const points = result?.grade?.points ?? 100;
      if (points > 80) {
        await this.app.get(Gallery).consent(person, cohort.cohortId, itemId, true);
        await this.app.get(Gallery).show(cohort.trainer, submission.submissionId, true);
      }
      if (hasAppealed || !result?.mayAppeal || points > 60) continue;
      await this.app.get(Appeals).make(person, cohort.cohortId, itemId, cohort.works.appeal);
      hasAppealed = true;
    }
  }
}

const isAccount = ({ email }: Colleague): boolean => /^(amina|oliver)@/.test(email);

/** The n-th work: each part in another of its variants, so that hardly two are alike. */
function written({ parts }: AuthoredWork, n: number): string {
  return parts
    .map(({ heading, variants }, at) => {
      const [, text] = variants[(n * (at + 1) + at) % variants.length]!;
      return heading ? `**${heading}:** ${text}` : text;
    })
    .join('\n\n');
}

/** The level of the variant that stands in the work; in the middle for work of others, such as examples. */
function deserved({ parts }: AuthoredWork, criterionId: string, html: string): number {
  const part = parts.find((one) => one.criterionId === criterionId);
  const found = part?.variants.find(([, text]) => html.includes(text.slice(0, 30)));
  return found?.[0] ?? 1;
}

/** What can be had, or nothing: nobody has handed in yet, or there is nothing left to review. */
async function maybe<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (problem) {
    if (problem instanceof Problem) return null;
    throw problem;
  }
}
