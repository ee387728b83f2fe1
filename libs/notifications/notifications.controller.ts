import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { Mails } from './mails.js';
import { Notices } from './notices.js';

/** What a person is told, and which of it by mail. */
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

  @Serve('GET /notification-settings')
  async settings({ actor }: Call<'GET /notification-settings'>): Answer<'GET /notification-settings'> {
    return this.notices.settings(actor);
  }

  @Serve('PATCH /notification-settings')
  async change({ actor, body }: Call<'PATCH /notification-settings'>): Answer<'PATCH /notification-settings'> {
    return this.notices.changeSettings(actor, body);
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
