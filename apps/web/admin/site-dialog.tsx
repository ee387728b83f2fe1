import '../trainer/fields.js';
import type { SiteView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { TimeZoneField } from '../people/time-zone-field.js';
import { useApi, useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import { RegionField } from '../trainer/plan/region-field.js';
import classes from './admin.module.css';

/** Names a site and says whose clocks and holidays it has. */
export function SiteDialog({ site, onClose }: { site: SiteView | null; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'trainer']);
  const me = useApi('GET /me');
  const regions = useApi('GET /holiday-regions');
  const [form, setForm] = useState({
    name: site?.name ?? '',
    timeZone: site?.timeZone ?? me.timeZone,
    holidayRegion: site?.holidayRegion ?? '',
  });
  const does = { refreshes: ['GET /sites', 'GET /rooms'], onDone: onClose } as const;
  const add = useApiMutation('POST /sites', does);
  const change = useApiMutation('PATCH /sites/:siteId', does);
  const remove = useApiMutation('DELETE /sites/:siteId', does);
  const problem = (site ? change : add).error;
  const errorOf = (field: string): string | undefined =>
    problem instanceof ApiProblem ? problem.forField(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (site) change.mutate({ params: { siteId: site.siteId }, body: form });
    else add.mutate({ body: form });
  };
  return (
    <Dialog title={site?.name ?? t('rooms.site.addTitle')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TextInput
          label={t('rooms.site.name')}
          description={t('rooms.site.nameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={form.name}
          maxLength={200}
          required
          withAsterisk={false}
          data-autofocus
          error={errorOf('name')}
          onChange={(event) => setForm({ ...form, name: event.currentTarget.value })}
        />
        <TimeZoneField
          value={form.timeZone}
          description={t('rooms.site.zone')}
          onChange={(timeZone) => setForm({ ...form, timeZone })}
        />
        <RegionField
          regions={regions}
          value={form.holidayRegion}
          error={errorOf('holidayRegion')}
          onChange={(holidayRegion) => setForm({ ...form, holidayRegion })}
        />
        <ProblemNote problem={problem ?? remove.error} />
        <div className={classes.buttons}>
          {site && (
            <Button
              variant="subtle"
              c="var(--bad-ink)"
              mr="auto"
              loading={remove.isPending}
              onClick={() => remove.mutate({ params: { siteId: site.siteId } })}
            >
              {t('rooms.site.remove')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('rooms.site.cancel')}
          </Button>
          <Button type="submit" loading={add.isPending || change.isPending}>
            {site ? t('rooms.site.save') : t('rooms.site.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
