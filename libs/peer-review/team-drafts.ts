import type { Unit } from '@kohorte/platform';

/** What people who are put together anew go on with. */
export interface RegroupedDrafts {
  groups: {
    /** `null` for who is alone. */
    teamId: string | null;
    /** Enrolments. */
    members: string[];
    /** Where their work goes on: a draft that is there, or a new one; `null` where they have written nothing. */
    submissionId: string | null;
    /** Drafts it is made of, the first as it is. */
    sources: string[];
  }[];
  /** Where uploads that are under way for a draft go on. */
  heirs: { from: string; to: string | null }[];
}

/** Writes what each group goes on with, in a fixed number of statements, and drops the drafts that nobody is left with. */
export async function joinDrafts(
  unit: Unit,
  roundId: string,
  { groups, heirs }: RegroupedDrafts,
  { drafts, template }: { drafts: { submissionId: string }[]; template: string | null },
): Promise<void> {
  const writing = groups.flatMap((group) =>
    group.submissionId === null ? [] : [{ ...group, submissionId: group.submissionId }],
  );
  const parts = writing.flatMap(({ submissionId, sources }) =>
    sources.map((source, place) => ({ submissionId, source, place })),
  );
  const drafted = [
    parts.map(({ submissionId }) => submissionId),
    parts.map(({ source }) => source),
    parts.map(({ place }) => place),
  ];
  await unit.query(mergeStatement, [
    ...drafted,
    roundId,
    unit.now,
    template,
    writing.map(({ submissionId }) => submissionId),
    writing.map(({ teamId }) => teamId),
  ]);
  await unit.query(
    `insert into submission_file (submission_id, file_id, position)
     select p.target, f.file_id, min(1000 * p.place + f.position)
     from unnest($1::uuid[], $2::uuid[], $3::int[]) p (target, source, place)
       join submission_file f on f.submission_id = p.source
     where p.target <> p.source group by p.target, f.file_id
     on conflict do nothing`,
    drafted,
  );
  const moving = heirs.filter(({ from, to }) => to !== null && to !== from);
  await unit.query(
    `update upload u set submission_id = h.target from unnest($1::uuid[], $2::uuid[]) h (source, target)
     where u.submission_id = h.source`,
    [moving.map(({ from }) => from), moving.map(({ to }) => to)],
  );
  await unit.query(
    `insert into submission_author (round_id, enrolment_id, submission_id, user_id)
     select $1, e.id, a.target, e.user_id
     from unnest($2::uuid[], $3::uuid[]) a (enrolment_id, target) join enrolment e on e.id = a.enrolment_id
     on conflict (round_id, enrolment_id) do update
       set submission_id = excluded.submission_id, gallery_consent_at = null`,
    [
      roundId,
      writing.flatMap(({ members }) => members),
      writing.flatMap(({ members, submissionId }) => members.map(() => submissionId)),
    ],
  );
  // Who has written nothing and is alone again has no part in what the others go on with.
  await unit.query(`delete from submission_author where round_id = $1 and enrolment_id = any ($2::uuid[])`, [
    roundId,
    groups.filter(({ submissionId }) => submissionId === null).flatMap(({ members }) => members),
  ]);
  await unit.query(
    `delete from submission s where s.id = any ($1::uuid[]) and s.handed_in_at is null
       and not exists (select from submission_author a where a.submission_id = s.id)`,
    [drafts.map(({ submissionId }) => submissionId)],
  );
}

/**
 * $1 to $3: which draft becomes part of which submission, at which place; $4 the round, $5 now, $6 the assignment's
 * template, which nobody has written; $7 and $8: whose team each submission is.
 */
const mergeStatement = `
  with part as (
    select p.target, p.place, s.text, s.link, s.video
    from unnest($1::uuid[], $2::uuid[], $3::int[]) p (target, source, place) join submission s on s.id = p.source
  ), chosen as (
    select target, (array_agg(link order by place) filter (where link is not null))[1] as link,
      (array_agg(video order by place) filter (where video is not null))[1] as video
    from part group by target
  ), written as (
    select target, place, 0 as rank, text as words from part
    where text ~ '\\S' and (place = 0 or text is distinct from $6::text)
    union all select p.target, p.place, 1, p.link from part p join chosen c using (target) where p.link <> c.link
    union all select p.target, p.place, 2, p.video from part p join chosen c using (target) where p.video <> c.video
  ), once as (
    select distinct on (target, words) target, place, rank, words from written order by target, words, place, rank
  ), texts as (
    select target, string_agg(words, E'\\n\\n---\\n\\n' order by place, rank) as text from once group by target
  )
  insert into submission as s (id, round_id, team_id, text, link, video, changed_at)
  select c.target, $4, t.team_id, x.text, c.link, c.video, $5
  from chosen c left join texts x using (target) join unnest($7::uuid[], $8::uuid[]) t (target, team_id) using (target)
  on conflict (id) do update set team_id = excluded.team_id, text = excluded.text, link = excluded.link,
    video = excluded.video,
    changed_at = case when (s.text, s.link, s.video) is distinct from (excluded.text, excluded.link, excluded.video)
      then excluded.changed_at else s.changed_at end,
    revision = s.revision
      + ((s.text, s.link, s.video) is distinct from (excluded.text, excluded.link, excluded.video))::int`;
