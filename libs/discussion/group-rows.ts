import type { Unit } from '@kohorte/platform';
import type { GroupThere } from '@kohorte/rules';

/** A learning group as it is going to be. */
export interface GroupToBe {
  name: string;
  memberIds: string[];
  /** The one that goes on as this; `null`: a new one. */
  keeps: string | null;
  seed: number | null;
}

/**
 * Makes the groups of a cohort what they are to be. Those that do not go on are dissolved: what was said in them can
 * still be read by those who were in them, and nothing more be written.
 */
export async function saveGroups(unit: Unit, cohortId: string, there: GroupThere[], toBe: GroupToBe[]): Promise<void> {
  const rows = toBe.map((group, index) => ({ ...group, id: group.keeps ?? unit.ids.next(), number: index + 1 }));
  const kept = new Set(rows.map(({ keeps }) => keeps));
  const gone = there.map(({ groupId }) => groupId).filter((id) => !kept.has(id));
  await unit.query(
    `with dissolved as (
       update learning_group set dissolved_at = $2 where id = any ($1::uuid[])
     ), locked as (
       update thread set locked_at = $2 where group_id = any ($1::uuid[]) and locked_at is null
     )
     update learning_group_member set left_at = $2 where group_id = any ($1::uuid[]) and left_at is null`,
    [gone, unit.now],
  );
  await unit.query(
    `insert into learning_group (id, cohort_id, number, name, seed, created_at)
     select g.id, $1, g.number, g.name, g.seed, $6
     from unnest($2::uuid[], $3::int[], $4::text[], $5::int[]) as g (id, number, name, seed)
     on conflict (id) do update set number = excluded.number, name = excluded.name, seed = excluded.seed`,
    [
      cohortId,
      rows.map(({ id }) => id),
      rows.map(({ number }) => number),
      rows.map(({ name }) => name),
      rows.map(({ seed }) => seed),
      unit.now,
    ],
  );
  const places = rows.flatMap(({ id, memberIds }) => memberIds.map((enrolmentId) => ({ id, enrolmentId })));
  const asked = [places.map(({ id }) => id), places.map(({ enrolmentId }) => enrolmentId)];
  await unit.query(
    `delete from learning_group_member m where m.group_id = any ($3::uuid[])
       and not exists (select from unnest($1::uuid[], $2::uuid[]) as p (group_id, enrolment_id)
         where p.group_id = m.group_id and p.enrolment_id = m.enrolment_id)`,
    [...asked, rows.map(({ id }) => id)],
  );
  await unit.query(
    `insert into learning_group_member (group_id, enrolment_id, user_id)
     select p.group_id, e.id, e.user_id
     from unnest($1::uuid[], $2::uuid[]) as p (group_id, enrolment_id) join enrolment e on e.id = p.enrolment_id
     on conflict (group_id, enrolment_id) do nothing`,
    asked,
  );
}
