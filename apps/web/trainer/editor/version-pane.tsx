import '../fields.js';
import type { Language, VersionView } from '@kohorte/contracts';
import { Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { Choice } from '../../shell/choice.js';
import { Row, Rows } from '../../shell/rows.js';
import { ProblemNote } from '../../shell/trouble.js';
import { useTimes } from '../../times.js';
import { useAutosave } from './autosave.js';
import { DiscardDraft } from './discard-draft.js';
import type { Editing } from './editing.js';
import classes from './editor.module.css';

/** What a version says of itself, and the versions there are. */
export function VersionPane({ editing }: { editing: Editing }) {
  const { t } = useTranslation('trainer');
  const { course, version, isDraft } = editing;
  return (
    <section aria-label={t('editor.facts')}>
      {isDraft ? <Fields editing={editing} /> : <Read version={version} />}
      <div className={classes.versions}>
        <h2>{t('editor.version.versions')}</h2>
        <Versions editing={editing} />
        <p className="small faint">
          {t('editor.version.authors', { names: course.authors.map(({ name }) => name).join(', ') })}
        </p>
        {isDraft && <DiscardDraft editing={editing} />}
      </div>
    </section>
  );
}

interface Words {
  title: string;
  summary: string;
  audience: string;
  language: Language;
}

function Fields({ editing }: { editing: Editing }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const { version } = editing;
  const { versionId } = version;
  const form = useAutosave<Words>(
    `version.${versionId}`,
    {
      title: version.title,
      summary: version.summary ?? '',
      audience: version.audience ?? '',
      language: version.language,
    },
    async (body) => editing.show(await api('PATCH /versions/:versionId', { params: { versionId }, body })),
  );
  const { values, change, flush, errorOf } = form;
  return (
    <div className={classes.fields}>
      <TextInput
        label={t('editor.version.title')}
        value={values.title}
        maxLength={200}
        error={errorOf('title')}
        onChange={(event) => change({ title: event.currentTarget.value })}
        onBlur={flush}
      />
      <Textarea
        size="md"
        label={t('editor.version.summary')}
        description={t('editor.version.summaryHint')}
        value={values.summary}
        rows={6}
        maxLength={20_000}
        error={errorOf('summary')}
        onChange={(event) => change({ summary: event.currentTarget.value })}
        onBlur={flush}
      />
      <Textarea
        size="md"
        label={t('editor.version.audience')}
        description={t('editor.version.audienceHint')}
        value={values.audience}
        rows={3}
        maxLength={2000}
        error={errorOf('audience')}
        onChange={(event) => change({ audience: event.currentTarget.value })}
        onBlur={flush}
      />
      <Choice<Language>
        legend={t('editor.version.language')}
        value={values.language}
        options={[
          { value: 'de', label: t('learner:language.de') },
          { value: 'en', label: t('learner:language.en') },
        ]}
        onChange={(language) => change({ language })}
      />
      <ProblemNote problem={form.problem} />
    </div>
  );
}

function Read({ version }: { version: VersionView }) {
  const { t } = useTranslation(['trainer', 'learner']);
  const none = t('editor.version.none');
  return (
    <dl className={classes.read}>
      <div>
        <dt>{t('editor.version.summary')}</dt>
        <dd>{version.summary || none}</dd>
      </div>
      <div>
        <dt>{t('editor.version.audience')}</dt>
        <dd>{version.audience || none}</dd>
      </div>
      <div>
        <dt>{t('editor.version.language')}</dt>
        <dd>{t(`learner:language.${version.language}`)}</dd>
      </div>
    </dl>
  );
}

function Versions({ editing: { course, version } }: { editing: Editing }) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  return (
    <Rows>
      {course.versions.map(({ versionId, number, publishedAt }) => {
        const isShown = versionId === version.versionId;
        const name = t('editor.version.number', { number });
        return (
          <Row
            key={versionId}
            linked={!isShown}
            title={
              isShown ? (
                name
              ) : (
                <Link
                  to="/studio/courses/$courseId"
                  params={{ courseId: course.courseId }}
                  search={{ version: publishedAt ? versionId : undefined }}
                >
                  {name}
                </Link>
              )
            }
            end={[
              publishedAt ? t('editor.version.published', { on: times.day(publishedAt) }) : t('editor.version.draft'),
              isShown && t('editor.version.shown'),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        );
      })}
    </Rows>
  );
}
