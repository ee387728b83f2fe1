import type { NoticeKind, PushPayload } from '@kohorte/contracts';
import { Clock, Config, Database, later, log, minutes, Outgoing, OutgoingProblem, Work } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { isMoot } from './about-assignment.js';
import { isPostGone } from './about-post.js';
import { onOneLine, wordsFor } from './letter.js';
import { encrypted, vapidHeader } from './push-cipher.js';
import type { LetterGiven } from './saying.js';
import { subjectColumns, subjectJoins } from './subjects.js';

/** Messages read at once, and how many of them are on their way at once. */
const batch = 100;
const atOnce = 8;
/** Tries before a message is given up: it is old soon. */
const mostAttempts = 3;

interface Browser {
  id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
}

interface Message extends LetterGiven {
  id: string;
  kind: NoticeKind;
  attempts: number;
  browsers: Browser[] | null;
}

/**
 * Sends push messages: a sentence and where it leads, nothing of what anybody wrote, as it is shown before anybody has
 * opened anything. Of two that come about the same thread the later takes the place of the one before.
 */
@Injectable()
export class Pushes {
  constructor(
    private readonly database: Database,
    private readonly work: Work,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outgoing: Outgoing,
  ) {}

  async sendDue(signal?: AbortSignal): Promise<void> {
    if (!this.config.push) return;
    await this.forgetOld();
    while (!signal?.aborted) {
      const due = await this.database.query<Message>(readDue, [this.clock.now()]);
      if (due.length === 0) return;
      const rest = due.values();
      await Promise.all(Array.from({ length: atOnce }, () => this.sendAll(rest, signal)));
    }
  }

  private async sendAll(messages: Iterator<Message>, signal?: AbortSignal): Promise<void> {
    for (let next = messages.next(); !next.done && !signal?.aborted; next = messages.next())
      await this.send(next.value);
  }

  private async send(message: Message): Promise<void> {
    const isVoid = isMoot(message, this.clock.now()) || isPostGone(message);
    const outcomes = isVoid
      ? []
      : await Promise.all((message.browsers ?? []).map(async (browser) => this.sendTo(browser, payloadOf(message))));
    const gone = outcomes.flatMap(({ browser, outcome }) => (outcome === 'gone' ? [browser.id] : []));
    // Whoever has got it sees it once: by its tag the second takes the place of the first.
    const isAgain = outcomes.some(({ outcome }) => outcome === 'later') && message.attempts + 1 < mostAttempts;
    await this.work.run((unit) =>
      unit.query(
        `with gone as (delete from push_subscription where id = any ($2))
         update push_message set attempts = attempts + 1, done_at = $3, due_at = $4 where id = $1`,
        [message.id, gone, isAgain ? null : unit.now, later(unit.now, minutes(isAgain ? 2 ** message.attempts : 0))],
      ),
    );
  }

  private async sendTo(browser: Browser, payload: PushPayload): Promise<{ browser: Browser; outcome: Outcome }> {
    return { browser, outcome: await this.outcomeOf(browser, payload) };
  }

  private async outcomeOf(browser: Browser, payload: PushPayload): Promise<Outcome> {
    try {
      const status = await this.outgoing.post(browser.endpoint, {
        body: encrypted(JSON.stringify(payload), browser),
        headers: {
          'content-type': 'application/octet-stream',
          'content-encoding': 'aes128gcm',
          ttl: String(12 * 3_600),
          urgency: 'normal',
          authorization: vapidHeader(browser.endpoint, this.config.push!, this.clock.now()),
        },
      });
      if (status >= 200 && status < 300) return 'sent';
      if (status === 404 || status === 410) return 'gone';
      log.warn({ subscriptionId: browser.id, status }, 'a push service refused a message');
      return status === 429 || status >= 500 ? 'later' : 'refused';
    } catch (error) {
      // Keys that are none are found out here; an address that leads inside is never asked again.
      const code = error instanceof OutgoingProblem ? error.code : 'unreadable-keys';
      log.warn({ subscriptionId: browser.id, code }, 'a push message was not sent');
      if (code === 'not-reachable' || code === 'took-too-long') return 'later';
      return 'gone';
    }
  }

  private async forgetOld(): Promise<void> {
    await this.work.run((unit) =>
      unit.query(`delete from push_message where created_at < $1::timestamptz - interval '30 days'`, [unit.now]),
    );
  }
}

type Outcome = 'sent' | 'gone' | 'refused' | 'later';

function payloadOf(message: Message): PushPayload {
  const { subject, button } = wordsFor(message);
  return {
    title: 'Kohorte',
    // A service takes 4,096 bytes, and a screen shows two lines.
    text: onOneLine(subject).slice(0, 300),
    path: button.path,
    tag: message.thread_id ? `thread ${message.thread_id}` : message.id,
  };
}

const readDue = `
  select t.id, t.kind, t.created_at, t.attempts, u.given_name, u.language, u.time_zone, ${subjectColumns},
    (select json_agg(json_build_object('id', b.id, 'endpoint', b.endpoint, 'p256dh', b.p256dh, 'auth', b.auth))
      from push_subscription b where b.user_id = t.user_id and u.deactivated_at is null) as browsers
  from (select w.*, null::int as after_number from push_message w
        where w.done_at is null and w.due_at <= $1 order by w.due_at limit ${batch}) t
  join app_user u on u.id = t.user_id
  ${subjectJoins}`;
