import { useEffect, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './prose.module.css';

/** Text of an author. The server has sanitised it: it is the only HTML that is ever set as it comes. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  const place = useRef<HTMLDivElement>(null);
  const own = `${useId()}-`;
  // No text knows of the others on its page, which may have a first footnote, too, or of itself, standing there twice.
  useLayoutEffect(() => nameApart(place.current!, own), [html, own]);
  // The server names them in English, whatever language is read here.
  const { t } = useTranslation();
  useLayoutEffect(() => {
    const label = place.current!.querySelector('[data-footnotes] > :first-child');
    if (label) label.textContent = t('shell.footnotes');
    for (const back of place.current!.querySelectorAll('[data-footnote-backref]')) {
      const [number = ''] = /[\d-]+$/.exec(back.getAttribute('aria-label') ?? '') ?? [];
      back.setAttribute('aria-label', t('shell.fromFootnote', { number }));
    }
  }, [html, t]);
  // What scrolls sideways must be reachable without a mouse.
  useEffect(() => {
    for (const wide of place.current?.querySelectorAll('pre, table') ?? []) {
      if (wide.scrollWidth > wide.clientWidth) wide.setAttribute('tabindex', '0');
    }
  }, [html]);
  return <div ref={place} className={classes.prose} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Puts `own` before all that is named within a text, and before what leads to it. */
function nameApart(text: Element, own: string): void {
  const kinds = [
    ['id', ''],
    ['aria-describedby', ''],
    ['href', '#'],
  ] as const;
  for (const [attribute, sign] of kinds)
    for (const element of text.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute)!;
      if (value.startsWith(sign) && !value.startsWith(`${sign}${own}`))
        element.setAttribute(attribute, `${sign}${own}${value.slice(sign.length)}`);
    }
}
