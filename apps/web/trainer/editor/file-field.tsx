import type { FileView } from '@kohorte/contracts';
import { useMutation } from '@tanstack/react-query';
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf, upload } from '../../api.js';
import { FileDrop } from '../../shell/file-drop.js';
import { ProgressBar } from '../../shell/progress-bar.js';
import { ProblemNote } from '../../shell/trouble.js';
import { useTimes } from '../../times.js';
import classes from './editor.module.css';
import { saved } from './saving.js';

interface Parts {
  courseId: string;
  file: FileView | null;
  error?: string;
  onUploaded: (file: FileView) => void;
}

/** The file of an item: uploaded as soon as it is chosen. */
export function FileField({ courseId, file, error, onUploaded }: Parts) {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const [sent, setSent] = useState(0);
  const send = useMutation({
    mutationFn: (chosen: File) =>
      saved(upload('POST /courses/:courseId/files', { params: { courseId }, file: chosen, onProgress: setSent })),
    onSuccess: onUploaded,
  });
  const percent = Math.floor(sent * 100);
  const shown = send.data ?? file;
  return (
    <div className={classes.file}>
      <span style={{ fontWeight: 500 }}>{t('editor.item.file')}</span>
      {shown && (
        <a
          href={addressOf('GET /files/:fileId', { params: { fileId: shown.fileId } })}
          className={classes.kind}
          download
        >
          <IconFile size={20} stroke={1.6} aria-hidden="true" />
          {shown.name} ({times.bytes(shown.bytes)})
        </a>
      )}
      {send.isPending ? (
        <>
          <p role="status" className="small">
            {t('editor.item.uploading', { name: send.variables.name, percent: times.percent(percent) })}
          </p>
          <ProgressBar label={t('editor.item.file')} percent={percent} />
        </>
      ) : (
        <FileDrop
          label={shown ? t('editor.item.replace') : t('editor.item.drop')}
          onFile={(chosen) => {
            setSent(0);
            send.mutate(chosen);
          }}
        />
      )}
      {error && (
        <p role="alert" className="problem">
          {error}
        </p>
      )}
      <ProblemNote problem={send.error} />
    </div>
  );
}
