import { useTranslation } from 'react-i18next';
import { Page } from './page.js';
import classes from './waiting.module.css';

/** The shape of a screen while it loads; the router shows it only after 300 ms. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Page>
      <p role="status" className="unseen">
        {t('shell.loading')}
      </p>
      <div className={classes.bars} aria-hidden="true">
        <span style={{ width: '45%', height: 34 }} />
        <span style={{ width: '70%' }} />
        <span style={{ height: 72 }} />
        <span style={{ width: '85%' }} />
        <span style={{ width: '78%' }} />
        <span style={{ width: '60%' }} />
      </div>
    </Page>
  );
}
