import type { UserView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiPages } from '../queries.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { Row, Rows } from '../shell/rows.js';
import { SearchField } from '../shell/search-field.js';
import { Tag } from '../shell/tag.js';
import { useTimes } from '../times.js';
import { AddUser } from './add-user.js';
import classes from './admin.module.css';
import { DirectoryParts } from './directory-parts.js';
import { EditUser } from './edit-user.js';

const route = getRouteApi('/inside/admin/users');

/** Everybody, and what they may do. */
export function Users() {
  const { t } = useTranslation(['admin', 'learner']);
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const users = useApiPages('GET /users', { query: { search } });
  const [edited, setEdited] = useState<string | null>(null);
  const [adds, setAdds] = useState(false);
  const user = users.rows.find(({ userId }) => userId === edited);
  return (
    <Page>
      <PageHeading
        title={t('learner:nav.users')}
        below={t('people.text')}
        actions={
          <Button size="md" onClick={() => setAdds(true)}>
            {t('people.add')}
          </Button>
        }
      />
      <DirectoryParts />
      <search className={classes.search}>
        <SearchField
          label={t('people.search')}
          words={search}
          onSearch={(words) => void navigate({ search: { search: words || undefined }, replace: true })}
        />
      </search>
      <p role="status" className="unseen">
        {t('people.found', { count: users.rows.length })}
      </p>
      {users.rows.length === 0 ? (
        <Empty title={search ? t('people.noneFound') : t('people.none')}>
          {search ? t('people.noneFoundText') : t('people.noneText')}
        </Empty>
      ) : (
        <Rows>
          {users.rows.map((one) => (
            <User key={one.userId} user={one} onEdit={() => setEdited(one.userId)} />
          ))}
        </Rows>
      )}
      <More of={users} />
      {user && <EditUser key={user.userId} user={user} onClose={() => setEdited(null)} />}
      {adds && <AddUser onClose={() => setAdds(false)} />}
    </Page>
  );
}

function User({ user, onEdit }: { user: UserView; onEdit: () => void }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const { name, email, jobTitle, unit, roles, hasPassword, lastSeenAt, deactivatedAt } = user;
  return (
    <Row
      stacks
      title={
        <span className={classes.named}>
          {name}
          {roles.map((role) => (
            <Tag key={role} tone="good">
              {t(`people.role.${role}`)}
            </Tag>
          ))}
          {deactivatedAt && <Tag tone="bad">{t('people.deactivated')}</Tag>}
          {!hasPassword && !deactivatedAt && <Tag tone="warn">{t('people.noPassword')}</Tag>}
        </span>
      }
      lines={[
        [jobTitle, unit ?? t('people.noUnit')].filter(Boolean).join(' · '),
        [email, lastSeenAt ? t('people.seen', { away: times.fromNow(lastSeenAt) }) : t('people.never')].join(' · '),
      ]}
      end={
        <Button variant="default" aria-label={t('people.editWho', { name })} onClick={onEdit}>
          {t('people.edit')}
        </Button>
      }
    />
  );
}
