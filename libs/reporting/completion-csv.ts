import type { CompletionTable, Language } from '@kohorte/contracts';
import { stringify } from 'csv-stringify/sync';

const words = {
  de: {
    columns: {
      name: { cohort: 'Name', unit: 'Name (mit allem darunter)' },
      rest: [
        'Zusammenhang',
        'Beginn',
        'Angemeldet',
        'Warteliste',
        'Aktiv',
        'Abgeschlossen',
        'Abgemeldet',
        'Erledigte Elemente',
        'Elemente gesamt',
      ],
    },
    total: 'Gesamt',
    hidden: 'verborgen',
    delimiter: ';',
  },
  en: {
    columns: {
      name: { cohort: 'Name', unit: 'Name (with all below)' },
      rest: [
        'Context',
        'Start',
        'Enrolled',
        'Waitlist',
        'Active',
        'Completed',
        'Withdrawn',
        'Items done',
        'Items in total',
      ],
    },
    total: 'Total',
    hidden: 'hidden',
    delimiter: ',',
  },
} satisfies Record<Language, unknown>;

/** The table as CSV, as spreadsheet programs of the reader's language open it. */
export function completionCsv({ by, rows, total }: CompletionTable, language: Language): string {
  const says = words[language];
  const records = [...rows, { ...total, name: says.total }].map((row) =>
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
    ].map((cell) => (row.hidden && cell === null ? says.hidden : inert(cell))),
  );
  const header = [says.columns.name[by], ...says.columns.rest];
  // The mark at the front makes Excel read UTF-8.
  return `\ufeff${stringify([header, ...records], { delimiter: says.delimiter, record_delimiter: 'windows' })}`;
}

/** A cell that a spreadsheet would run as a formula is made plain text (OWASP, CSV Injection). */
function inert(cell: string | number | null): string | number {
  if (typeof cell !== 'string') return cell ?? '';
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
