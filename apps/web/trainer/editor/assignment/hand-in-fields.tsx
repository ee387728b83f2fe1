import type { AssignmentInput } from '@kohorte/contracts';
import { Checkbox, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WholeNumber } from '../../whole-number.js';
import classes from './assignment.module.css';
import type { DesignParts } from './parts.js';

const kinds = ['text', 'link', 'video'] as const;
const usualFiles = 3;

/** What is handed in, by whom, and how much of it. */
export function HandInFields({ design, change, errorOf, onBlur }: DesignParts) {
  const { t } = useTranslation('trainer');
  const { handIn, leastWords, mostWords, template, teams } = design;
  const take = (changes: Partial<AssignmentInput['handIn']>): void => change({ handIn: { ...handIn, ...changes } });
  const hasFiles = handIn.files > 0;
  return (
    <fieldset className={classes.part}>
      <legend>{t('assignment.handIn.title')}</legend>
      <div className={classes.ticks} role="group" aria-label={t('assignment.handIn.what')}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            size="md"
            label={t(`assignment.handIn.kinds.${kind}`)}
            checked={handIn[kind]}
            onChange={(event) => take({ [kind]: event.currentTarget.checked })}
          />
        ))}
        <Checkbox
          size="md"
          label={t('assignment.handIn.kinds.files')}
          checked={hasFiles}
          onChange={(event) => take({ files: event.currentTarget.checked ? usualFiles : 0 })}
        />
        {errorOf('handIn') && (
          <p role="alert" className={classes.error}>
            {errorOf('handIn')}
          </p>
        )}
      </div>
      {hasFiles && (
        <div className={classes.beside}>
          <WholeNumber
            label={t('assignment.handIn.files')}
            value={handIn.files}
            min={1}
            max={10}
            error={errorOf('handIn.files')}
            onChange={(files) => take({ files: files || 1 })}
            onBlur={onBlur}
          />
          <WholeNumber
            label={t('assignment.handIn.fileMegabytes')}
            value={handIn.fileMegabytes}
            min={1}
            max={500}
            error={errorOf('handIn.fileMegabytes')}
            onChange={(fileMegabytes) => take({ fileMegabytes })}
            onBlur={onBlur}
          />
        </div>
      )}
      {handIn.text && (
        <>
          <div className={classes.beside}>
            <WholeNumber
              label={t('assignment.handIn.leastWords')}
              placeholder={t('assignment.handIn.anyWords')}
              value={leastWords}
              min={1}
              max={50_000}
              error={errorOf('leastWords')}
              onEmpty={() => change({ leastWords: null })}
              onChange={(words) => change({ leastWords: words })}
              onBlur={onBlur}
            />
            <WholeNumber
              label={t('assignment.handIn.mostWords')}
              placeholder={t('assignment.handIn.anyWords')}
              value={mostWords}
              min={1}
              max={50_000}
              error={errorOf('mostWords')}
              onEmpty={() => change({ mostWords: null })}
              onChange={(words) => change({ mostWords: words })}
              onBlur={onBlur}
            />
          </div>
          <Textarea
            size="md"
            label={t('assignment.handIn.template')}
            description={t('assignment.handIn.templateHint')}
            value={template ?? ''}
            rows={3}
            classNames={{ input: classes.grows }}
            maxLength={50_000}
            error={errorOf('template')}
            onChange={(event) => change({ template: event.currentTarget.value || null })}
            onBlur={onBlur}
          />
        </>
      )}
      <Checkbox
        size="md"
        label={t('assignment.handIn.teams')}
        description={t('assignment.handIn.teamsHint')}
        styles={{ description: { paddingInlineStart: 12 } }}
        checked={teams}
        onChange={(event) => change({ teams: event.currentTarget.checked })}
      />
    </fieldset>
  );
}
