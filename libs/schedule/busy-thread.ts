import { parentPort, workerData } from 'node:worker_threads';
import { type BusySpan, busyTimes, type Looked } from './busy-times.js';

/** What the thread is given. */
export interface BusyTask {
  text: string;
  looked: Looked;
}

/** What it tells: the busy times; `null` where the text is no calendar. */
export type BusyWord = BusySpan[] | null;

if (parentPort) {
  const { text, looked } = workerData as BusyTask;
  let spans: BusyWord = null;
  try {
    spans = busyTimes(text, looked);
  } catch {
    // No calendar, or one that contradicts itself.
  }
  parentPort.postMessage(spans);
}
