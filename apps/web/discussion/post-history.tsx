import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useApiMaybe } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { Prose } from '../shell/prose.js';
import { useTimes } from '../times.js';
import classes from './post.module.css';

/** How a post was before it was changed. */
export function PostHistory({ postId, by, onClose }: { postId: string; by: string; onClose: () => void }) {
  const { t } = useTranslation('discussion');
  const times = useTimes();
  const versions = useApiMaybe('GET /posts/:postId/versions', { params: { postId } });
  return (
    <Dialog
      title={t('history.title', { name: by })}
      onClose={onClose}
      actions={
        <Button variant="default" onClick={onClose}>
          {t('history.close')}
        </Button>
      }
    >
      {!versions && <p role="status">{t('history.loading')}</p>}
      {versions?.length === 0 && <p className="faint">{t('history.none')}</p>}
      <ol className={classes.versions}>
        {versions?.map(({ at, html }) => (
          <li key={at}>
            <h3 className="small">{t('history.until', { at: times.dayAndTime(at) })}</h3>
            <Prose html={html} />
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
