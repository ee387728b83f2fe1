import type { UserView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ApiProblem } from '../api.js';
import { refresh, useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { offerUndo } from '../shell/toasts.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './admin.module.css';
import { DeleteUser } from './delete-user.js';
import { OneTimeLink } from './one-time-link.js';
import { UserFields } from './user-fields.js';

/** Changes a person, and lets them in or keeps them out. */
export function EditUser({ user, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { userId, name } = user;
  const [form, setForm] = useState({
    givenName: user.givenName,
    familyName: user.familyName,
    jobTitle: user.jobTitle ?? '',
    orgUnitId: user.orgUnitId,
    roles: user.roles,
  });
  const [shows, setShows] = useState<'link' | 'delete' | null>(null);
  const change = useApiMutation('PATCH /users/:userId', {
    refreshes: ['GET /users', 'GET /org-units'],
    onDone: onClose,
  });
  const problem = change.error instanceof ApiProblem ? change.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ params: { userId }, body: { ...form, jobTitle: form.jobTitle.trim() || null } });
  };
  if (shows === 'link') return <OneTimeLink user={user} onClose={onClose} />;
  if (shows === 'delete') return <DeleteUser user={user} onClose={onClose} />;
  return (
    <Dialog title={name} onClose={onClose}>
      <p className="small faint">{user.email}</p>
      <form className={classes.form} onSubmit={submit} noValidate>
        <UserFields
          form={form}
          errorOf={(field) => problem?.forField(field)}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        <ProblemNote problem={change.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('people.form.cancel')}
          </Button>
          <Button type="submit" loading={change.isPending}>
            {t('people.form.save')}
          </Button>
        </div>
      </form>
      <Access user={user} onClose={onClose} onShow={setShows} />
    </Dialog>
  );
}

interface AccessParts {
  user: UserView;
  onClose: () => void;
  onShow: (what: 'link' | 'delete') => void;
}

function Access({ user: { userId, name, deactivatedAt }, onClose, onShow }: AccessParts) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const isOut = deactivatedAt !== null;
  const toggle = useApiMutation('PATCH /users/:userId', {
    refreshes: ['GET /users', 'GET /org-units'],
    onDone: () => {
      onClose();
      offerUndo(t(isOut ? 'people.access.nowActive' : 'people.access.nowDeactivated', { name }), async () => {
        await api('PATCH /users/:userId', { params: { userId }, body: { deactivated: isOut } });
        await refresh('GET /users', 'GET /org-units');
      });
    },
  });
  return (
    <section className={classes.access}>
      <h3>{t('people.access.title')}</h3>
      {!isOut && (
        <div className={classes.deed}>
          <span className="small">
            {t('people.access.link')}
            <span className="faint" style={{ display: 'block' }}>
              {t('people.access.linkText')}
            </span>
          </span>
          <Button variant="default" onClick={() => onShow('link')}>
            {t('people.access.makeLink')}
          </Button>
        </div>
      )}
      <div className={classes.deed}>
        <span className="small faint">
          {deactivatedAt
            ? t('people.access.reactivateText', { on: times.day(deactivatedAt) })
            : t('people.access.deactivateText')}
        </span>
        <Button
          variant="default"
          loading={toggle.isPending}
          onClick={() => toggle.mutate({ params: { userId }, body: { deactivated: !isOut } })}
        >
          {isOut ? t('people.access.reactivate') : t('people.access.deactivate')}
        </Button>
      </div>
      <div className={classes.deed}>
        <span className="small faint">{t('people.access.deleteText')}</span>
        <Button variant="default" c="var(--bad-ink)" onClick={() => onShow('delete')}>
          {t('people.access.delete')}
        </Button>
      </div>
      <ProblemNote problem={toggle.error} />
    </section>
  );
}
