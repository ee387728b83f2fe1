import '../fields.js';
import { Textarea } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api } from '../../api.js';
import { Choice } from '../../shell/choice.js';
import { Prose } from '../../shell/prose.js';
import { ProblemNote } from '../../shell/trouble.js';
import classes from './markdown-field.module.css';
import { useModerationWords } from './words.js';

interface Parts {
  label: string;
  hint?: string;
  value: string;
  most: number;
  rows: number;
  error?: string;
  onChange: (value: string) => void;
}

/** A longer text in Markdown, and how it will look. */
export function MarkdownField({ label, hint, value, most, rows, error, onChange }: Parts) {
  const { t } = useModerationWords();
  const id = useId();
  const [shows, setShows] = useState<'text' | 'preview'>('text');
  const isPreviewed = shows === 'preview' && value.trim() !== '';
  const preview = useQuery({
    queryKey: ['text-preview', value],
    queryFn: isPreviewed ? () => api('POST /text-previews', { body: { text: value } }) : skipToken,
    staleTime: Infinity,
  });
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <label htmlFor={id}>{label}</label>
        <Choice<'text' | 'preview'>
          legend={t('markdown.which', { label })}
          legendUnseen
          value={shows}
          options={[
            { value: 'text', label: t('markdown.text') },
            { value: 'preview', label: t('markdown.preview') },
          ]}
          onChange={setShows}
        />
      </div>
      <div hidden={shows === 'preview'}>
        <Textarea
          id={id}
          size="md"
          value={value}
          rows={rows}
          maxLength={most}
          description={hint}
          inputWrapperOrder={['input', 'description', 'error']}
          error={error}
          styles={{ input: { resize: 'vertical' } }}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </div>
      {shows === 'preview' && (
        <div className={classes.preview} role="region" aria-label={t('markdown.previewOf', { label })}>
          {!isPreviewed && <p className="faint">{t('markdown.nothing')}</p>}
          {isPreviewed && preview.data && <Prose html={preview.data.html} />}
          <ProblemNote problem={preview.error} />
        </div>
      )}
    </div>
  );
}
