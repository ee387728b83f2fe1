import type { ReactNode } from 'react';
import classes from './tag.module.css';

/** A state in a word or two; the tone only helps the eye. */
export function Tag({ tone = 'plain', children }: { tone?: 'plain' | 'good' | 'warn' | 'bad'; children: ReactNode }) {
  return <span className={`${classes.tag} ${classes[tone]}`}>{children}</span>;
}
