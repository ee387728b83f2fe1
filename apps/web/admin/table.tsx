import type { ReactNode } from 'react';
import classes from './table.module.css';

/** A table that scrolls sideways where it must, and can be reached for that without a mouse. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={classes.table}>{children}</table>
    </div>
  );
}
