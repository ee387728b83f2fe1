import type { SubmissionFileView, WorkView } from '@kohorte/contracts';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import IconExternalLink from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs';
import IconPlayerPlay from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs';
import { useTranslation } from 'react-i18next';
import { addressOf } from '../api.js';
import { Prose } from '../shell/prose.js';
import { useTimes } from '../times.js';
import classes from './work.module.css';

/** A work as its readers see it: its text, where it leads, and its files. */
export function Work({ work, submissionId }: { work: WorkView; submissionId: string | null }) {
  const { t } = useTranslation('peer-review');
  const { html, link, video, files } = work;
  if (!html && !link && !video && files.length === 0) return <p className="faint">{t('work.empty')}</p>;
  return (
    <div className={classes.work}>
      {html && <Prose html={html} />}
      {(link ?? video) && (
        <ul className={classes.links}>
          {link && (
            <li>
              <IconExternalLink size={18} stroke={1.7} aria-hidden="true" />
              <Outwards url={link} />
            </li>
          )}
          {video && (
            <li>
              <IconPlayerPlay size={18} stroke={1.7} aria-hidden="true" />
              <Outwards url={video} />
            </li>
          )}
        </ul>
      )}
      {files.length > 0 && submissionId && (
        <ul className={classes.files}>
          {files.map((file) => (
            <li key={file.fileId}>
              <FileOfWork file={file} submissionId={submissionId} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** A link that leads out of Kohorte, to somewhere that an author has named. */
function Outwards({ url }: { url: string }) {
  const { t } = useTranslation('learner');
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={t('player.newTab')}>
      {url.replace(/^https?:\/\//, '').replace(/\/$/, '')}
    </a>
  );
}

/** A file, opened in a tab of its own where a browser can show it, and saved otherwise. */
export function FileOfWork({ file, submissionId }: { file: SubmissionFileView; submissionId: string }) {
  const times = useTimes();
  const { fileId, name, bytes } = file;
  const address = addressOf('GET /submissions/:submissionId/files/:fileId', { params: { submissionId, fileId } });
  return (
    <a href={address} target="_blank" rel="noopener" className={classes.file}>
      <IconDownload size={18} stroke={1.7} aria-hidden="true" />
      <span className={classes.name}>{name}</span>
      <span className={classes.size}>{times.bytes(bytes)}</span>
    </a>
  );
}
