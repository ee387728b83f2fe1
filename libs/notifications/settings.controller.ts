import { type Answer, type Call, Config, RawReply, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { InboundMails } from './inbound-mails.js';
import { Preferences } from './preferences.js';
import { PushSubscriptions } from './push-subscriptions.js';
import { Unsubscriptions } from './unsubscriptions.js';

/** How and when a person hears of what. */
@Controller()
export class NotificationSettingsController {
  constructor(
    private readonly preferences: Preferences,
    private readonly pushSubscriptions: PushSubscriptions,
  ) {}

  @Serve('GET /notification-settings')
  async settings({ actor }: Call<'GET /notification-settings'>): Answer<'GET /notification-settings'> {
    return this.preferences.view(actor);
  }

  @Serve('PATCH /notification-settings')
  async change({ actor, body }: Call<'PATCH /notification-settings'>): Answer<'PATCH /notification-settings'> {
    return this.preferences.change(actor, body);
  }

  @Serve('POST /push-subscriptions')
  async subscribe({ actor, body }: Call<'POST /push-subscriptions'>): Answer<'POST /push-subscriptions'> {
    return this.pushSubscriptions.add(actor, body);
  }

  @Serve('DELETE /push-subscriptions/:subscriptionId')
  async leave({
    actor,
    params,
  }: Call<'DELETE /push-subscriptions/:subscriptionId'>): Answer<'DELETE /push-subscriptions/:subscriptionId'> {
    return this.pushSubscriptions.remove(actor, params.subscriptionId);
  }
}

/** What comes from mails: links that end them, and answers. */
@Controller()
export class FromMailsController {
  constructor(
    private readonly unsubscriptions: Unsubscriptions,
    private readonly inboundMails: InboundMails,
    private readonly config: Config,
  ) {}

  @Serve('GET /unsubscriptions/:token')
  async view({ params, accept }: Call<'GET /unsubscriptions/:token'>): Answer<'GET /unsubscriptions/:token'> {
    // The address in the mail's header is for programs; a person who opens it is led to the page.
    if (accept.includes('text/html')) return this.page(params.token);
    return this.unsubscriptions.view(params.token);
  }

  @Serve('POST /unsubscriptions/:token')
  async end({ params }: Call<'POST /unsubscriptions/:token'>): Answer<'POST /unsubscriptions/:token'> {
    return this.unsubscriptions.end(params.token);
  }

  @Serve('DELETE /unsubscriptions/:token')
  async takeBack({ params }: Call<'DELETE /unsubscriptions/:token'>): Answer<'DELETE /unsubscriptions/:token'> {
    return this.unsubscriptions.takeBack(params.token);
  }

  @Serve('POST /inbound-mail')
  async answer({ authorization, body }: Call<'POST /inbound-mail'>): Answer<'POST /inbound-mail'> {
    return this.inboundMails.take(authorization, body);
  }

  private page(token: string): RawReply {
    return new RawReply('', { location: `${this.config.publicUrl}/unsubscribe/${encodeURIComponent(token)}` }, 303);
  }
}
