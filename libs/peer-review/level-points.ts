/** SQL: every level of every rubric of the round $1, with what it is worth of 100: `rubric_id`, `criterion_id`, `level`, `points`. */
export const levelPoints = `
  select b.id as rubric_id, c.value ->> 'criterionId' as criterion_id, l.ordinality - 1 as level,
    100 * (l.value ->> 'points')::float8
      / nullif(max((l.value ->> 'points')::float8) over (partition by b.id, c.ordinality), 0) as points
  from rubric b
    cross join lateral jsonb_array_elements(b.criteria) with ordinality c
    cross join lateral jsonb_array_elements(c.value -> 'levels') with ordinality l
  where b.round_id = $1`;
