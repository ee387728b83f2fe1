import { useTranslation } from 'react-i18next';
import type { KeptState } from './kept.js';
import classes from './save-note.module.css';

/** Whether what was written is on the server; heard by screen readers when it changes for good. */
export function SaveNote({ state }: { state: KeptState }) {
  const { t } = useTranslation('keeping');
  // What passes in a second is seen, not heard.
  const isPassing = state === 'unsaved' || state === 'saving';
  return (
    <span className={classes.note} data-state={state}>
      <span aria-hidden="true">{t(`saving.${state}`)}</span>
      <span role="status" className="unseen">
        {isPassing ? '' : t(`saving.${state}`)}
      </span>
    </span>
  );
}
