import type { QueueKind, QueueRow, RoundView } from '@kohorte/contracts';
import { Button } from '@mantine/core';
import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs';
import IconHandStop from '@tabler/icons-react/dist/esm/icons/IconHandStop.mjs';
import IconUsersMinus from '@tabler/icons-react/dist/esm/icons/IconUsersMinus.mjs';
import { useState } from 'react';
import { LinkButton } from '../../shell/links.js';
import { Section } from '../../shell/page.js';
import { Row, Rows } from '../../shell/rows.js';
import classes from './round.module.css';
import { useRoundWords, whatWaits } from './words.js';

const icons = { appeal: IconHandStop, flag: IconFlag, doubtful: IconAlertTriangle, short: IconUsersMinus };
/** Where on the screen of a submission the thing is that waits. */
const places: Record<QueueKind, string> = { appeal: 'appeals', flag: 'flags', doubtful: 'grade', short: 'reviews' };
const firstRows = 8;

/** What waits for a trainer, the most urgent first; each row leads to where it is decided. */
export function Queue({ round }: { round: RoundView }) {
  const { t, waiting } = useRoundWords();
  const [showsAll, setShowsAll] = useState(false);
  const { queue } = round;
  const rows = whatWaits(queue);
  const shown = showsAll ? rows : rows.slice(0, firstRows);
  return (
    <Section title={t('queue.title')} aside={waiting(queue)}>
      {rows.length === 0 ? (
        <p className={classes.note}>
          {t('queue.nothing')} {t('queue.nothingText')}
        </p>
      ) : (
        <Rows>
          {shown.map((row) => (
            <Waiting key={`${row.kind} ${row.appealId ?? row.flag?.flagId ?? row.submissionId}`} row={row} of={round} />
          ))}
        </Rows>
      )}
      {shown.length < rows.length && (
        <Button variant="default" mt={16} onClick={() => setShowsAll(true)}>
          {t('queue.all', { count: rows.length })}
        </Button>
      )}
    </Section>
  );
}

function Waiting({ row, of: { cohortId } }: { row: QueueRow; of: RoundView }) {
  const { t, times, names } = useRoundWords();
  const { kind, authors, submissionId, since } = row;
  const Icon = icons[kind];
  const name = names(authors);
  const what = { do: t(`queue.do.${kind}`), kind: t(`queue.kind.${kind}`), name };
  return (
    <Row
      stacks
      mark={<Icon size={20} stroke={1.7} aria-hidden="true" />}
      title={`${what.kind} · ${name}`}
      lines={[<Words key="words" row={row} />, t('queue.since', { at: times.dayAndTime(since) })]}
      end={
        <LinkButton
          to="/runs/$cohortId/submissions/$submissionId"
          params={{ cohortId, submissionId }}
          hash={places[kind]}
          variant="default"
          aria-label={t('queue.doOf', what)}
        >
          {what.do}
        </LinkButton>
      }
    />
  );
}

/** What it is about, in a sentence. */
function Words({ row: { kind, flag, text, grade, reviews } }: { row: QueueRow }) {
  const { t, whole } = useRoundWords();
  const counted = t('queue.reviews', { done: reviews.done, need: reviews.need });
  if (kind === 'flag' && flag) {
    const said = { kind: t(`flagKind.${flag.kind}`), note: flag.note };
    return (
      <span className={classes.quoted}>
        {flag.by ? t('queue.flag', { ...said, name: flag.by.name }) : t('queue.flagWithout', said)}
      </span>
    );
  }
  if (kind === 'appeal' && text) return <span className={classes.quoted}>{t('queue.text', { text })}</span>;
  if (kind === 'doubtful' && grade) {
    const { points, low, high } = grade;
    const said = t('queue.doubtful', { points: whole(points), low: whole(low), high: whole(high) });
    return <>{`${said} · ${counted}`}</>;
  }
  return <>{counted}</>;
}
