import { type Answer, type Call, Serve } from '@kohorte/platform';
import { Controller } from '@nestjs/common';
import { OneTimeLinks } from './one-time-links.js';
import { OwnAccount } from './own-account.js';
import { Sessions } from './sessions.js';
import { SignIns } from './sign-ins.js';

/** Coming in, going out, and one's own account. */
@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignIns,
    private readonly sessions: Sessions,
    private readonly links: OneTimeLinks,
    private readonly account: OwnAccount,
  ) {}

  @Serve('POST /session')
  async signIn({ body, client, reply }: Call<'POST /session'>): Answer<'POST /session'> {
    const { userId, secret, cookieUntil } = await this.signIns.signIn(body, client.agent);
    reply.setSession(secret, cookieUntil);
    return this.account.me(userId);
  }

  @Serve('DELETE /session')
  async signOut({ actor, reply }: Call<'DELETE /session'>): Answer<'DELETE /session'> {
    await this.sessions.end(actor.sessionId);
    reply.clearSession();
  }

  @Serve('DELETE /sessions')
  async signOutEverywhere({ actor, reply }: Call<'DELETE /sessions'>): Answer<'DELETE /sessions'> {
    await this.sessions.endAll(actor.userId);
    reply.clearSession();
  }

  @Serve('GET /me')
  async me({ actor }: Call<'GET /me'>): Answer<'GET /me'> {
    return this.account.me(actor.userId);
  }

  @Serve('PATCH /me')
  async changeMe({ actor, body }: Call<'PATCH /me'>): Answer<'PATCH /me'> {
    return this.account.change(actor, body);
  }

  @Serve('PUT /me/password')
  async changePassword({ actor, body, language }: Call<'PUT /me/password'>): Answer<'PUT /me/password'> {
    return this.account.changePassword(actor, body, language);
  }

  @Serve('GET /one-time-links/:token')
  async purpose({ params }: Call<'GET /one-time-links/:token'>): Answer<'GET /one-time-links/:token'> {
    return this.links.purpose(params.token);
  }

  @Serve('POST /one-time-links/:token')
  async useLink({
    params,
    body,
    language,
    client,
    reply,
  }: Call<'POST /one-time-links/:token'>): Answer<'POST /one-time-links/:token'> {
    const visitor = { language, agent: client.agent };
    const { userId, secret, cookieUntil } = await this.links.use(params.token, body, visitor);
    reply.setSession(secret, cookieUntil);
    return this.account.me(userId);
  }
}
