import '../trainer/fields.js';
import type { AssignmentView } from '@kohorte/contracts';
import { wordsIn } from '@kohorte/rules';
import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../shell/choice.js';
import { Prose } from '../shell/prose.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import { BothVersions } from '../keeping/both-versions.js';
import classes from './editor.module.css';
import { Files } from './files.js';
import { HandIn } from './hand-in.js';
import { SaveNote } from '../keeping/save-note.js';
import { type Draft, useDraft } from './writing.js';

/** Where one writes what one hands in; it saves itself. */
export function Editor({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const draft = useDraft(view);
  const { kept, values, change, flush, errorOf } = draft;
  const { handIn, submission } = view;
  const conflicts = draft.state === 'conflict' ? kept.conflicts : {};
  const team = submission?.team ?? [];
  return (
    <section className={classes.editor} aria-labelledby="own-work">
      <div className={classes.head}>
        <h2 id="own-work">{t('write.title')}</h2>
        {(submission || draft.state !== 'saved') && <SaveNote state={draft.state} />}
      </div>
      {view.teams && submission && <TeamNote names={team.map(({ name }) => name)} />}
      {(Object.keys(conflicts) as (keyof Draft & string)[]).map((field) => (
        <BothVersions
          key={field}
          field={t(`write.${field as 'text' | 'link' | 'video'}`)}
          mine={values[field] ?? ''}
          theirs={conflicts[field] ?? ''}
          withBoth={field === 'text'}
          onChoose={(text) => kept.settle({ [field]: text })}
        />
      ))}
      {handIn.text && <TextField view={view} draft={draft} />}
      {(['link', 'video'] as const).map(
        (field) =>
          handIn[field] && (
            <TextInput
              key={field}
              type="url"
              label={t(`write.${field}`)}
              description={t(`write.${field}Hint`)}
              placeholder="https://"
              value={values[field]}
              maxLength={2000}
              error={errorOf(field)}
              // Half an address is none: it is saved when the field is left.
              onChange={(event) => change({ [field]: event.currentTarget.value.trim() }, { wait: true })}
              onBlur={flush}
            />
          ),
      )}
      {handIn.files > 0 && <Files view={view} />}
      {!(['text', 'link', 'video'] as const).some(errorOf) && <ProblemNote problem={draft.problem} />}
      <HandIn view={view} draft={draft} />
    </section>
  );
}

function TeamNote({ names }: { names: string[] }) {
  const { t, i18n } = useTranslation('peer-review');
  const list = new Intl.ListFormat(i18n.language).format(names);
  return <p className={classes.team}>{names.length === 0 ? t('write.teamAlone') : t('write.team', { names: list })}</p>;
}

/** The text, with its words counted, and as its readers will see it. */
function TextField({ view, draft }: { view: AssignmentView; draft: ReturnType<typeof useDraft> }) {
  const { t } = useTranslation('peer-review');
  const [shows, setShows] = useState<'text' | 'preview'>('text');
  const { kept, values, change, flush, errorOf } = draft;
  // The template is what one begins with; it counts as written once a word of it was changed.
  const isUntouched = values.text === '' && !view.submission?.text && !kept.isOpen;
  const text = isUntouched ? (view.template ?? '') : values.text;
  const show = async (what: 'text' | 'preview'): Promise<void> => {
    setShows(what);
    if (what === 'preview') {
      if (isUntouched && view.template) change({ text: view.template });
      await kept.flush();
    }
  };
  return (
    <div className={classes.text}>
      <div className={classes.textHead}>
        <Choice
          legend={t('write.view')}
          legendUnseen
          value={shows}
          options={[
            { value: 'text', label: t('write.showText') },
            { value: 'preview', label: t('write.preview') },
          ]}
          onChange={(what) => void show(what)}
        />
        <WordCount words={wordsIn(text)} least={view.leastWords} most={view.mostWords} />
      </div>
      {shows === 'text' ? (
        <Textarea
          size="md"
          aria-label={t('write.text')}
          aria-describedby="text-hint"
          value={text}
          rows={14}
          maxLength={400_000}
          classNames={{ input: classes.area }}
          error={errorOf('text')}
          onChange={(event) => change({ text: event.currentTarget.value })}
          onBlur={flush}
        />
      ) : (
        <div className={classes.preview} aria-busy={draft.state === 'saving'}>
          {draft.state === 'held-back' && <p className="small faint">{t('write.previewOffline')}</p>}
          {view.submission?.html ? (
            <Prose html={view.submission.html} />
          ) : (
            <p className="faint">{t(draft.state === 'saving' ? 'write.previewComes' : 'write.previewEmpty')}</p>
          )}
        </div>
      )}
      <p id="text-hint" className="small faint">
        {t('write.markdown')}
      </p>
    </div>
  );
}

function WordCount({ words, least, most }: { words: number; least: number | null; most: number | null }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const limits =
    least !== null && most !== null
      ? t('write.between', { least: times.number(least), most: times.number(most) })
      : least !== null
        ? t('write.atLeast', { least: times.number(least) })
        : most !== null
          ? t('write.atMost', { most: times.number(most) })
          : null;
  const isOver = most !== null && words > most;
  return (
    <p className={classes.count} data-over={isOver || undefined}>
      {[t('write.words', { count: words, words: times.number(words) }), limits].filter(Boolean).join(' · ')}
      {isOver && ` · ${t('write.over', { count: words - most })}`}
    </p>
  );
}
