import type { World } from './world.js';

/** Lets everybody there is by now have mails on any day, at any hour, as many as come: for stories about other things. */
export async function mailedAnytime(world: World): Promise<void> {
  await world.sql(
    `insert into notification_setting (user_id, quiet_from, quiet_until, working_days, mails_a_day)
     select id, null, null, '{1,2,3,4,5,6,7}', 50 from app_user
     on conflict (user_id) do update set quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
       working_days = excluded.working_days, mails_a_day = excluded.mails_a_day`,
  );
}
