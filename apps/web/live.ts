import type { LiveEvent } from '@kohorte/contracts';
import { useEffect, useEffectEvent, useState } from 'react';
import { addressOf } from './api.js';
import { refresh } from './queries.js';

/**
 * What happens while one looks, over one stream for the whole page. Screens hear of it with `useLive` and ask again for
 * what they show. Where no stream can be had, they hear `stale` once a minute instead, and so poll.
 */
type Listener = (event: LiveEvent) => void;
const listeners = new Set<Listener>();

const firstPauseMs = 5_000;
const longestPauseMs = 60_000;
/** A stream that has not said hello by then is held up by something in between. */
const patienceMs = 30_000;
/** A page that nobody sees for that long gives its connection back. */
const restsAfterMs = 60_000;

let isOn = false;
let isResting = false;
let stream: EventSource | null = null;
/** The last id that was heard, from which the next stream goes on. */
let lastId: string | undefined;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let patience: ReturnType<typeof setTimeout> | undefined;
let rest: ReturnType<typeof setTimeout> | undefined;

/** What the reader looks at now: told to the server for presence, and to hear of it. */
let looksAt: { thread?: string; cohort?: string } = {};
let asked = '';

function tell(event: LiveEvent): void {
  if (event.kind === 'notice' || event.kind === 'stale') {
    void refresh('GET /notifications/unread', 'GET /notifications');
  }
  for (const listener of listeners) listener(event);
}

function disconnect(): void {
  clearTimeout(timer);
  clearTimeout(patience);
  stream?.close();
  stream = null;
}

function connect(): void {
  disconnect();
  if (!isOn || isResting) return;
  asked = JSON.stringify(looksAt);
  const opened = new EventSource(addressOf('GET /live', { query: { after: lastId, ...looksAt } }));
  stream = opened;
  patience = setTimeout(() => failed(opened), patienceMs);
  opened.onmessage = ({ data, lastEventId }: MessageEvent<string>) => {
    clearTimeout(patience);
    failures = 0;
    if (lastEventId) lastId = lastEventId;
    if (data) tell(JSON.parse(data) as LiveEvent);
  };
  // While it is connecting again the browser takes care of it, and hands over the last id itself.
  opened.onerror = () => opened.readyState === EventSource.CLOSED && failed(opened);
}

function failed(opened: EventSource): void {
  if (stream !== opened) return;
  disconnect();
  failures += 1;
  const pause = Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  timer = setTimeout(() => {
    if (pause === longestPauseMs && !isResting) tell({ kind: 'stale' });
    connect();
  }, pause);
}

function onVisibility(): void {
  clearTimeout(rest);
  if (document.visibilityState === 'hidden') {
    rest = setTimeout(() => {
      isResting = true;
      disconnect();
    }, restsAfterMs);
  } else if (isResting) {
    isResting = false;
    connect();
  }
}

/** Begins to listen for whoever is signed in; ends when told to. */
export function beginLive(): () => void {
  isOn = true;
  connect();
  document.addEventListener('visibilitychange', onVisibility);
  window.addEventListener('online', connect);
  return () => {
    isOn = false;
    lastId = undefined;
    failures = 0;
    clearTimeout(rest);
    disconnect();
    document.removeEventListener('visibilitychange', onVisibility);
    window.removeEventListener('online', connect);
  };
}

/** Hears what happens, as long as the screen is there. */
export function useLive(listener: Listener): void {
  const hear = useEffectEvent(listener);
  useEffect(() => {
    const heard: Listener = (event) => hear(event);
    listeners.add(heard);
    return () => void listeners.delete(heard);
  }, []);
}

/**
 * Says which thread the reader looks at, or, for those who belong to none, which cohort; answers with how many people
 * look at the thread.
 */
export function useLookingAt({ thread, cohort }: { thread?: string; cohort?: string }): number {
  const [seen, setSeen] = useState<{ thread?: string; people: number }>({ people: 0 });
  useEffect(() => {
    look({ thread, cohort });
    return () => look({});
  }, [thread, cohort]);
  useLive((event) => {
    if (event.kind === 'presence' && event.threadId === thread) setSeen({ thread, people: event.number });
  });
  return seen.thread === thread ? seen.people : 0;
}

function look(at: typeof looksAt): void {
  looksAt = at;
  // From one thread to the next is one step, not two.
  setTimeout(() => {
    if (stream && JSON.stringify(looksAt) !== asked) connect();
  }, 0);
}
