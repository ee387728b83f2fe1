import type { NoticeTopic, NoticeView } from '@kohorte/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useApiMaybe } from '../queries.js';
import { Section } from '../shell/page.js';
import { Rows } from '../shell/rows.js';
import { NoticeRow } from './notice-row.js';

const said: ReadonlySet<NoticeTopic | null> = new Set(['replies', 'threads', 'groups']);
const most = 3;

/** What colleagues said last, what is unread first: nothing where nobody said anything. */
export default function SaidLately() {
  const notices = (useApiMaybe('GET /notifications')?.rows ?? []).filter(({ topic }) => said.has(topic));
  const shown = [...notices.filter(({ read }) => !read), ...notices.filter(({ read }) => read)].slice(0, most);
  return shown.length > 0 && <Said notices={shown} />;
}

/** Its words are loaded only where there is something to say. */
function Said({ notices }: { notices: NoticeView[] }) {
  const { t } = useTranslation('notifications');
  return (
    <Section title={t('lately')} aside={<Link to="/notifications">{t('allNotices')}</Link>}>
      <Rows>
        {notices.map((notice) => (
          <NoticeRow key={notice.noticeId} notice={notice} />
        ))}
      </Rows>
    </Section>
  );
}
