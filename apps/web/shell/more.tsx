import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Reads on in a list that comes page by page. */
export function More({ of: list }: { of: { hasMore: boolean; isReadingOn: boolean; readOn: () => void } }) {
  const { t } = useTranslation();
  if (!list.hasMore) return null;
  return (
    <Button variant="default" mt={16} loading={list.isReadingOn} onClick={list.readOn}>
      {t('shell.more')}
    </Button>
  );
}
