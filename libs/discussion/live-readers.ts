import type { LiveStream } from './live-stream.js';

type Index = Map<string, Set<LiveStream>>;
const nobody: ReadonlySet<LiveStream> = new Set();

/** The streams of this process, found by whom and what they concern. */
export class LiveReaders {
  private readonly streams = new Set<LiveStream>();
  private readonly byUser: Index = new Map();
  private readonly byCohort: Index = new Map();
  private readonly byThread: Index = new Map();

  get count(): number {
    return this.streams.size;
  }

  get all(): Iterable<LiveStream> {
    return this.streams;
  }

  /** Threads that somebody looks at. */
  get threads(): Iterable<[string, ReadonlySet<LiveStream>]> {
    return this.byThread;
  }

  ofUser(userId: string): ReadonlySet<LiveStream> {
    return this.byUser.get(userId) ?? nobody;
  }

  ofCohort(cohortId: string): ReadonlySet<LiveStream> {
    return this.byCohort.get(cohortId) ?? nobody;
  }

  ofThread(threadId: string): ReadonlySet<LiveStream> {
    return this.byThread.get(threadId) ?? nobody;
  }

  add(stream: LiveStream): void {
    this.streams.add(stream);
    put(this.byUser, stream.userId, stream);
  }

  /** Notes where a stream listens from now on. */
  place(stream: LiveStream, { cohortIds, looksAt }: Pick<LiveStream, 'cohortIds' | 'looksAt'>): void {
    if (!this.streams.has(stream)) return;
    this.displace(stream);
    stream.cohortIds = cohortIds;
    stream.looksAt = looksAt;
    for (const cohortId of cohortIds) put(this.byCohort, cohortId, stream);
    if (looksAt) put(this.byThread, looksAt.threadId, stream);
  }

  remove(stream: LiveStream): void {
    this.displace(stream);
    take(this.byUser, stream.userId, stream);
    this.streams.delete(stream);
  }

  private displace(stream: LiveStream): void {
    for (const cohortId of stream.cohortIds) take(this.byCohort, cohortId, stream);
    if (stream.looksAt) take(this.byThread, stream.looksAt.threadId, stream);
  }
}

function put(index: Index, key: string, stream: LiveStream): void {
  const found = index.get(key);
  if (found) found.add(stream);
  else index.set(key, new Set([stream]));
}

function take(index: Index, key: string, stream: LiveStream): void {
  const found = index.get(key);
  found?.delete(stream);
  if (found?.size === 0) index.delete(key);
}
