import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Problem, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';

/** What trainers tell a whole cohort. */
@Injectable()
export class Announcements {
  async list(_actor: SignedIn, _cohortId: string): Promise<ReplyOf<'GET /cohorts/:cohortId/announcements'>> {
    throw new Problem('not-found');
  }

  async plan(
    _actor: SignedIn,
    _cohortId: string,
    _body: BodyOf<'POST /cohorts/:cohortId/announcements'>,
  ): Promise<ReplyOf<'POST /cohorts/:cohortId/announcements'>> {
    throw new Problem('not-found');
  }

  async callOff(_actor: SignedIn, _announcementId: string): Promise<ReplyOf<'DELETE /announcements/:announcementId'>> {
    throw new Problem('not-found');
  }

  /** The sweep: what is due is announced, each once. */
  async announceDue(): Promise<void> {}
}
