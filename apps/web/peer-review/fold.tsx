import type { ReactNode } from 'react';
import classes from './fold.module.css';

/** A part of a screen that can be looked at, and need not be. */
export function Fold({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details className={classes.fold} open={open}>
      <summary>
        <h2>{title}</h2>
      </summary>
      <div className={classes.body}>{children}</div>
    </details>
  );
}
