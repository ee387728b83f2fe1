import IconGripVertical from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './outline-pane.module.css';

/** Where a row is taken hold of; with the arrow keys it moves without a mouse. */
export function Grip({ id, title, onStep }: { id: string; title: string; onStep: (by: 1 | -1) => void }) {
  const { t } = useTranslation('trainer');
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onStep(event.key === 'ArrowUp' ? -1 : 1);
  };
  const label = t('editor.grip', { title });
  return (
    <button type="button" className={classes.grip} data-grip={id} aria-label={label} title={label} onKeyDown={press}>
      <IconGripVertical size={16} stroke={1.7} aria-hidden="true" />
    </button>
  );
}
