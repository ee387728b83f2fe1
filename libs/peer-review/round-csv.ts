import type { Language, RoundPersonRow } from '@kohorte/contracts';
import { sortedName } from '@kohorte/cohorts';
import { Database, RawReply, type SignedIn } from '@kohorte/platform';
import { tenth, totalPoints } from '@kohorte/rules';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { everybody, everybodyOf, figures } from './round-figures.js';
import { Rounds } from './rounds.js';

const words = {
  de: {
    columns: [
      'Name',
      'Bereich',
      'Stand',
      'Abgegeben am',
      'Verspätet',
      'Bewertungen erhalten',
      'Bewertungen gegeben',
      'Bewertungen zu geben',
      'Punkte',
      'Von',
      'Bis',
      'Von Hand entschieden',
      'Punkte fürs Bewerten',
      'Gesamt',
    ],
    states: {
      none: 'nicht begonnen',
      draft: 'Entwurf',
      'handed-in': 'abgegeben',
      late: 'verspätet abgegeben',
      excluded: 'ausgeschlossen',
      left: 'abgemeldet',
    },
    yes: 'ja',
    file: 'kohorte-bewertung.csv',
    delimiter: ';',
  },
  en: {
    columns: [
      'Name',
      'Unit',
      'State',
      'Handed in at',
      'Late',
      'Reviews received',
      'Reviews given',
      'Reviews owed',
      'Points',
      'Low',
      'High',
      'Decided by hand',
      'Points for reviewing',
      'Total',
    ],
    states: {
      none: 'not begun',
      draft: 'draft',
      'handed-in': 'handed in',
      late: 'handed in late',
      excluded: 'excluded',
      left: 'withdrawn',
    },
    yes: 'yes',
    file: 'kohorte-reviews.csv',
    delimiter: ',',
  },
} satisfies Record<Language, { states: Record<RoundPersonRow['state'], string> } & Record<string, unknown>>;

/** A round as a table for spreadsheets, with the names of authors: only for those who run the cohort. */
@Injectable()
export class RoundCsv {
  constructor(
    private readonly rounds: Rounds,
    private readonly database: Database,
  ) {}

  /** Two statements, in the order of names; instants on the cohort’s clocks. */
  async of(actor: SignedIn, cohortId: string, itemId: string): Promise<RawReply> {
    const round = await this.rounds.of(actor, cohortId, itemId, 'runs-cohort');
    const rows = await this.database.query<TableRow>(tableStatement, [...everybodyOf(round), round.row.time_zone]);
    const says = words[actor.language];
    const records = rows.map((row) => {
      const points = row.decided ?? row.points;
      const isHandedIn = row.handed_in_at !== null;
      return [
        row.name,
        row.unit,
        says.states[row.state],
        row.handed_in_at,
        row.late ? says.yes : '',
        isHandedIn ? row.received : '',
        row.given,
        row.owed,
        points,
        row.low,
        row.high,
        row.decided === null ? '' : says.yes,
        row.reviewing,
        points === null ? null : totalPoints(points, row.reviewing, round.design.grading.reviewingShare),
      ].map((cell) => inert(cell, actor.language));
    });
    // The mark at the front makes Excel read UTF-8.
    const table = `\ufeff${stringify([says.columns, ...records], { delimiter: says.delimiter, record_delimiter: 'windows' })}`;
    return new RawReply(table, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${says.file}"`,
      'cache-control': 'no-store',
    });
  }
}

/** $7 the cohort’s zone. */
const tableStatement = `
  with ${figures}, ${everybody}
  select u.given_name || ' ' || u.family_name as name, o.name as unit, b.state, b.late, b.received, b.given, b.owed,
    to_char(b.handed_in_at at time zone $7::text, 'YYYY-MM-DD HH24:MI') as handed_in_at, g.points, g.low, g.high,
    d.points as decided, rg.points as reviewing
  from everybody b join app_user u on u.id = b.user_id left join org_unit o on o.id = u.org_unit_id
  left join grade g on g.submission_id = b.submission_id
  left join grade_decision d on d.submission_id = b.submission_id and d.taken_back_at is null
  left join reviewing_grade rg on rg.round_id = $1 and rg.enrolment_id = b.enrolment_id
  order by ${sortedName} collate "C", b.enrolment_id`;

interface TableRow {
  name: string;
  unit: string | null;
  state: RoundPersonRow['state'];
  handed_in_at: string | null;
  late: boolean;
  received: number;
  given: number;
  owed: number;
  points: number | null;
  low: number | null;
  high: number | null;
  decided: number | null;
  reviewing: number | null;
}

/**
 * A number with the comma that spreadsheets of the language read; a text that a spreadsheet would run as a formula is
 * made plain (OWASP, CSV Injection).
 */
function inert(cell: string | number | null, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    const said = String(tenth(cell));
    return language === 'de' ? said.replace('.', ',') : said;
  }
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
