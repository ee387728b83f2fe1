import type { ThreadView } from '@kohorte/contracts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { api } from '../api.js';
import { keepRow, patchThread } from './posts-window.js';
import { readTo } from './threading.js';

const settlesMs = 1_200;

/**
 * Notes how far one has read: a post counts when its end has come into sight. Answers with what a post's end wants as
 * its `ref`, and with the number from which posts were new when one came.
 */
export function useReading(thread: ThreadView, loaded: readonly number[]) {
  const { threadId, newestNumber } = thread;
  const [newFrom] = useState(thread.firstUnread);
  const state = useRef({ seen: new Set<number>(), marker: (thread.firstUnread ?? newestNumber + 1) - 1, told: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const tell = useEffectEvent(async () => {
    const { seen, marker } = state.current;
    const read = readTo(marker, loaded, seen);
    if (read <= marker) return;
    state.current.marker = read;
    await markRead(threadId, read);
  });
  const observer = useRef<IntersectionObserver | null>(null);
  const waiting = useRef(new Set<Element>());
  useEffect(() => {
    const watching = new IntersectionObserver((entries) => {
      for (const { isIntersecting, target } of entries) {
        if (isIntersecting) state.current.seen.add(Number((target as HTMLElement).dataset['number']));
      }
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void tell(), settlesMs);
    });
    observer.current = watching;
    for (const end of waiting.current) watching.observe(end);
    return () => {
      watching.disconnect();
      clearTimeout(timer.current);
      void tell();
    };
  }, []);
  const [watch] = useState(() => (end: Element | null) => {
    if (!end) return undefined;
    waiting.current.add(end);
    observer.current?.observe(end);
    return () => {
      waiting.current.delete(end);
      observer.current?.unobserve(end);
    };
  });
  return { newFrom, watch };
}

/** Says that one has read to this number; where it fails, the next time will do. */
export async function markRead(threadId: string, number: number): Promise<void> {
  const marked = await api('PUT /threads/:threadId/read-marker', { params: { threadId }, body: { number } }).catch(
    () => null,
  );
  if (!marked) return;
  patchThread(threadId, (thread) => {
    const left = Math.max(0, thread.newestNumber - marked.number);
    const read = { ...thread, firstUnread: left === 0 ? null : marked.number + 1, unread: left };
    keepRow(read);
    return read;
  });
}
