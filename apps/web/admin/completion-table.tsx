import type { CompletionQuery, CompletionRow, CompletionTable as Figures } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTimes } from '../times.js';
import classes from './completion.module.css';
import { Table } from './table.js';

interface Parts {
  table: Figures;
  query: CompletionQuery;
  /** Whether the reader may see figures by cohort and by department at once. */
  crosses: boolean;
}

/** The figures with their bars; each row leads to what it is made of. */
export function CompletionTable({ table, query, crosses }: Parts) {
  const { t } = useTranslation('admin');
  const figures = ['active', 'waitlisted', 'withdrawn'] as const;
  return (
    <>
      {table.by === 'unit' && <p className={classes.note}>{t('completion.withBelow')}</p>}
      <Table label={t('completion.table')}>
        <thead>
          <tr>
            <th scope="col">{t(`completion.columns.name.${table.by}`)}</th>
            <th scope="col" data-figure>
              {t('completion.columns.enrolled')}
            </th>
            <th scope="col" className={classes.wide}>
              {t('completion.columns.completed')}
            </th>
            <th scope="col" className={classes.wide} title={t('completion.itemsHint')}>
              {t('completion.columns.items')}
            </th>
            {figures.map((figure) => (
              <th key={figure} scope="col" data-figure>
                {t(`completion.columns.${figure}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.id}>
              <Name row={row} to={drill(row, table.by, query, crosses)} />
              <Cells row={row} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('completion.total')}</th>
            <Cells row={table.total} />
          </tr>
        </tfoot>
      </Table>
      {(table.rows.some(({ hidden }) => hidden) || table.total.hidden) && (
        <p className={classes.why}>{t('completion.hiddenWhy')}</p>
      )}
    </>
  );
}

/** Where a row leads: to the other split of it; where that is not for the reader, to a department's own part. */
function drill(
  { id }: CompletionRow,
  by: Figures['by'],
  query: CompletionQuery,
  crosses: boolean,
): { search: CompletionQuery; hint: 'cohort' | 'unit' | 'part' } | null {
  if (!crosses) return by === 'unit' ? { search: { by, orgUnitId: id }, hint: 'part' } : null;
  if (by === 'cohort') return { search: { ...query, by: 'unit', cohortId: id }, hint: 'cohort' };
  return { search: { ...query, by: 'cohort', orgUnitId: id }, hint: 'unit' };
}

function Name({ row, to }: { row: CompletionRow; to: ReturnType<typeof drill> }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  return (
    <th scope="row" className={classes.name} style={{ '--depth': row.depth } as React.CSSProperties}>
      {to ? (
        <Link to="/reports/completion" search={to.search} title={t(`completion.drill.${to.hint}`)}>
          {row.name}
        </Link>
      ) : (
        row.name
      )}
      <span className={classes.context}>
        {/* What stands above a department, the rows above it say. */}
        {[row.depth === 0 && row.context, row.startOn && t('completion.starts', { on: times.date(row.startOn) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </th>
  );
}

function Cells({ row }: { row: CompletionRow }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const { enrolled, completed, doneItems, totalItems } = row;
  const hidden = (
    <span className="faint">
      <span aria-hidden="true">{t('completion.hidden')}</span>
      <span className="unseen">{t('completion.hiddenText')}</span>
    </span>
  );
  const figure = (value: number | null) => <td data-figure>{value === null ? hidden : times.number(value)}</td>;
  return (
    <>
      {figure(enrolled)}
      <td className={classes.wide}>
        {enrolled === null || completed === null ? (
          hidden
        ) : (
          <Bar
            of={percentOf(completed, enrolled)}
            text={t('completion.ofEnrolled', { completed: times.number(completed), enrolled: times.number(enrolled) })}
          />
        )}
      </td>
      <td className={classes.wide}>
        {doneItems === null || totalItems === null ? hidden : <Bar of={percentOf(doneItems, totalItems)} />}
      </td>
      {figure(row.active)}
      {figure(row.waitlisted)}
      {figure(row.withdrawn)}
    </>
  );
}

/** 100 only when all is done. */
const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.floor((100 * part) / whole));

/** A share as a bar with its number, which is what is read. */
function Bar({ of: percent, text }: { of: number; text?: string }) {
  const times = useTimes();
  return (
    <span className={classes.share}>
      <span className={classes.bars} aria-hidden="true">
        <span style={{ width: `${percent}%` }} />
      </span>
      <span className={classes.percent}>{times.percent(percent)}</span>
      {text && <span className={classes.context}>{text}</span>}
    </span>
  );
}
