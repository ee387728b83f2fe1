import type { BodyOf, DiscussionSettings as SettingsView, ReplyOf } from '@kohorte/contracts';
import { renderText } from '@kohorte/courses';
import { type SignedIn, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import type { Manners, PlacedCohort } from './placed.js';
import { Places } from './places.js';

/** How cohorts discuss. */
@Injectable()
export class DiscussionSettings {
  constructor(
    private readonly work: Work,
    private readonly places: Places,
  ) {}

  /** What learning groups will be asked is told only to those who run the cohort. */
  async of(actor: SignedIn, cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/discussion-settings'>> {
    return view(await this.places.ofCohort(actor, cohortId, 'reads-cohort'));
  }

  /** What is left out stays. What was written anonymously stays so where it is no longer allowed. */
  async change(
    actor: SignedIn,
    cohortId: string,
    body: BodyOf<'PATCH /cohorts/:cohortId/discussion-settings'>,
  ): Promise<ReplyOf<'PATCH /cohorts/:cohortId/discussion-settings'>> {
    await this.work.run(async (unit) => {
      await this.places.ofCohort(actor, cohortId, 'runs-cohort', unit);
      // The row first, so that of two who change it at once neither takes back what the other did.
      await unit.query(
        `insert into discussion_setting (cohort_id, changed_at) values ($1, $2) on conflict (cohort_id) do nothing`,
        [cohortId, unit.now],
      );
      await unit.query(`select from discussion_setting where cohort_id = $1 for update`, [cohortId]);
      const { settings } = await this.places.ofCohort(actor, cohortId, 'runs-cohort', unit);
      const next = changed(settings, body);
      if (JSON.stringify(next) === JSON.stringify(settings)) return;
      await unit.query(
        `update discussion_setting set guidelines = $2, answer_target_hours = $3, slow_mode_seconds = $4,
           anonymous_allowed = $5, hide_after_reports = $6, trainers_see_groups = $7, prompts = $8::text[], changed_at = $9
         where cohort_id = $1`,
        [
          cohortId,
          next.guidelines,
          next.answerTargetHours,
          next.slowModeSeconds,
          next.anonymousAllowed,
          next.hideAfterReports,
          next.trainersSeeGroups,
          next.prompts,
          unit.now,
        ],
      );
      unit.record('discussion.settings-changed', { cohortId });
    }, actor.userId);
    return this.of(actor, cohortId);
  }
}

function changed(
  before: Manners,
  { guidelines, ...given }: BodyOf<'PATCH /cohorts/:cohortId/discussion-settings'>,
): Manners {
  return {
    guidelines: guidelines === undefined ? before.guidelines : guidelines?.trim() || null,
    answerTargetHours: given.answerTargetHours ?? before.answerTargetHours,
    slowModeSeconds: given.slowModeSeconds ?? before.slowModeSeconds,
    anonymousAllowed: given.anonymousAllowed ?? before.anonymousAllowed,
    hideAfterReports: given.hideAfterReports ?? before.hideAfterReports,
    trainersSeeGroups: given.trainersSeeGroups ?? before.trainersSeeGroups,
    prompts: given.prompts ? withoutEmptyEnd(given.prompts.map((prompt) => prompt.trim())) : before.prompts,
  };
}

/** An empty prompt in between is a week in which nothing is asked; at the end it says nothing. */
function withoutEmptyEnd(prompts: string[]): string[] {
  return prompts.slice(0, prompts.findLastIndex((prompt) => prompt !== '') + 1);
}

function view({ settings, runs }: PlacedCohort): SettingsView {
  return {
    ...settings,
    guidelinesHtml: settings.guidelines === null ? null : renderText(settings.guidelines),
    prompts: runs ? settings.prompts : [],
  };
}
