import type { ReactNode } from 'react';
import { LanguageSwitch } from '../shell/language-switch.js';
import { PageHeading } from '../shell/page.js';
import classes from './outside.module.css';

/** A screen for those who are not signed in: one form, and the choice of language. */
export function Outside({ title, below, children }: { title: string; below?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.ground}>
      <header className={classes.head}>
        <span className={classes.brand}>
          <img src="/favicon.svg" alt="" width={28} height={28} />
          Kohorte
        </span>
        <LanguageSwitch />
      </header>
      <main className={classes.main}>
        <PageHeading title={title} below={below} />
        {children}
      </main>
    </div>
  );
}
