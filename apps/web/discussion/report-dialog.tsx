import '../trainer/fields.js';
import '@mantine/core/styles/Radio.css';
import type { PostView, ReportKind, ThreadView } from '@kohorte/contracts';
import { Button, Radio, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApiMutation } from '../queries.js';
import { Dialog } from '../shell/dialog.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './post.module.css';
import { keepPost } from './posts-window.js';

const kinds: readonly ReportKind[] = ['offence', 'private', 'spam', 'off-topic', 'other'];

/** Tells the trainers that something should not stand there. */
export function ReportDialog({ post, thread, onClose }: { post: PostView; thread: ThreadView; onClose: () => void }) {
  const { t } = useTranslation('discussion');
  const [kind, setKind] = useState<ReportKind | null>(null);
  const [note, setNote] = useState('');
  const [isAsked, setAsked] = useState(false);
  const report = useApiMutation('POST /posts/:postId/reports', {
    onDone: (changed) => {
      keepPost(changed);
      onClose();
    },
  });
  const submit = (): void => {
    setAsked(true);
    if (kind) report.mutate({ params: { postId: post.postId }, body: { kind, note: note.trim() || undefined } });
  };
  return (
    <Dialog
      title={t('report.title')}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('report.cancel')}
          </Button>
          <Button loading={report.isPending} onClick={submit}>
            {t('report.send')}
          </Button>
        </>
      }
    >
      <p>{t(thread.amongThemselves ? 'report.textAmongUs' : 'report.text')}</p>
      <Radio.Group
        label={t('report.why')}
        value={kind}
        error={isAsked && !kind ? t('report.needsWhy') : undefined}
        onChange={(value) => setKind(value as ReportKind)}
      >
        <div className={classes.reasons}>
          {kinds.map((one, index) => (
            <Radio key={one} value={one} label={t(`report.kind.${one}`)} data-autofocus={index === 0 || undefined} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        size="md"
        label={t('report.note')}
        value={note}
        rows={3}
        maxLength={1_000}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <ProblemNote problem={report.error} />
    </Dialog>
  );
}
