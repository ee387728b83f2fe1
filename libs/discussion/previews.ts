import type { BodyOf, ReplyOf } from '@kohorte/contracts';
import { Database, type SignedIn } from '@kohorte/platform';
import { Injectable } from '@nestjs/common';
import { mentionsIn, mostMentions } from './mentions.js';
import { renderTalk } from './talk-text.js';

/** Texts as they will look. */
@Injectable()
export class Previews {
  constructor(private readonly database: Database) {}

  async of(actor: SignedIn, text: BodyOf<'POST /text-previews'>['text']): Promise<ReplyOf<'POST /text-previews'>> {
    const ids = mentionsIn(text).all.slice(0, mostMentions);
    return { html: renderTalk(text, ids.length > 0 ? await this.namesFor(actor, ids) : {}) };
  }

  /** Names of those with whom the actor shares a cohort: nobody learns by an id how somebody is called. */
  private async namesFor(actor: SignedIn, ids: string[]): Promise<Record<string, string>> {
    const row = await this.database.one<{ names: Record<string, string> | null }>(
      `with own as (
         select cohort_id from enrolment where user_id = $1 and status in ('active', 'completed')
         union select cohort_id from cohort_trainer where user_id = $1)
       select json_object_agg(u.id, u.given_name || ' ' || u.family_name) as names from app_user u
       where u.id = any ($2::uuid[]) and ($3::boolean
         or exists (select from enrolment e join own using (cohort_id) where e.user_id = u.id)
         or exists (select from cohort_trainer t join own using (cohort_id) where t.user_id = u.id))`,
      [actor.userId, ids, actor.roles.includes('admin')],
    );
    return row?.names ?? {};
  }
}
