import type { AssignmentView } from '@kohorte/contracts';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import IconUpload from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs';
import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { FileDrop } from '../shell/file-drop.js';
import { ProgressBar } from '../shell/progress-bar.js';
import { ProblemNote } from '../shell/trouble.js';
import { useTimes } from '../times.js';
import classes from './files.module.css';
import { keepSubmission, rereadAssignment } from './keep.js';
import { type Sent, type Uploads, useUploads } from './uploading.js';
import { FileOfWork } from './work.js';

/** The files of a submission that is being written; each is sent as soon as it is chosen. */
export function Files({ view }: { view: AssignmentView }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const { cohortId, itemId, submission, handIn } = view;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { uploads, sent } = useUploads({ cohortId, itemId }, submission?.uploads ?? [], (arrived) => {
    if (arrived) setSaid(t('files.arrived', { name: arrived.name }));
    void rereadAssignment({ cohortId, itemId });
  });
  // Leaving the page now would break an upload off; the browser asks first.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => uploads.isSending });
  const files = submission?.files ?? [];
  const room = handIn.files - files.length - sent.filter(({ going }) => going !== 'refused').length;
  const largest = handIn.fileMegabytes;
  const take = (file: File): void => {
    setRefusal(null);
    if (sent.some((one) => one.going === 'needs-file' && one.name === file.name && one.bytes === file.size))
      return uploads.add(file);
    if (file.size > largest * 1_024 * 1_024)
      return setRefusal(t('files.tooLarge', { name: file.name, size: times.bytes(file.size), limit: largest }));
    if (file.size === 0) return setRefusal(t('files.empty', { name: file.name }));
    if (room <= 0) return setRefusal(t('files.tooMany', { count: handIn.files }));
    uploads.add(file);
  };
  return (
    <div className={classes.files} role="group" aria-labelledby="files-title">
      <h3 id="files-title">{t('files.title')}</h3>
      {(files.length > 0 || sent.length > 0) && (
        <ul className={classes.list}>
          {files.map((file) => (
            <li key={file.fileId} className={classes.there}>
              <FileOfWork file={file} submissionId={submission!.submissionId} />
              <RemoveFile view={view} fileId={file.fileId} name={file.name} />
            </li>
          ))}
          {sent.map((one) => (
            <li key={one.key}>
              <OnItsWay one={one} uploads={uploads} onFile={take} />
            </li>
          ))}
        </ul>
      )}
      {room > 0 && (
        <FileDrop
          label={t('files.drop')}
          hint={t('files.limits', { count: handIn.files, limit: largest })}
          onFile={take}
        />
      )}
      <p role="status" className="unseen">
        {said}
      </p>
      {refusal && (
        <p role="alert" className="problem">
          {refusal}
        </p>
      )}
    </div>
  );
}

function RemoveFile({ view, fileId, name }: { view: AssignmentView; fileId: string; name: string }) {
  const { t } = useTranslation('peer-review');
  const remove = useApiMutation('DELETE /submissions/:submissionId/files/:fileId', {
    onDone: (submission) => keepSubmission(view, submission),
  });
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        loading={remove.isPending}
        aria-label={t('files.removeNamed', { name })}
        onClick={() => remove.mutate({ params: { submissionId: view.submission!.submissionId, fileId } })}
      >
        {t('files.remove')}
      </Button>
      <ProblemNote problem={remove.error} />
    </>
  );
}

/** A file that is not wholly there: how far it is, what holds it up, and what to do. */
function OnItsWay({ one, uploads, onFile }: { one: Sent; uploads: Uploads; onFile: (file: File) => void }) {
  const { t } = useTranslation('peer-review');
  const times = useTimes();
  const input = useRef<HTMLInputElement>(null);
  const { key, name, bytes, sent, going, problem } = one;
  const percent = Math.floor((sent / bytes) * 100);
  const figures = { sent: times.bytes(sent), all: times.bytes(bytes), percent: times.percent(percent) };
  return (
    <div className={classes.way} data-going={going}>
      <IconFile size={18} stroke={1.7} aria-hidden="true" />
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        {going !== 'refused' && <ProgressBar label={t('files.progress', { name })} percent={percent} />}
        <p className={classes.line}>{t(`files.going.${going}`, figures)}</p>
        <ProblemNote problem={problem} />
      </div>
      <div className={classes.actions}>
        {going === 'needs-file' && (
          <>
            <Button
              variant="default"
              leftSection={<IconUpload size={16} aria-hidden="true" />}
              onClick={() => input.current?.click()}
            >
              {t('files.chooseAgain')}
            </Button>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={t('files.chooseAgainNamed', { name })}
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = '';
                if (file) onFile(file);
              }}
            />
          </>
        )}
        <Button
          variant="subtle"
          color="gray"
          aria-label={t('files.removeNamed', { name })}
          onClick={() => void uploads.remove(key)}
        >
          {t(going === 'sends' || going === 'waits' ? 'files.stop' : 'files.remove')}
        </Button>
      </div>
    </div>
  );
}
