import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';
import { now } from '../clock.js';
import { queryFor } from '../queries.js';
import { ProblemNote } from '../shell/trouble.js';
import classes from './roster.module.css';

/** As long as one code lasts. */
const periodMs = 30_000;
/** Asked no more often than this, even where the device's clock is ahead of the server's. */
const leastMs = 2_000;

/** The code of the moment, to be read across a room: six digits, and a QR code that brings them along. */
export default function AttendanceCode({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation('sessions');
  const { data, error, refetch, dataUpdatedAt } = useQuery({
    ...queryFor('GET /sessions/:sessionId/code', { params: { sessionId } }),
    gcTime: 0,
    staleTime: 0,
  });
  const left = useCountdown(data?.validUntil, dataUpdatedAt, () => void refetch());
  const address = data ? `${window.location.origin}/sessions/${sessionId}?code=${data.code}` : null;
  return (
    <section className={classes.code} aria-label={t('code.title')}>
      <div className={classes.qr}>{address && <QrCode text={address} label={t('code.qr')} />}</div>
      <div className={classes.words}>
        <h2>{t('code.title')}</h2>
        <p className={classes.digits}>{data && `${data.code.slice(0, 3)}\u2009${data.code.slice(3)}`}</p>
        <p className={classes.next}>
          <Ring part={left / periodMs} />
          {t('code.next', { count: Math.ceil(left / 1000) })}
        </p>
        <p>{t('code.text')}</p>
        <ProblemNote problem={error} />
      </div>
    </section>
  );
}

/** What is left until an instant, second by second; then asks for what comes after it. */
function useCountdown(until: string | undefined, askedAt: number, onEnd: () => void): number {
  const [left, setLeft] = useState(periodMs);
  const end = useEffectEvent(onEnd);
  useEffect(() => {
    if (!until) return;
    const remains = (): number => Math.min(periodMs, Math.max(0, Date.parse(until) - now()));
    const tick = (): void => setLeft(remains());
    tick();
    const ticking = setInterval(tick, 1000);
    const ending = setTimeout(end, Math.max(leastMs, remains() + 200));
    return () => {
      clearInterval(ticking);
      clearTimeout(ending);
    };
  }, [until, askedAt]);
  return left;
}

/** A ring that runs out. */
function Ring({ part }: { part: number }) {
  const around = 2 * Math.PI * 10;
  return (
    <svg className={classes.ring} width={26} height={26} viewBox="0 0 26 26" aria-hidden="true">
      <circle cx={13} cy={13} r={10} fill="none" stroke="var(--line)" strokeWidth={4} />
      <circle
        cx={13}
        cy={13}
        r={10}
        fill="none"
        stroke="var(--accent)"
        strokeWidth={4}
        strokeDasharray={`${around * part} ${around}`}
      />
    </svg>
  );
}

function QrCode({ text, label }: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: 0 });
    const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { size, path: squares.join('') };
  }, [text]);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
}
