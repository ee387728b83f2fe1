import '../trainer/fields.js';
import type { DraftView } from '@kohorte/contracts';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SaveNote } from '../keeping/save-note.js';
import { BothVersions } from '../keeping/both-versions.js';
import { useEvery } from '../schedule/moments.js';
import { Choice } from '../shell/choice.js';
import { ProblemNote } from '../shell/trouble.js';
import { useAttaching } from './attaching.js';
import { OnTheirWay } from './on-their-way.js';
import classes from './composer.module.css';
import { type Written, useDraft, useServerDraft } from './draft.js';
import { asBlock, asLink, type Edit, fileIn, filesIn } from './markdown.js';
import { forStoring, forWriting, nameIn, type Named } from './mentions.js';
import { People, useNaming } from './naming.js';
import { ownPath, titleAt } from './pasting.js';
import { Preview } from './preview.js';
import { Toolbar } from './toolbar.js';

/** What goes out when it is sent. */
export interface Sent extends Written {
  fileIds: string[];
  anonymous: boolean;
}

interface Parts {
  /** Where it is being written; its draft goes by this. */
  place: string;
  cohortId: string;
  label: string;
  placeholder?: string;
  action: string;
  begins?: Written;
  anonymousAllowed?: boolean;
  /** Seconds until one may send again. */
  waitSeconds?: number;
  autoFocus?: boolean;
  /** A block to put in where the caret is; each one once. */
  quote?: { text: string } | null;
  onQuoted?: () => void;
  /** What stands above the text: a title, say. */
  above?: (draft: Pick<ReturnType<typeof useDraft>, 'values' | 'change' | 'flush'>) => ReactNode;
  /** What is still missing, for which sending would be refused. */
  lacks?: (values: Written) => string | undefined;
  send: (sent: Sent) => Promise<unknown>;
  onCancel?: () => void;
}

/** Where one writes a post; what is written is kept on every device until it is sent. */
export function Composer(props: Parts) {
  const { t } = useTranslation('discussion');
  const draft = useServerDraft(props.place);
  // Whoever is offline writes on this device; nothing is waited for then.
  const [waits, setWaits] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setWaits(false), 1_500);
    return () => clearTimeout(timer);
  }, []);
  if (draft === undefined && waits && navigator.onLine)
    return (
      <p role="status" className="small faint">
        {t('write.loading')}
      </p>
    );
  return <Writing key={props.place} {...props} draft={draft ?? null} />;
}

function Writing(props: Parts & { draft: DraftView | null }) {
  const { t } = useTranslation('discussion');
  const { place, cohortId, waitSeconds = 0 } = props;
  const draft = useDraft(place, props.draft, props.begins ?? { title: '', text: '' });
  const { kept, values, change, flush } = draft;
  const [shows, setShows] = useState<'text' | 'preview'>('text');
  const [anonymous, setAnonymous] = useState(false);
  const [missing, setMissing] = useState<string>();
  const [sending, setSending] = useState<{ isPending: boolean; problem: Error | null }>({ isPending: false, problem: null }); // prettier-ignore
  const wait = useCountdown(waitSeconds);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const [known, setKnown] = useState<Named>(new Map());
  const { text, named } = forWriting(values.text, known);
  const set = (next: string, people: Named = named): void => {
    setMissing(undefined);
    change({ text: forStoring(next, people) });
  };
  const edit = (made: Edit): void => {
    const field = area.current;
    if (!field) return;
    field.focus();
    field.setSelectionRange(made.from, made.to);
    // The browser's own command keeps what was done undoable; where there is none, the text is set.
    if (!document.execCommand('insertText', false, made.text)) {
      field.setRangeText(made.text);
      set(field.value);
    }
    requestAnimationFrame(() => field.setSelectionRange(...made.select));
  };
  const attaching = useAttaching(cohortId, ({ fileId, name, mediaType }) => {
    const field = area.current;
    const link = `${fileIn(fileId, name, mediaType)}\n`;
    if (field) edit(asBlock(field.value, field.selectionEnd, link));
    else set(`${text}\n\n${link}`);
  });
  const naming = useNaming(`${id}-people`, cohortId, text, (person, from) => {
    const name = nameIn(person.name);
    const field = area.current!;
    const taken = named.get(name) !== undefined && named.get(name) !== person.userId;
    if (!taken) setKnown(new Map([...named, [name, person.userId]]));
    const put = taken ? `@[${name}](user:${person.userId}) ` : `@${name} `;
    const end = from + put.length;
    edit({ from, to: field.selectionEnd, text: put, select: [end, end] });
    if (!taken) set(field.value, new Map([...named, [name, person.userId]]));
  });
  useBlocker({ shouldBlockFn: () => false, enableBeforeUnload: () => attaching.isSending });

  const putQuote = useEffectEvent((block: string) => {
    props.onQuoted?.();
    const field = area.current;
    if (field) edit(asBlock(field.value, field.selectionEnd, block));
    else set(`${text}${text ? '\n\n' : ''}${block}`);
  });
  useEffect(() => {
    if (props.quote) putQuote(props.quote.text);
  }, [props.quote]);
  useEffect(() => {
    if (props.autoFocus) area.current?.focus();
  }, [props.autoFocus]);

  const send = async (): Promise<void> => {
    if (sending.isPending || wait > 0) return;
    const lack = values.text.trim() === '' ? t('write.needsText') : props.lacks?.(values);
    setMissing(lack);
    if (lack) return;
    setSending({ isPending: true, problem: null });
    try {
      await kept.stop();
      await props.send({ ...values, fileIds: filesIn(values.text), anonymous });
      await draft.discard();
      setKnown(new Map());
      setShows('text');
      setSending({ isPending: false, problem: null });
    } catch (problem) {
      kept.goOn();
      setSending({ isPending: false, problem: problem as Error });
    }
  };

  const conflicts = draft.state === 'conflict' ? kept.conflicts : {};
  const isWritten = kept.isOpen || props.draft !== null || draft.state !== 'saved';
  return (
    <div
      className={classes.composer}
      role="group"
      aria-label={props.label}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.stopPropagation();
        void send();
      }}
    >
      {props.above?.({ values, change, flush })}
      {(Object.keys(conflicts) as (keyof Written)[]).map((field) => (
        <BothVersions
          key={field}
          field={t(`write.field.${field}`)}
          mine={values[field] ?? ''}
          theirs={conflicts[field] ?? ''}
          withBoth={field === 'text'}
          onChoose={(chosen) => kept.settle({ [field]: chosen })}
        />
      ))}
      <div className={classes.head}>
        <Choice
          legend={t('write.view')}
          legendUnseen
          value={shows}
          options={[
            { value: 'text', label: t('write.showText') },
            { value: 'preview', label: t('write.preview') },
          ]}
          onChange={setShows}
        />
        {shows === 'text' && (
          <Toolbar
            controls={`${id}-text`}
            disabled={sending.isPending}
            onFile={attaching.attach}
            onEdit={(make) => {
              const field = area.current!;
              edit(make(field.value, field.selectionStart, field.selectionEnd));
            }}
          />
        )}
      </div>
      {shows === 'preview' ? (
        <Preview text={values.text} />
      ) : (
        <div className={classes.field}>
          <Textarea
            id={`${id}-text`}
            ref={area}
            size="md"
            aria-label={props.label}
            aria-describedby={`${id}-hint`}
            placeholder={props.placeholder}
            value={text}
            maxLength={30_000}
            error={missing}
            classNames={{ input: classes.area }}
            {...naming.attributes}
            onChange={(event) => {
              set(event.currentTarget.value);
              naming.onCaret(event.currentTarget.selectionEnd);
            }}
            onKeyDown={naming.onKeyDown}
            onSelect={(event) => naming.onCaret(event.currentTarget.selectionEnd)}
            onBlur={() => {
              naming.onLeave();
              flush();
            }}
            onPaste={(event) => {
              const files = [...event.clipboardData.files];
              if (files.length > 0) {
                event.preventDefault();
                return files.forEach(attaching.attach);
              }
              const path = ownPath(event.clipboardData.getData('text/plain'));
              if (!path) return;
              event.preventDefault();
              const { value, selectionStart, selectionEnd } = event.currentTarget;
              if (selectionStart !== selectionEnd) return edit(asLink(value, selectionStart, selectionEnd, '', path));
              void titleAt(path).then((title) => {
                const at = area.current?.selectionEnd ?? selectionEnd;
                const address = window.location.origin + path;
                const label = (title ?? address).replace(/[[\]\n]/g, ' ');
                edit(asLink(area.current?.value ?? value, at, at, label, title ? path : address));
              });
            }}
            onDragOver={(event) => event.dataTransfer.types.includes('Files') && event.preventDefault()}
            onDrop={(event) => {
              const files = [...event.dataTransfer.files];
              if (files.length === 0) return;
              event.preventDefault();
              files.forEach(attaching.attach);
            }}
          />
          <People listId={`${id}-people`} people={naming.people} chosen={naming.chosen} take={naming.take} />
        </div>
      )}
      <p id={`${id}-hint`} className="small faint">
        {t('write.hint')}
      </p>
      <OnTheirWay attaching={attaching} />
      {props.anonymousAllowed && (
        <Checkbox
          checked={anonymous}
          label={t('write.anonymous')}
          description={t('write.anonymousText')}
          classNames={{ description: classes.description, labelWrapper: classes.checkWords }}
          onChange={(event) => setAnonymous(event.currentTarget.checked)}
        />
      )}
      <ProblemNote problem={sending.problem} />
      <div className={classes.foot}>
        <Button
          size="md"
          loading={sending.isPending}
          disabled={wait > 0 || attaching.isSending}
          aria-keyshortcuts="Control+Enter"
          title={t('write.keys')}
          onClick={() => void send()}
        >
          {props.action}
        </Button>
        {props.onCancel && (
          <Button size="md" variant="subtle" color="gray" onClick={props.onCancel}>
            {t(isWritten ? 'write.later' : 'write.cancel')}
          </Button>
        )}
        {wait > 0 && <p className="small faint">{t('write.wait', { count: wait })}</p>}
        {isWritten && <SaveNote state={draft.state} />}
      </div>
    </div>
  );
}

/** Seconds that are left, counted down here. */
function useCountdown(seconds: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => setLeft(seconds), [seconds]);
  useEvery(left > 0 ? 1_000 : null, () => setLeft((before) => Math.max(0, before - 1)));
  return left;
}
