import classes from './prose.module.css';

/** Text of an author. The server has sanitised it: it is the only HTML that is ever set as it comes. */
export function Prose({ html, lang }: { html: string; lang?: string }) {
  return <div className={classes.prose} lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
