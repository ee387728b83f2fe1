import { useEffect, useEffectEvent, useReducer } from 'react';
import { now } from '../clock.js';

/** Longer timers fire at once. */
const longestTimer = 2 ** 31 - 1;

/** Draws a screen again when the next of these instants has come, and first does what belongs to that. */
export function useMoments(instants: readonly (string | Date)[], onMoment: () => void): void {
  const [drawn, drawAgain] = useReducer((count: number) => count + 1, 0);
  const next = Math.min(...instants.map((instant) => new Date(instant).getTime()).filter((at) => at > now()));
  const come = useEffectEvent(onMoment);
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    // A little later, as the server's clock decides.
    const timer = setTimeout(
      () => {
        if (now() >= next) come();
        drawAgain();
      },
      Math.min(next - now() + 500, longestTimer),
    );
    return () => clearTimeout(timer);
  }, [next, drawn]);
}

/** Does something every so many milliseconds; `null`: does not. */
export function useEvery(milliseconds: number | null, does: () => void): void {
  const tick = useEffectEvent(does);
  useEffect(() => {
    if (milliseconds === null) return;
    const timer = setInterval(() => tick(), milliseconds);
    return () => clearInterval(timer);
  }, [milliseconds]);
}
