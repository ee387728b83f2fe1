import { useEffect, useRef } from 'react';
import classes from './prose.module.css';

/** Text of an author. The server has sanitised it: it is the only HTML that is ever set as it comes. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  const place = useRef<HTMLDivElement>(null);
  // What scrolls sideways must be reachable without a mouse.
  useEffect(() => {
    for (const wide of place.current?.querySelectorAll('pre, table') ?? []) {
      if (wide.scrollWidth > wide.clientWidth) wide.setAttribute('tabindex', '0');
    }
  }, [html]);
  return <div ref={place} className={classes.prose} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
