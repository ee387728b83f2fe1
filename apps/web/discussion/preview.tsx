import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api.js';
import { Prose } from '../shell/prose.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './composer.module.css';

/** A text as others will see it. */
export function Preview({ text }: { text: string }) {
  const { t } = useTranslation('discussion');
  const { data, error } = useQuery({
    queryKey: ['POST /text-previews', text],
    queryFn: () => api('POST /text-previews', { body: { text } }),
    enabled: text.trim() !== '',
    staleTime: Infinity,
  });
  return (
    <div className={classes.preview} aria-busy={text.trim() !== '' && !data && !error}>
      {text.trim() === '' ? <p className="faint">{t('write.previewEmpty')}</p> : data && <Prose html={data.html} />}
      <ProblemNote problem={error} />
    </div>
  );
}
