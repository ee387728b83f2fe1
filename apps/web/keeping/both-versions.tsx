import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './both-versions.module.css';

interface Versions {
  field: string;
  mine: string;
  theirs: string;
  /** Both can also be kept, one below the other. */
  withBoth?: boolean;
  onChoose: (text: string) => void;
}

/** A field that was changed in two places: both are shown, and nothing is lost whichever is kept. */
export function BothVersions({ field, mine, theirs, withBoth = false, onChoose }: Versions) {
  const { t } = useTranslation('keeping');
  return (
    <section className={classes.both} role="alert" aria-label={t('conflict.title', { field })}>
      <p className={classes.title}>{t('conflict.title', { field })}</p>
      <p className="small">{t('conflict.text')}</p>
      <div className={classes.versions}>
        <div>
          <h3>{t('conflict.mine')}</h3>
          <pre tabIndex={0}>{mine || t('conflict.empty')}</pre>
          <Button variant="default" onClick={() => onChoose(mine)}>
            {t('conflict.keepMine')}
          </Button>
        </div>
        <div>
          <h3>{t('conflict.theirs')}</h3>
          <pre tabIndex={0}>{theirs || t('conflict.empty')}</pre>
          <Button variant="default" onClick={() => onChoose(theirs)}>
            {t('conflict.keepTheirs')}
          </Button>
        </div>
      </div>
      {withBoth && (
        <Button variant="subtle" onClick={() => onChoose(`${mine}\n\n${theirs}`)}>
          {t('conflict.keepBoth')}
        </Button>
      )}
    </section>
  );
}
