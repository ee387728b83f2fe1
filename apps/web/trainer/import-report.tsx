import type { ImportLine, ImportView } from '@kohorte/contracts';
import IconCircleCheck from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs';
import IconCircleDashed from '@tabler/icons-react/dist/esm/icons/IconCircleDashed.mjs';
import IconCircleMinus from '@tabler/icons-react/dist/esm/icons/IconCircleMinus.mjs';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Choice } from '../shell/choice.js';
import { Section } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import classes from './import.module.css';

type Report = NonNullable<ImportView['report']>;
type Outcome = ImportLine['outcome'];

const route = getRouteApi('/inside/studio/imports/$importId');
const icons = { imported: IconCircleCheck, placeholder: IconCircleDashed, 'left-out': IconCircleMinus } as const;
const outcomes: readonly Outcome[] = ['imported', 'placeholder', 'left-out'];

/** What came in of a cartridge, what did not, and why: in short, and item by item. */
export function ImportReport({ report }: { report: Report }) {
  const { t } = useTranslation('trainer');
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const { imported, found, modules } = report;
  const lines = report.lines.filter((line) => !show || line.outcome === show);
  const count = (outcome: Outcome): number => report.lines.filter((line) => line.outcome === outcome).length;
  return (
    <>
      <div className={classes.summary}>
        <p>
          <strong>
            {imported === found
              ? t('imports.done.all', { found, modules })
              : t('imports.done.summary', { imported, found, modules })}
          </strong>{' '}
          {t('imports.done.next')}
        </p>
        <p className="faint small">{t('imports.done.format', { format: report.format })}</p>
      </div>
      {imported < found && <Reasons lines={report.lines} />}
      <Section title={t('imports.done.lines')}>
        <div className={classes.filter}>
          <Choice<Outcome | 'all'>
            legend={t('imports.done.show')}
            legendUnseen
            value={show ?? 'all'}
            options={[
              { value: 'all', label: t('imports.done.filter.all', { count: found }) },
              ...outcomes.map((value) => ({
                value,
                label: t(`imports.done.filter.${value}`, { count: count(value) }),
              })),
            ]}
            onChange={(value) =>
              void navigate({ search: { show: value === 'all' ? undefined : value }, replace: true })
            }
          />
        </div>
        {lines.length === 0 && <p className="faint">{t('imports.done.noneOf')}</p>}
        {byModule(lines).map(([module, inModule], index) => (
          <section key={index} className={classes.module}>
            <h3>{module}</h3>
            <Rows>
              {inModule.map((line, place) => (
                <Line key={place} line={line} />
              ))}
            </Rows>
          </section>
        ))}
      </Section>
    </>
  );
}

/** Each reason once, with how many items it concerns. */
function Reasons({ lines }: { lines: ImportLine[] }) {
  const { t } = useTranslation('trainer');
  const counts = new Map<NonNullable<ImportLine['reason']>, number>();
  for (const { reason } of lines) if (reason) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return (
    <Section title={t('imports.done.why')}>
      <Rows>
        {[...counts]
          .sort(([, one], [, other]) => other - one)
          .map(([reason, count]) => (
            <Row key={reason} title={t(`imports.reason.${reason}`)} end={t('imports.done.elements', { count })} />
          ))}
      </Rows>
    </Section>
  );
}

function Line({ line }: { line: ImportLine }) {
  const { t } = useTranslation('trainer');
  const kindOf = useKindOf();
  const Icon = icons[line.outcome];
  return (
    <Row
      mark={<Icon size={20} stroke={1.7} aria-hidden="true" className={classes[line.outcome]} />}
      title={<span className={classes.title}>{line.title}</span>}
      lines={[
        [kindOf(line.kind), t(`imports.done.outcome.${line.outcome}`)].join(' · '),
        line.reason && t(`imports.reason.${line.reason}`),
      ]}
    />
  );
}

/** The word for what an item was in the cartridge: one of our kinds, or one that we do not have. */
function useKindOf(): (kind: string) => string {
  const { t } = useTranslation(['trainer', 'learner']);
  return (kind) => {
    switch (kind) {
      case 'page':
      case 'video':
      case 'link':
      case 'file':
      case 'assignment':
      case 'discussion':
      case 'session':
        return t(`learner:kind.${kind}`);
      case 'lti':
      case 'quiz':
      case 'heading':
      case 'module':
        return t(`imports.kind.${kind}`);
      default:
        return t('imports.kind.unknown');
    }
  };
}

/** In the order of the cartridge; two modules of the same name that follow each other are one here. */
function byModule(lines: readonly ImportLine[]): [string, ImportLine[]][] {
  const modules: [string, ImportLine[]][] = [];
  for (const line of lines) {
    const last = modules.at(-1);
    if (last?.[0] === line.module) last[1].push(line);
    else modules.push([line.module, [line]]);
  }
  return modules;
}
