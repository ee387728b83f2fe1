import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Attendance } from './attendance.js';
import { SeatsInSessions } from './seats-in-sessions.js';
import { SessionViews } from './session-views.js';
import { Sessions } from './sessions.js';

/** Sessions for those who come to them. */
@Controller()
export class SessionsController {
  constructor(
    private readonly views: SessionViews,
    private readonly seats: SeatsInSessions,
    private readonly attendance: Attendance,
  ) {}

  @Serve('GET /cohorts/:cohortId/sessions')
  async ofCohort({
    actor,
    params,
  }: Call<'GET /cohorts/:cohortId/sessions'>): Answer<'GET /cohorts/:cohortId/sessions'> {
    return this.views.ofCohort(actor, params.cohortId);
  }

  @Serve('GET /sessions/:sessionId')
  async show({ actor, params }: Call<'GET /sessions/:sessionId'>): Answer<'GET /sessions/:sessionId'> {
    return this.views.view(actor, params.sessionId);
  }

  @Serve('PUT /sessions/:sessionId/answer')
  async answer({
    actor,
    params,
    body,
  }: Call<'PUT /sessions/:sessionId/answer'>): Answer<'PUT /sessions/:sessionId/answer'> {
    return this.seats.answer(actor, params.sessionId, body.answer);
  }

  @Serve('POST /sessions/:sessionId/seat')
  async take({ actor, params }: Call<'POST /sessions/:sessionId/seat'>): Answer<'POST /sessions/:sessionId/seat'> {
    return this.seats.take(actor, params.sessionId);
  }

  @Serve('DELETE /sessions/:sessionId/seat')
  async giveBack({
    actor,
    params,
  }: Call<'DELETE /sessions/:sessionId/seat'>): Answer<'DELETE /sessions/:sessionId/seat'> {
    return this.seats.giveBack(actor, params.sessionId);
  }

  @Serve('POST /sessions/:sessionId/check-in')
  async checkIn({
    actor,
    params,
    body,
  }: Call<'POST /sessions/:sessionId/check-in'>): Answer<'POST /sessions/:sessionId/check-in'> {
    return this.attendance.checkIn(actor, params.sessionId, body);
  }

  @Serve('GET /answers/:token')
  async byLink({ params }: Call<'GET /answers/:token'>): Answer<'GET /answers/:token'> {
    return this.seats.byLink(params.token);
  }

  @Serve('POST /answers/:token')
  async answerByLink({ params, body }: Call<'POST /answers/:token'>): Answer<'POST /answers/:token'> {
    return this.seats.answerByLink(params.token, body.answer);
  }
}

/** Sessions for those who run them. */
@Controller()
export class RunSessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly attendance: Attendance,
  ) {}

  @Serve('GET /sessions/:sessionId/roster')
  async roster({ actor, params }: Call<'GET /sessions/:sessionId/roster'>): Answer<'GET /sessions/:sessionId/roster'> {
    return this.attendance.roster(actor, params.sessionId);
  }

  @Serve('PUT /sessions/:sessionId/attendance')
  async mark({
    actor,
    params,
    body,
  }: Call<'PUT /sessions/:sessionId/attendance'>): Answer<'PUT /sessions/:sessionId/attendance'> {
    return this.attendance.mark(actor, params.sessionId, body);
  }

  @Serve('GET /sessions/:sessionId/code')
  async code({ actor, params }: Call<'GET /sessions/:sessionId/code'>): Answer<'GET /sessions/:sessionId/code'> {
    return this.attendance.code(actor, params.sessionId);
  }

  @Serve('PUT /sessions/:sessionId/join-link')
  async setJoinLink({
    actor,
    params,
    body,
  }: Call<'PUT /sessions/:sessionId/join-link'>): Answer<'PUT /sessions/:sessionId/join-link'> {
    return this.sessions.setJoinLink(actor, params.sessionId, body);
  }

  @Serve('POST /sessions/:sessionId/cancellation')
  async cancel({
    actor,
    params,
  }: Call<'POST /sessions/:sessionId/cancellation'>): Answer<'POST /sessions/:sessionId/cancellation'> {
    return this.sessions.cancel(actor, params.sessionId);
  }
}
