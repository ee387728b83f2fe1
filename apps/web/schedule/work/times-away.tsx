import '../../trainer/fields.js';
import type { AddAbsence } from '@kohorte/contracts';
import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs';
import { instantAt } from '@kohorte/rules';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api.js';
import { offerUndo } from '../../shell/toasts.js';
import { ProblemNote } from '../../shell/trouble.js';
import { type Times, useTimes } from '../../times.js';
import { localTime } from '../../trainer/local-time.js';
import classes from './work.module.css';

interface Span {
  id: string;
  startsAt: string;
  endsAt: string;
  note: string | null;
}

interface Parts {
  label: string;
  hint: string;
  /** What the button says that opens the form. */
  open: string;
  noteHint: string;
  spans: readonly Span[];
  /** On whose clocks days begin and end. */
  timeZone: string;
  onAdd: (span: AddAbsence) => Promise<unknown>;
  onRemove: (id: string) => Promise<unknown>;
}

/** Times in which somebody, or a room, is not to be had. */
export function TimesAway({ label, hint, open, noteHint, spans, timeZone, onAdd, onRemove }: Parts) {
  const { t } = useTranslation();
  const times = useTimes();
  const [adds, setAdds] = useState(false);
  const [problem, setProblem] = useState<Error | null>(null);
  const remove = async ({ id, startsAt, endsAt, note }: Span): Promise<void> => {
    setProblem(null);
    try {
      await onRemove(id);
      offerUndo(t('work.removed'), async () => void (await onAdd({ startsAt, endsAt, note })));
    } catch (caught) {
      setProblem(caught as Error);
    }
  };
  return (
    <div>
      <p className={classes.label}>{label}</p>
      <p className={classes.hint}>{hint}</p>
      <ul className={classes.spans}>
        {spans.map((span) => {
          const words = spanInWords(span, timeZone, times);
          return (
            <li key={span.id}>
              <span>
                {words}
                {span.note && <span className="faint"> · {span.note}</span>}
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={42}
                aria-label={t('work.removeSpan', { span: words })}
                onClick={() => void remove(span)}
              >
                <IconX size={18} aria-hidden="true" />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <ProblemNote problem={problem} />
      {adds ? (
        <NewSpan {...{ label: open, noteHint, timeZone, onAdd }} onClose={() => setAdds(false)} />
      ) : (
        <Button variant="default" mt={12} onClick={() => setAdds(true)}>
          {open}
        </Button>
      )}
    </div>
  );
}

/** `Mo 9. März – Fr 13. März` for whole days, else with the times. */
export function spanInWords(
  { startsAt, endsAt }: Pick<Span, 'startsAt' | 'endsAt'>,
  zone: string,
  times: Times,
): string {
  const isMidnight = (instant: string): boolean => localTime(instant, zone).endsWith('T00:00');
  if (!isMidnight(startsAt) || !isMidnight(endsAt)) {
    const isOneDay = times.day(startsAt, zone) === times.day(endsAt, zone);
    return `${times.dayAndTime(startsAt, zone)} – ${isOneDay ? times.time(endsAt, zone) : times.dayAndTime(endsAt, zone)}`;
  }
  const first = times.day(startsAt, zone);
  const last = times.day(Date.parse(endsAt) - 1, zone);
  return first === last ? first : `${first} – ${last}`;
}

interface NewSpanParts {
  label: string;
  noteHint: string;
  timeZone: string;
  onAdd: (span: AddAbsence) => Promise<unknown>;
  onClose: () => void;
}

function NewSpan({ label, noteHint, timeZone, onAdd, onClose }: NewSpanParts) {
  const { t } = useTranslation();
  const [form, setForm] = useState({ from: '', to: '', isWhole: true, start: '09:00', end: '17:00', note: '' });
  const [problem, setProblem] = useState<Error | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isShort, setShort] = useState(false);
  const change = (changes: Partial<typeof form>): void => setForm((before) => ({ ...before, ...changes }));
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    event.stopPropagation();
    const { from, isWhole, start, end, note } = form;
    const to = form.to || from;
    setShort(from === '' || (!isWhole && (start === '' || end === '')));
    if (from === '' || (!isWhole && (start === '' || end === ''))) return;
    setBusy(true);
    setProblem(null);
    try {
      const startsAt = instantAt(from, isWhole ? '00:00' : start, timeZone).toISOString();
      const endsAt = instantAt(isWhole ? dayAfter(to) : to, isWhole ? '00:00' : end, timeZone).toISOString();
      await onAdd({ startsAt, endsAt, note: note.trim() || null });
      onClose();
    } catch (caught) {
      setProblem(caught as Error);
      setBusy(false);
    }
  };
  const errorOf = (field: string): string | undefined =>
    problem instanceof ApiProblem ? problem.forField(field) : undefined;
  return (
    <form className={classes.span} aria-label={label} onSubmit={(event) => void submit(event)} noValidate>
      <div className={classes.ends}>
        <TextInput
          type="date"
          label={t('work.firstDay')}
          value={form.from}
          autoFocus
          error={errorOf('startsAt') ?? (isShort && form.from === '' ? t('work.dayMissing') : undefined)}
          onChange={(event) => change({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('work.lastDay')}
          value={form.to}
          min={form.from || undefined}
          error={errorOf('endsAt')}
          onChange={(event) => change({ to: event.currentTarget.value })}
        />
        {!form.isWhole && (
          <>
            <TextInput
              type="time"
              label={t('work.fromTime')}
              value={form.start}
              onChange={(event) => change({ start: event.currentTarget.value })}
            />
            <TextInput
              type="time"
              label={t('work.toTime')}
              value={form.end}
              onChange={(event) => change({ end: event.currentTarget.value })}
            />
          </>
        )}
      </div>
      <Checkbox
        label={t('work.wholeDays')}
        checked={form.isWhole}
        onChange={(event) => change({ isWhole: event.currentTarget.checked })}
      />
      <TextInput
        label={t('work.note')}
        description={noteHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={form.note}
        maxLength={200}
        error={errorOf('note')}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <ProblemNote problem={problem instanceof ApiProblem && problem.view?.errors ? null : problem} />
      <div className={classes.buttons}>
        <Button type="submit" variant="default" loading={isBusy}>
          {t('work.enter')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('work.cancel')}
        </Button>
      </div>
    </form>
  );
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
