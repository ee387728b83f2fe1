import { useTranslation } from 'react-i18next';
import classes from './editor.module.css';
import { useSaveState } from './saving.js';

/** Whether everything is on the server; heard by screen readers when it changes. */
export function SaveState() {
  const { t } = useTranslation('trainer');
  const state = useSaveState();
  return (
    <span role="status" className={classes.saveState} data-state={state}>
      {t(`editor.saveState.${state}`)}
    </span>
  );
}
