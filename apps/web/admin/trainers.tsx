import type { TrainerRow } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useApiPages } from '../queries.js';
import { More } from '../shell/more.js';
import { Empty, Page, PageHeading } from '../shell/page.js';
import { SearchField } from '../shell/search-field.js';
import classes from './admin.module.css';
import parts from './rooms.module.css';
import { Table } from './table.js';
import { TrainerDialog } from './trainer-dialog.js';

const route = getRouteApi('/inside/admin/trainers');

/** Who can lead sessions, which ones, and how often. */
export function Trainers() {
  const { t } = useTranslation('admin');
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  const trainers = useApiPages('GET /trainers', { query: { search } });
  const [edited, setEdited] = useState<string | null>(null);
  const trainer = trainers.rows.find(({ userId }) => userId === edited);
  return (
    <Page wide>
      <PageHeading title={t('trainers.title')} below={t('trainers.text')} />
      <search className={classes.search}>
        <SearchField
          label={t('trainers.search')}
          words={search}
          onSearch={(words) => void navigate({ search: { search: words || undefined }, replace: true })}
        />
      </search>
      <p role="status" className="unseen">
        {t('trainers.found', { count: trainers.rows.length })}
      </p>
      {trainers.rows.length === 0 ? (
        <Empty title={search ? t('trainers.noneFound') : t('trainers.none')}>
          {search ? t('trainers.noneFoundText') : t('trainers.noneText')}
        </Empty>
      ) : (
        <Table label={t('trainers.title')}>
          <thead>
            <tr>
              <th scope="col">{t('trainers.name')}</th>
              <th scope="col">{t('trainers.site')}</th>
              <th scope="col">{t('trainers.qualifications')}</th>
              <th scope="col">{t('trainers.limits')}</th>
              <th scope="col">{t('trainers.travels')}</th>
              <th scope="col">
                <span className="unseen">{t('trainers.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {trainers.rows.map((row) => (
              <TrainerLine key={row.userId} trainer={row} onEdit={() => setEdited(row.userId)} />
            ))}
          </tbody>
        </Table>
      )}
      <More of={trainers} />
      {trainer && <TrainerDialog key={trainer.userId} trainer={trainer} onClose={() => setEdited(null)} />}
    </Page>
  );
}

const nothing = '–';

function TrainerLine({ trainer, onEdit }: { trainer: TrainerRow; onEdit: () => void }) {
  const { t } = useTranslation('admin');
  const sites = useApi('GET /sites');
  const { name, jobTitle, unit, siteId, profile } = trainer;
  const { mostPerDay, mostPerWeek, qualifications, travelsTo } = profile;
  const nameOf = (id: string | null): string | undefined => sites.find((site) => site.siteId === id)?.name;
  const limits = [
    mostPerDay !== null && t('trainers.perDay', { count: mostPerDay }),
    mostPerWeek !== null && t('trainers.perWeek', { count: mostPerWeek }),
  ];
  return (
    <tr>
      <th scope="row" className={parts.who}>
        {name}
        <div className="small faint" style={{ fontWeight: 400 }}>
          {jobTitle ?? unit}
        </div>
      </th>
      <td>{nameOf(siteId) ?? nothing}</td>
      <td>{qualifications.join(', ') || nothing}</td>
      <td>{limits.filter(Boolean).join(', ') || nothing}</td>
      <td>{travelsTo.map(nameOf).filter(Boolean).join(', ') || nothing}</td>
      <td>
        <Button variant="default" aria-label={t('trainers.editWho', { name })} onClick={onEdit}>
          {t('trainers.edit')}
        </Button>
      </td>
    </tr>
  );
}
