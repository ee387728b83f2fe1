import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../shell/progress-bar.js';
import { ProblemNote } from '../shell/trouble.js';
import type { useAttaching } from './attaching.js';
import classes from './composer.module.css';

/** Files that are being uploaded, and those that could not be. */
export function OnTheirWay({ attaching }: { attaching: ReturnType<typeof useAttaching> }) {
  const { t } = useTranslation('discussion');
  if (attaching.all.length === 0) return null;
  return (
    <ul className={classes.files}>
      {attaching.all.map((one) => (
        <li key={one.key}>
          <span>{one.name}</span>
          {one.problem ? (
            <ProblemNote problem={one.problem} />
          ) : (
            <ProgressBar label={t('write.progress', { name: one.name })} percent={one.percent} />
          )}
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => attaching.remove(one.key)}>
            {t(one.problem ? 'write.removeFile' : 'write.stopFile')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
