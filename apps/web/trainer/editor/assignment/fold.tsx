import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs';
import { type ReactNode, useId } from 'react';
import classes from './assignment.module.css';

interface Parts {
  title: string;
  /** What one sees of it while it is folded. */
  summary: ReactNode;
  /** Something in it needs attention. */
  marked?: boolean;
  isOpen: boolean;
  onToggle: () => void;
  children: ReactNode;
}

/** One of several things that are long when they are open. */
export function Fold({ title, summary, marked = false, isOpen, onToggle, children }: Parts) {
  const id = useId();
  return (
    <li className={classes.fold} data-marked={marked || undefined}>
      <h2 className={classes.foldHead}>
        <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={onToggle}>
          <IconChevronRight size={18} stroke={1.8} aria-hidden="true" />
          <span className={classes.foldTitle}>{title}</span>
          <span className={classes.foldSummary}>{summary}</span>
        </button>
      </h2>
      <div id={id} hidden={!isOpen} className={classes.foldBody}>
        {isOpen && children}
      </div>
    </li>
  );
}
