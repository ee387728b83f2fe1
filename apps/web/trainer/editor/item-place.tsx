import '../fields.js';
import type { ItemDraftView, ModuleDraftView } from '@kohorte/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { offerUndo } from '../../shell/toasts.js';
import { forgetDraft } from './autosave.js';
import type { Editing } from './editing.js';
import classes from './editor.module.css';
import { putItemBack } from './put-back.js';
import { placeItem, stepItem } from './reorder.js';
import { saved } from './saving.js';

/** Where an item stands, and how it goes. */
export function ItemPlace({
  editing,
  item,
  module,
}: {
  editing: Editing;
  item: ItemDraftView;
  module: ModuleDraftView;
}) {
  const { t } = useTranslation('trainer');
  const navigate = useNavigate();
  const { courseId } = useParams({ from: '/inside/studio/courses/$courseId' });
  const { itemId, title } = item;
  const { version, reorder, change, show } = editing;
  const step = (by: 1 | -1): void => void reorder(stepItem(version.modules, itemId, by));
  const remove = async (): Promise<void> => {
    await navigate({ to: '/studio/courses/$courseId', params: { courseId }, search: { module: module.moduleId } });
    const removed = await change(() => api('DELETE /items/:itemId', { params: { itemId } }));
    if (!removed) return;
    forgetDraft(`item.${itemId}`);
    offerUndo(t('editor.removed', { title }), async () => show(await saved(putItemBack(version, itemId))));
  };
  return (
    <div className={classes.place}>
      <Button variant="default" h={42} onClick={() => step(-1)}>
        ↑ {t('editor.up')}
      </Button>
      <Button variant="default" h={42} onClick={() => step(1)}>
        ↓ {t('editor.down')}
      </Button>
      <NativeSelect
        size="md"
        label={t('editor.inModule')}
        className={classes.module}
        value={module.moduleId}
        data={version.modules.map((one) => ({ value: one.moduleId, label: one.title }))}
        onChange={(event) =>
          void reorder(placeItem(version.modules, itemId, { moduleId: event.currentTarget.value, before: null }))
        }
      />
      <Button variant="subtle" color="red" c="var(--bad-ink)" h={42} onClick={() => void remove()}>
        {t('editor.remove')}
      </Button>
    </div>
  );
}
