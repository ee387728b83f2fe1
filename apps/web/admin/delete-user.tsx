import '../people/fields.js';
import type { UserView } from '@kohorte/contracts';
import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './admin.module.css';

/** Deletes a person for good; there is no undo, so that one types whom. */
export function DeleteUser({ user: { userId, name, email }, onClose }: { user: UserView; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const [typed, setTyped] = useState('');
  const remove = useApiMutation('DELETE /users/:userId', {
    refreshes: ['GET /users', 'GET /org-units', 'GET /cohorts', 'GET /people'],
    onDone: onClose,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    remove.mutate({ params: { userId } });
  };
  return (
    <Dialog title={t('people.delete.title', { name })} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>{t('people.delete.text')}</p>
        <TextInput
          label={t('people.delete.type', { email })}
          value={typed}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemNote problem={remove.error} />
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('people.delete.keep')}
          </Button>
          <Button
            type="submit"
            color="red.8"
            disabled={typed.trim().toLowerCase() !== email.toLowerCase()}
            loading={remove.isPending}
          >
            {t('people.delete.do')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
