import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Mails } from './mails.js';
import { Notices } from './notices.js';

/** What a person is told. */
@Controller()
export class NotificationsController {
  constructor(private readonly notices: Notices) {}

  @Serve('GET /notifications')
  async list({ actor, query }: Call<'GET /notifications'>): Answer<'GET /notifications'> {
    return this.notices.list(actor, query);
  }

  @Serve('GET /notifications/unread')
  async unread({ actor }: Call<'GET /notifications/unread'>): Answer<'GET /notifications/unread'> {
    return { unread: await this.notices.unread(actor) };
  }

  @Serve('PUT /notifications/read-marker')
  async markRead({ actor, body }: Call<'PUT /notifications/read-marker'>): Answer<'PUT /notifications/read-marker'> {
    return { unread: await this.notices.markRead(actor, body.upTo) };
  }

  @Serve('PUT /notifications/:noticeId/read-mark')
  async markOneRead({
    actor,
    params,
  }: Call<'PUT /notifications/:noticeId/read-mark'>): Answer<'PUT /notifications/:noticeId/read-mark'> {
    return { unread: await this.notices.markOneRead(actor, params.noticeId) };
  }
}

/** The outbox of mails. */
@Controller()
export class MailsController {
  constructor(private readonly mails: Mails) {}

  @Serve('GET /mails')
  async list({ query }: Call<'GET /mails'>): Answer<'GET /mails'> {
    return this.mails.list(query);
  }

  @Serve('GET /mails/:mailId')
  async view({ params }: Call<'GET /mails/:mailId'>): Answer<'GET /mails/:mailId'> {
    return this.mails.view(params.mailId);
  }
}
