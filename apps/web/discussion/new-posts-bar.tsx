import IconArrowDown from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs';
import { useTranslation } from 'react-i18next';
import classes from './talk.module.css';

/** Says that something new is there, instead of moving what one is reading. */
export function NewPostsBar({
  count,
  isPending = false,
  onShow,
}: {
  count: number;
  isPending?: boolean;
  onShow: () => void;
}) {
  // prettier-ignore
  const { t } = useTranslation('discussion');
  return (
    <div role="status" className={classes.barPlace}>
      {count > 0 && (
        <button type="button" className={classes.bar} disabled={isPending} onClick={onShow}>
          <IconArrowDown size={16} stroke={2} aria-hidden="true" /> {t('new.posts', { count })}
        </button>
      )}
    </div>
  );
}
