import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../queries.js';
import { Choice } from '../shell/choice.js';
import { useTimes } from '../times.js';
import classes from './mails.module.css';

const route = getRouteApi('/inside/admin/mails');

/** One mail as it was or will be sent. */
export function Mail({ mailId }: { mailId: string }) {
  const { t } = useTranslation('admin');
  const times = useTimes();
  const { state } = route.useSearch();
  const mail = useApi('GET /mails/:mailId', { params: { mailId } });
  const [as, setAs] = useState<'html' | 'text'>('html');
  return (
    <article aria-label={mail.subject}>
      <Link to="/admin/mails" search={{ state }} className={classes.back}>
        ‹ {t('mails.toList')}
      </Link>
      <h2 lang={mail.language}>{mail.subject}</h2>
      <p className="small faint">
        {[
          t('mails.to', { to: mail.to }),
          times.dayAndTime(mail.sentAt ?? mail.createdAt),
          t('mails.attempts', { count: mail.attempts }),
        ].join(' · ')}
      </p>
      {mail.error && <p className="problem">{mail.error}</p>}
      <div className={classes.as}>
        <Choice<'html' | 'text'>
          legend={t('mails.as')}
          legendUnseen
          value={as}
          options={[
            { value: 'html', label: t('mails.html') },
            { value: 'text', label: t('mails.text') },
          ]}
          onChange={setAs}
        />
      </div>
      {as === 'html' ? (
        // The empty sandbox: no script, no form, no way out of the frame.
        <iframe title={t('mails.htmlTitle')} sandbox="" srcDoc={mail.html} className={classes.frame} />
      ) : (
        <pre className={classes.text} lang={mail.language} tabIndex={0}>
          {mail.text}
        </pre>
      )}
    </article>
  );
}
