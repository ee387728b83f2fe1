import type { DiscussionSettings, PostView, ThreadView } from '@kohorte/contracts';
import { useEffect, useState } from 'react';
import { api } from '../api.js';
import { Composer } from './composer.js';
import { useServerDraft } from './draft.js';
import classes from './talk.module.css';
import { useTalkWords } from './words.js';

interface Asked {
  thread: ThreadView;
  settings: DiscussionSettings | undefined;
  /** The post that is answered; `null`: the thread. */
  to: PostView | null;
  quote: { text: string } | null;
  onQuoted: () => void;
  onWritten: (post: PostView) => Promise<void>;
  onCancel?: () => void;
}

/** Where one answers: a line until one begins, or has begun elsewhere. */
export function Answering({ thread, settings, to, quote, onQuoted, onWritten, onCancel }: Asked) {
  const { t, name } = useTalkWords();
  const place = to ? `reply:${thread.threadId}:${to.postId}` : `reply:${thread.threadId}`;
  const draft = useServerDraft(place);
  const [isOpen, setOpen] = useState(to !== null);
  const [isAsked, setAsked] = useState(to !== null);
  const begun = draft?.text;
  useEffect(() => {
    if (begun || quote) setOpen(true);
  }, [begun, quote]);
  if (!thread.mayPost)
    return <p className={classes.closed}>{t(thread.locked ? 'thread.lockedText' : 'thread.mayNotPost')}</p>;
  const isQuestion = thread.kind === 'question';
  const label = to ? t('answer.to', { name: name(to.writer) }) : t(isQuestion ? 'answer.label' : 'answer.labelReply');
  if (!isOpen)
    return (
      <button
        type="button"
        className={classes.begin}
        onClick={() => {
          setAsked(true);
          setOpen(true);
        }}
      >
        {label} …
      </button>
    );
  return (
    <section className={to ? classes.answerTo : classes.answer} aria-label={label}>
      {!to && <h2>{label}</h2>}
      <Composer
        place={place}
        cohortId={thread.cohortId}
        label={label}
        action={t(to ? 'answer.sendReply' : isQuestion ? 'answer.send' : 'answer.sendPost')}
        anonymousAllowed={settings?.anonymousAllowed && !thread.moderates}
        waitSeconds={thread.waitSeconds}
        autoFocus={isAsked}
        quote={quote}
        onQuoted={onQuoted}
        send={async ({ text, fileIds, anonymous }) => {
          const post = await api('POST /threads/:threadId/posts', {
            params: { threadId: thread.threadId },
            body: { text, fileIds, parentId: to?.postId, ...(anonymous ? { anonymous } : {}) },
          });
          setOpen(false);
          setAsked(false);
          await onWritten(post);
        }}
        onCancel={() => {
          setOpen(false);
          setAsked(false);
          onCancel?.();
        }}
      />
    </section>
  );
}
