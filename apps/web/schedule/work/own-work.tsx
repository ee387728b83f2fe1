import type { AddAbsence, ChangeOwnWorkPattern, WorkPatternView } from '@kohorte/contracts';
import { useTranslation } from 'react-i18next';
import { api } from '../../api.js';
import { queryClient, queryFor, useApi } from '../../queries.js';
import { Section } from '../../shell/page.js';
import { WorkPattern } from './work-pattern.js';
import classes from './work.module.css';

const show = (pattern: WorkPatternView): void => {
  queryClient.setQueryData(queryFor('GET /me/work-pattern').queryKey, pattern);
};

const does = {
  change: async (body: ChangeOwnWorkPattern) => show(await api('PATCH /me/work-pattern', { body })),
  addAbsence: async (body: AddAbsence) => show(await api('POST /me/absences', { body })),
  removeAbsence: async (absenceId: string) =>
    show(await api('DELETE /me/absences/:absenceId', { params: { absenceId } })),
};

/** Where and when one works oneself, and what L&D knows of trainers. */
export function OwnWork() {
  const { t } = useTranslation();
  const me = useApi('GET /me');
  const pattern = useApi('GET /me/work-pattern');
  return (
    <>
      <Section title={t('work.title')}>
        <p className="small faint" style={{ maxWidth: 460, marginBottom: 16 }}>
          {t('work.text')}
        </p>
        <WorkPattern pattern={pattern} does={does} />
      </Section>
      {me.roles.length > 0 && <OwnProfile />}
    </>
  );
}

function OwnProfile() {
  const { t } = useTranslation();
  const profile = useApi('GET /me/trainer-profile');
  const sites = useApi('GET /sites');
  const { qualifications, mostPerDay, mostPerWeek, travelsTo } = profile;
  const places = sites.filter(({ siteId }) => travelsTo.includes(siteId)).map(({ name }) => name);
  return (
    <Section title={t('work.trainer.title')}>
      <p className="small faint" style={{ maxWidth: 460, marginBottom: 16 }}>
        {t('work.trainer.text')}
      </p>
      <dl className={classes.facts}>
        <dt>{t('work.trainer.qualifications')}</dt>
        <dd>{qualifications.join(', ') || t('work.trainer.none')}</dd>
        <dt>{t('work.trainer.most')}</dt>
        <dd>
          {[
            mostPerDay !== null && t('work.trainer.perDay', { count: mostPerDay }),
            mostPerWeek !== null && t('work.trainer.perWeek', { count: mostPerWeek }),
          ]
            .filter(Boolean)
            .join(', ') || t('work.trainer.noLimit')}
        </dd>
        <dt>{t('work.trainer.travelsTo')}</dt>
        <dd>{places.join(', ') || t('work.trainer.nowhere')}</dd>
      </dl>
    </Section>
  );
}
