import type { AnyRouter } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

/** Set by a navigation, taken by the heading of the screen it leads to; on the first load nothing is moved. */
let headingWantsFocus = false;

/** From now on each navigation moves focus to the heading of the screen it leads to. */
export function followNavigation(router: AnyRouter): void {
  router.subscribe('onBeforeNavigate', ({ pathChanged, fromLocation }) => {
    if (pathChanged && fromLocation) headingWantsFocus = true;
  });
}

interface Heading {
  title: string;
  /** What the browser's tab says, where it is not the heading. */
  tab?: string;
  /** A short line above the heading: where one is. */
  above?: ReactNode;
  below?: ReactNode;
  /** The one primary action, or a few plain ones. */
  actions?: ReactNode;
}

/** The heading of a screen; a screen reader hears it after each navigation. */
export function PageHeading({ title, tab, above, below, actions }: Heading) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!headingWantsFocus) return;
    headingWantsFocus = false;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return (
    <header className={classes.heading}>
      <title>{`${tab ?? title} · Kohorte`}</title>
      <div className={classes.words}>
        {above && <div className={classes.above}>{above}</div>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {below && <div className={classes.below}>{below}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}

/** A screen: reading width for text, `wide` for tables and calendars. */
export function Page({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={wide ? classes.wide : classes.page}>{children}</div>;
}

/** A part of a screen under its own heading. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {aside && <div className="small faint figures">{aside}</div>}
      </div>
      {children}
    </section>
  );
}

/** Where nothing is yet: what will be here, and the one thing to do now. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <h2>{title}</h2>
      {children && <p className="faint">{children}</p>}
      {action}
    </div>
  );
}
