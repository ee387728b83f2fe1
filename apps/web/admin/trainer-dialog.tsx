import '../trainer/fields.js';
import type { TrainerRow } from '@kohorte/contracts';
import { Button, Checkbox } from '@mantine/core';
import { type FormEvent, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.js';
import { useApi, useApiMaybe, useApiMutation } from '../queries.js';
import { WorkOf } from '../schedule/work/work-of.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import { TagsField } from '../trainer/tags-field.js';
import { WholeNumber } from '../trainer/whole-number.js';
import classes from './admin.module.css';
import parts from './rooms.module.css';

/** What a trainer is qualified for, how much they do, where they travel; and when they work. */
export function TrainerDialog({ trainer, onClose }: { trainer: TrainerRow; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { userId, name, siteId, profile } = trainer;
  const known = useApiMaybe('GET /resource-tags');
  const others = useApi('GET /sites').filter((site) => site.siteId !== siteId);
  const [form, setForm] = useState(profile);
  const change = useApiMutation('PATCH /trainers/:userId', {
    refreshes: ['GET /trainers', 'GET /resource-tags'],
    onDone: onClose,
  });
  const errorOf = (field: string): string | undefined =>
    change.error instanceof ApiProblem ? change.error.forField(field) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ params: { userId }, body: form });
  };
  return (
    <Dialog title={name} onClose={onClose}>
      <form className={classes.form} onSubmit={submit} noValidate>
        <TagsField
          label={t('trainers.qualifications')}
          description={t('trainers.qualificationsHint')}
          placeholder={t('trainers.qualificationsExample')}
          value={form.qualifications}
          known={known?.qualifications ?? []}
          most={50}
          error={errorOf('qualifications')}
          onChange={(qualifications) => setForm({ ...form, qualifications })}
        />
        <div className={classes.beside}>
          <WholeNumber
            label={t('trainers.mostPerDay')}
            placeholder={t('trainers.noLimit')}
            value={form.mostPerDay}
            min={0}
            max={20}
            error={errorOf('mostPerDay')}
            onEmpty={() => setForm({ ...form, mostPerDay: null })}
            onChange={(mostPerDay) => setForm({ ...form, mostPerDay })}
          />
          <WholeNumber
            label={t('trainers.mostPerWeek')}
            placeholder={t('trainers.noLimit')}
            value={form.mostPerWeek}
            min={0}
            max={100}
            error={errorOf('mostPerWeek')}
            onEmpty={() => setForm({ ...form, mostPerWeek: null })}
            onChange={(mostPerWeek) => setForm({ ...form, mostPerWeek })}
          />
        </div>
        <fieldset className={parts.sites}>
          <legend>{t('trainers.travelsTo')}</legend>
          {others.length === 0 && <p className="small faint">{t('trainers.onlySite')}</p>}
          {others.map((site) => (
            <Checkbox
              key={site.siteId}
              label={site.name}
              checked={form.travelsTo.includes(site.siteId)}
              onChange={(event) => {
                const without = form.travelsTo.filter((id) => id !== site.siteId);
                setForm({ ...form, travelsTo: event.currentTarget.checked ? [...without, site.siteId] : without });
              }}
            />
          ))}
        </fieldset>
        <ProblemNote problem={change.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('trainers.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('trainers.save')}
          </Button>
        </div>
      </form>
      <section className={parts.more}>
        <h3>{t('trainers.work')}</h3>
        <p className="small faint" style={{ marginBottom: 16 }}>
          {t('trainers.workText')}
        </p>
        <Suspense fallback={null}>
          <WorkOf userId={userId} />
        </Suspense>
      </section>
    </Dialog>
  );
}
