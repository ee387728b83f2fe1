import type { ImportView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../queries.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading, Section } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import { UploadCartridge } from './upload-cartridge.js';

/** Where courses come in from other systems, and what became of those that did. */
export function Imports() {
  const { t } = useTranslation(['trainer', 'learner']);
  const imports = useApiPages('GET /imports');
  return (
    <Page>
      <PageHeading title={t('studio.import')} tab={t('learner:nav.imports')} below={t('imports.text')} />
      <UploadCartridge />
      <Section title={t('imports.earlier')}>
        {imports.rows.length === 0 ? (
          <Empty title={t('imports.none')}>{t('imports.noneText')}</Empty>
        ) : (
          <Rows>
            {imports.rows.map((one) => (
              <ImportRow key={one.importId} one={one} />
            ))}
          </Rows>
        )}
        <More of={imports} />
      </Section>
    </Page>
  );
}

const tones = { waiting: 'plain', running: 'warn', done: 'good', failed: 'bad' } as const;

function ImportRow({ one }: { one: ImportView }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const { report } = one;
  return (
    <Row
      linked
      title={
        <Link to="/studio/imports/$importId" params={{ importId: one.importId }}>
          {one.courseTitle ?? one.fileName}
        </Link>
      }
      lines={[
        [one.courseTitle && one.fileName, t('imports.startedAt', { at: times.dayAndTime(one.createdAt) })]
          .filter(Boolean)
          .join(' · '),
        one.problem?.detail,
        report &&
          t('imports.done.summary', { imported: report.imported, found: report.found, modules: report.modules }),
      ]}
      end={<Tag tone={tones[one.state]}>{t(`imports.state.${one.state}`)}</Tag>}
    />
  );
}
