import { useMutation } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api.js';
import { refresh } from '../queries.js';
import { FileDrop } from '../shell/file-drop.js';
import { ProblemNote } from '../shell/trouble.js';
import { ProgressBar } from '../shell/progress-bar.js';
import { useTimes } from '../times.js';
import classes from './import.module.css';

const largest = 512 * 1024 * 1024;

/** Takes a cartridge in and goes on to the page of its import. */
export function UploadCartridge() {
  const { t } = useTranslation('trainer');
  const times = useTimes();
  const navigate = useNavigate();
  const [sent, setSent] = useState(0);
  const [refusal, setRefusal] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: (file: File) => upload('POST /imports', { file, onProgress: setSent }),
    onSuccess: async ({ importId }) => {
      await refresh('GET /imports');
      await navigate({ to: '/studio/imports/$importId', params: { importId }, ignoreBlocker: true });
    },
  });
  // Leaving now would break the upload off; the browser asks first.
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => send.isPending });
  const take = (file: File): void => {
    const { name } = file;
    if (!/\.(imscc|zip)$/i.test(name)) return setRefusal(t('imports.wrongType', { name }));
    if (file.size > largest) return setRefusal(t('imports.tooLarge', { name }));
    setRefusal(null);
    setSent(0);
    send.mutate(file);
  };
  const percent = Math.floor(sent * 100);
  return (
    <div className={classes.upload}>
      {send.isPending ? (
        <div className={classes.running}>
          <p role="status">{t('imports.uploading', { name: send.variables.name, percent: times.percent(percent) })}</p>
          <ProgressBar label={t('imports.running.label')} percent={percent} />
          <p className="small faint">{t('imports.stay')}</p>
        </div>
      ) : (
        <FileDrop label={t('imports.drop')} hint={t('imports.dropHint')} accept=".imscc,.zip" onFile={take} />
      )}
      {refusal ? (
        <p role="alert" className="problem">
          {refusal}
        </p>
      ) : (
        <ProblemNote problem={send.error} />
      )}
    </div>
  );
}
