import type { CompletionQuery, CompletionRow, CompletionTable } from '@kohorte/contracts';
import { Database, type SignedIn } from '@kohorte/platform';
import { smallestShownGroup } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';

/** How far cohorts and org units have come. */
@Injectable()
export class Completion {
  constructor(private readonly database: Database) {}

  /**
   * The completion table: one statement. L&D admins see everything; managers the units they head and those below,
   * and no figure of fewer than five people, nor one that could be worked out by subtracting such a group.
   */
  async table(actor: SignedIn, asked: CompletionQuery): Promise<CompletionTable> {
    const isAdmin = actor.roles.includes('admin');
    const rows = await this.database.query<Row>(asked.by === 'cohort' ? byCohort : byUnit, [
      asked.courseId ?? null,
      asked.cohortId ?? null,
      asked.orgUnitId ?? null,
      isAdmin,
      actor.manages,
    ]);
    const total = rows.find(({ id }) => id === null);
    const shown = rows.filter(({ id }) => id !== null).map(completionRow);
    return {
      by: asked.by,
      rows: isAdmin ? shown : hideSmall(shown),
      total: hideIfSmall(completionRow(total ?? emptyRow), isAdmin),
    };
  }

  /** The table as CSV as spreadsheet programs of the reader's language open it. */
  async csv(actor: SignedIn, asked: CompletionQuery): Promise<string> {
    const { rows, total } = await this.table(actor, asked);
    const isGerman = actor.language === 'de';
    const header = isGerman
      ? [
          'Name',
          'Zusammenhang',
          'Beginn',
          'Angemeldet',
          'Warteliste',
          'Aktiv',
          'Abgeschlossen',
          'Abgemeldet',
          'Erledigte Elemente',
          'Elemente gesamt',
        ]
      : [
          'Name',
          'Context',
          'Start',
          'Enrolled',
          'Waitlist',
          'Active',
          'Completed',
          'Withdrawn',
          'Items done',
          'Items in total',
        ];
    const records = [...rows, { ...total, name: isGerman ? 'Gesamt' : 'Total' }].map((row) =>
      [
        row.name,
        row.context,
        row.startOn ?? '',
        row.enrolled,
        row.waitlisted,
        row.active,
        row.completed,
        row.withdrawn,
        row.doneItems,
        row.totalItems,
      ].map((cell) => (row.hidden && cell === null ? '<5' : inert(cell))),
    );
    // The mark at the front makes Excel read UTF-8.
    return `\ufeff${stringify([header, ...records], { delimiter: isGerman ? ';' : ',', record_delimiter: 'windows' })}`;
  }
}

/** A cell that a spreadsheet would run as a formula is made plain text (OWASP, CSV Injection). */
function inert(cell: string | number | null): string | number {
  if (typeof cell !== 'string') return cell ?? '';
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

interface Row {
  id: string | null;
  name: string | null;
  context: string | null;
  start_on: string | null;
  enrolled: number;
  waitlisted: number;
  active: number;
  completed: number;
  withdrawn: number;
  done_items: number;
  total_items: number;
}

const emptyRow: Row = {
  id: null,
  name: null,
  context: null,
  start_on: null,
  enrolled: 0,
  waitlisted: 0,
  active: 0,
  completed: 0,
  withdrawn: 0,
  done_items: 0,
  total_items: 0,
};

function completionRow(row: Row): CompletionRow {
  return {
    id: row.id ?? 'total',
    name: row.name ?? '',
    context: row.context ?? '',
    startOn: row.start_on,
    enrolled: row.enrolled,
    waitlisted: row.waitlisted,
    active: row.active,
    completed: row.completed,
    withdrawn: row.withdrawn,
    doneItems: row.done_items,
    totalItems: row.total_items,
    hidden: false,
  };
}

function hidden(row: CompletionRow): CompletionRow {
  return {
    ...row,
    enrolled: null,
    waitlisted: null,
    active: null,
    completed: null,
    withdrawn: null,
    doneItems: null,
    totalItems: null,
    hidden: true,
  };
}

function isSmall({ enrolled }: CompletionRow): boolean {
  return enrolled !== null && enrolled > 0 && enrolled < smallestShownGroup;
}

/** A single hidden group could be told from the total, so that the smallest shown one is hidden with it. */
function hideSmall(rows: CompletionRow[]): CompletionRow[] {
  const small = new Set(rows.filter(isSmall).map(({ id }) => id));
  const together = rows.filter(isSmall).reduce((sum, { enrolled }) => sum + (enrolled ?? 0), 0);
  if (small.size > 0 && together < smallestShownGroup) {
    const next = rows
      .filter((row) => !small.has(row.id) && (row.enrolled ?? 0) > 0)
      .sort((a, b) => (a.enrolled ?? 0) - (b.enrolled ?? 0))[0];
    if (next) small.add(next.id);
  }
  return rows.map((row) => (small.has(row.id) ? hidden(row) : row));
}

function hideIfSmall(row: CompletionRow, isAdmin: boolean): CompletionRow {
  return !isAdmin && isSmall(row) ? hidden(row) : row;
}

/** $1 course, $2 cohort, $3 org unit, $4 is admin, $5 units headed. */
const people = `
  with counted as (
    select v.id as version_id, count(i.id)::int as items
    from course_version v join module m on m.version_id = v.id
    join item i on i.module_id = m.id and i.required and i.kind in ('page', 'video', 'link', 'file')
    group by v.id
  ), seen as (
    select distinct o.id, o.name, o.path from org_unit o
    where ($4 or exists (select 1 from org_unit h where h.id = any ($5::uuid[]) and o.path <@ h.path))
      and ($3::uuid is null or o.path <@ (select path from org_unit where id = $3))
  ), enrolled as (
    select e.cohort_id, e.status, u.org_unit_id, coalesce(counted.items, 0) as items,
      (select count(*)::int from done_mark d join item i on i.id = d.item_id
       where d.enrolment_id = e.id and i.required and e.status in ('active', 'completed')) as done
    from enrolment e
    join app_user u on u.id = e.user_id
    join cohort c on c.id = e.cohort_id
    left join counted on counted.version_id = c.version_id
    where c.cancelled_at is null
      and ($1::uuid is null or c.course_id = $1) and ($2::uuid is null or c.id = $2)
      and (($4 and $3::uuid is null) or u.org_unit_id in (select id from seen))
  )`;

const figures = `
  count(*) filter (where e.status in ('active', 'completed'))::int as enrolled,
  count(*) filter (where e.status in ('waitlisted', 'requested'))::int as waitlisted,
  count(*) filter (where e.status = 'active')::int as active,
  count(*) filter (where e.status = 'completed')::int as completed,
  count(*) filter (where e.status = 'withdrawn')::int as withdrawn,
  coalesce(sum(e.done), 0)::int as done_items,
  coalesce(sum(e.items) filter (where e.status in ('active', 'completed')), 0)::int as total_items`;

// Joined inside, so that a cohort nobody of the manager's units is in is not listed.
const byCohort = `${people}
  select c.id, c.name, v.title as context, c.start_on::text, ${figures}
  from cohort c join course_version v on v.id = c.version_id
  join enrolled e on e.cohort_id = c.id
  group by grouping sets ((c.id, c.name, v.title, c.start_on), ())
  order by c.start_on desc nulls last, c.name`;

const byUnit = `${people}
  select o.id, o.name, coalesce((select string_agg(a.name, ' › ' order by nlevel(a.path))
      from org_unit a where a.path @> o.path and a.id <> o.id), '') as context,
    null::text as start_on, ${figures}
  from seen o join enrolled e on e.org_unit_id = o.id
  group by grouping sets ((o.id, o.name, o.path), ())
  order by o.path nulls last`;
