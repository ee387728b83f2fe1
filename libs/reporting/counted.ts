import type { Language } from '@kohorte/contracts';
import type { CountedRow } from './completion-statements.js';

/** Figures that can be added up. */
const figures = ['in_cohort', 'waitlisted', 'active', 'completed', 'withdrawn', 'done_items', 'total_items'] as const;

/** A line of figures, whose size in people no longer matters. */
export type Counted = Omit<CountedRow, 'people' | 'enrolled' | 'course_id'>;

export const emptyCount: Counted = {
  id: 'total',
  parentId: null,
  name: '',
  context: '',
  start_on: null,
  in_cohort: 0,
  waitlisted: 0,
  active: 0,
  completed: 0,
  withdrawn: 0,
  done_items: 0,
  total_items: 0,
};

export function sumOf(rows: readonly Counted[]): Counted {
  return rows.reduce(plus, emptyCount);
}

function plus(one: Counted, other: Counted): Counted {
  const sums = Object.fromEntries(figures.map((figure) => [figure, one[figure] + other[figure]]));
  return { ...one, ...sums };
}

/** Each unit with all units below it counted in; those in which nobody is are left out. */
export function withBelow(units: readonly Counted[]): Counted[] {
  const sums = new Map(units.map((unit) => [unit.id, unit]));
  for (const own of units)
    for (let above = parentOf(own, sums); above; above = parentOf(above, sums)) sums.set(above.id, plus(above, own));
  return [...sums.values()].filter(({ in_cohort, waitlisted, withdrawn }) => in_cohort + waitlisted + withdrawn > 0);
}

/** Units each before those below it, siblings by name; of one unit and below, or of all. */
export function unitsTopDown(
  units: readonly Counted[],
  language: Language,
  from: string | null,
): { unit: Counted; depth: number }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const below = new Map<string | null, Counted[]>();
  for (const unit of units.toSorted((a, b) => a.name.localeCompare(b.name, language))) {
    const above = parentOf(unit, byId)?.id ?? null;
    below.set(above, [...(below.get(above) ?? []), unit]);
  }
  const walk = (list: readonly Counted[], depth: number): { unit: Counted; depth: number }[] =>
    list.flatMap((unit) => [{ unit, depth }, ...walk(below.get(unit.id) ?? [], depth + 1)]);
  return walk(from === null ? (below.get(null) ?? []) : units.filter(({ id }) => id === from), 0);
}

function parentOf(unit: Counted, among: ReadonlyMap<string, Counted>): Counted | undefined {
  return unit.parentId === null ? undefined : among.get(unit.parentId);
}
