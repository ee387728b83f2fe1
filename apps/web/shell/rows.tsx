import type { ReactNode } from 'react';
import classes from './rows.module.css';

/** A list of rows; `ordered` where the order says something. */
export function Rows({ label, ordered = false, children }: { label?: string; ordered?: boolean; children: ReactNode }) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <List className={classes.rows} aria-label={label}>
      {children}
    </List>
  );
}

interface RowParts {
  mark?: ReactNode;
  /** Text, or a link. */
  title: ReactNode;
  lines?: ReactNode[];
  /** A figure, a time or buttons at the end. */
  end?: ReactNode;
  /** The title is a link, and takes clicks anywhere in the row. */
  linked?: boolean;
  /** On a phone the end stands below instead of beside. */
  stacks?: boolean;
  current?: boolean;
}

export function Row({ mark, title, lines = [], end, linked = false, stacks = false, current = false }: RowParts) {
  const names = [
    classes.row,
    mark === undefined && classes.noMark,
    linked && classes.linked,
    stacks && classes.stacks,
  ].filter(Boolean);
  return (
    <li className={names.join(' ')} aria-current={current || undefined}>
      {mark !== undefined && <div className={classes.mark}>{mark}</div>}
      <div>
        <div className={classes.title}>{title}</div>
        {lines.filter(Boolean).map((line, index) => (
          <div key={index} className={classes.line}>
            {line}
          </div>
        ))}
      </div>
      {end !== undefined && <div className={classes.end}>{end}</div>}
    </li>
  );
}
