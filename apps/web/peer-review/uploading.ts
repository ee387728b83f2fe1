import type { SubmissionFileView, UploadView } from '@kohorte/contracts';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { api, ApiProblem, upload } from '../api.js';
import { fileOnDevice, forgetOnDevice, keepOnDevice } from './files-on-device.js';

const partBytes = 4 * 1024 * 1024;
const nextTryMs = 4_000;

/** `waits`: the network is away; `needs-file`: only the reader can say where the file is. */
type Going = 'sends' | 'waits' | 'needs-file' | 'refused';

/** A file on its way, as the screen shows it. */
export interface Sent {
  /** Stays the same from the first moment on. */
  key: string;
  name: string;
  bytes: number;
  /** Bytes that are there, or on the way. */
  sent: number;
  going: Going;
  problem: Error | null;
}

/** One file on its way, part by part, from wherever the server has it. */
class Sending {
  going: Going = 'sends';
  problem: Error | null = null;
  sent = 0;
  uploadId: string | null = null;
  private received = 0;
  private isGone = false;
  private isRunning = false;
  private readonly breaksOff = new AbortController();

  constructor(
    readonly key: string,
    readonly name: string,
    readonly bytes: number,
    private file: File | null,
    private readonly of: Uploads,
  ) {}

  static ofServer(of: Uploads, { uploadId, name, bytes, received }: UploadView): Sending {
    const sending = new Sending(uploadId, name, bytes, null, of);
    sending.uploadId = uploadId;
    sending.received = received;
    sending.sent = received;
    sending.going = 'needs-file';
    return sending;
  }

  /** Whether this could be the rest of it. */
  isOf(file: File): boolean {
    return this.going === 'needs-file' && file.name === this.name && file.size === this.bytes;
  }

  goOnWith(file: File): void {
    this.file = file;
    this.go();
  }

  /** Sends until everything is there; again after each silence of the network. */
  go(): void {
    if (this.isRunning || this.isGone || this.going === 'refused' || !this.file) return;
    this.isRunning = true;
    this.going = 'sends';
    this.problem = null;
    this.of.changed();
    void this.run(this.file).finally(() => (this.isRunning = false));
  }

  async giveUp(): Promise<void> {
    this.isGone = true;
    this.breaksOff.abort();
    if (!this.uploadId) return;
    await forgetOnDevice(this.uploadId);
    await api('DELETE /uploads/:uploadId', { params: { uploadId: this.uploadId } }).catch(() => undefined);
  }

  private async run(file: File): Promise<void> {
    try {
      if (!this.uploadId) await this.begin(file);
      else this.received = (await this.ask()).received;
      while (!this.isGone) {
        const view = await this.part(file);
        this.received = view.received;
        this.sent = view.received;
        this.of.changed();
        if (view.file) {
          await forgetOnDevice(view.uploadId);
          return this.of.arrived(this, view.file);
        }
      }
    } catch (problem) {
      this.failed(problem as Error);
    }
  }

  private async begin(file: File): Promise<void> {
    const { uploadId } = await this.of.begin({ name: file.name, bytes: file.size });
    this.uploadId = uploadId;
    if (this.isGone) return void this.giveUp();
    await keepOnDevice(uploadId, file);
  }

  private ask(): Promise<UploadView> {
    return api('GET /uploads/:uploadId', { params: { uploadId: this.uploadId! } });
  }

  private part(file: File): Promise<UploadView> {
    const from = this.received;
    const part = new File([file.slice(from, from + partBytes)], 'part', { type: 'application/octet-stream' });
    return upload('POST /uploads/:uploadId/parts', {
      params: { uploadId: this.uploadId! },
      query: { from },
      file: part,
      signal: this.breaksOff.signal,
      onProgress: (share) => {
        this.sent = Math.min(this.bytes, from + Math.floor(share * part.size));
        this.of.changed();
      },
    });
  }

  private failed(problem: Error): void {
    if (this.isGone) return;
    const status = problem instanceof ApiProblem ? (problem.view?.status ?? 0) : 500;
    const code = problem instanceof ApiProblem ? problem.code : null;
    this.sent = this.received;
    if (code === 'unreachable' || code === 'upload-elsewhere' || status >= 429) {
      // Where it really stands is asked when it goes on.
      this.going = 'waits';
      if (code === 'upload-elsewhere') this.going = 'sends';
      setTimeout(() => this.go(), code === 'upload-elsewhere' ? 0 : nextTryMs);
    } else {
      this.going = 'refused';
      this.problem = problem;
      // What was refused is of no use to anybody.
      if (this.uploadId) void forgetOnDevice(this.uploadId);
    }
    this.of.changed();
  }
}

/** The files that somebody is sending for one assignment; they go on while other screens are looked at. */
export class Uploads {
  private all: Sending[] = [];
  private shown: Sent[] = [];
  private readonly finished = new Set<string>();
  private made = 0;
  private readonly listeners = new Set<() => void>();
  private onChange: (arrived?: SubmissionFileView) => void = () => undefined;

  constructor(private readonly params: { cohortId: string; itemId: string }) {
    window.addEventListener('online', () => this.all.forEach((one) => one.go()));
  }

  get isSending(): boolean {
    return this.all.some(({ going }) => going === 'sends' || going === 'waits');
  }

  /** What the server knows of: uploads of an earlier visit go on where the browser still has their file. */
  know(views: readonly UploadView[], onChange: (arrived?: SubmissionFileView) => void): void {
    this.onChange = onChange;
    const news = views.filter(
      ({ uploadId, file }) =>
        !file && !this.finished.has(uploadId) && !this.all.some((one) => one.uploadId === uploadId),
    );
    // One that is just being begun here has no number yet; its view is asked for again when it has arrived.
    const own = news.filter(({ name, bytes }) => !this.all.some((one) => !one.uploadId && one.name === name && one.bytes === bytes)); // prettier-ignore
    if (own.length === 0) return;
    for (const view of own) {
      const sending = Sending.ofServer(this, view);
      this.all.push(sending);
      void fileOnDevice(view.uploadId).then((file) => file && sending.isOf(file) && sending.goOnWith(file));
    }
    this.changed();
  }

  /** Takes a file up, as the rest of an upload that was broken off where it is that. */
  add(file: File): void {
    const rest = this.all.find((one) => one.isOf(file));
    if (rest) return rest.goOnWith(file);
    this.made += 1;
    const sending = new Sending(`new-${this.made}`, file.name, file.size, file, this);
    this.all.push(sending);
    sending.go();
  }

  async remove(key: string): Promise<void> {
    const sending = this.all.find((one) => one.key === key);
    this.all = this.all.filter((one) => one !== sending);
    if (sending?.uploadId) this.finished.add(sending.uploadId);
    this.changed();
    await sending?.giveUp();
    this.onChange();
  }

  begin(body: { name: string; bytes: number }): Promise<UploadView> {
    return api('POST /cohorts/:cohortId/assignments/:itemId/uploads', { params: this.params, body });
  }

  arrived(sending: Sending, file: SubmissionFileView): void {
    this.all = this.all.filter((one) => one !== sending);
    if (sending.uploadId) this.finished.add(sending.uploadId);
    this.changed();
    this.onChange(file);
  }

  changed(): void {
    this.shown = this.all.map(({ key, name, bytes, sent, going, problem }) => ({ key, name, bytes, sent, going, problem })); // prettier-ignore
    for (const listener of this.listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Sent[] => this.shown;
}

const all = new Map<string, Uploads>();

function uploadsOf({ cohortId, itemId }: { cohortId: string; itemId: string }): Uploads {
  const place = `${cohortId}/${itemId}`;
  const known = all.get(place) ?? new Uploads({ cohortId, itemId });
  all.set(place, known);
  return known;
}

/** Whether a file is not wholly there yet. */
export function isSendingFor(where: { cohortId: string; itemId: string }): boolean {
  return uploadsOf(where).isSending;
}

/** The uploads for one assignment, with those that the server still knows of. */
export function useUploads(
  params: { cohortId: string; itemId: string },
  views: readonly UploadView[],
  /** Told when a file has arrived, and when one was given up. */
  onChange: (arrived?: SubmissionFileView) => void,
): { uploads: Uploads; sent: Sent[] } {
  const { cohortId, itemId } = params;
  const uploads = useMemo(() => uploadsOf({ cohortId, itemId }), [cohortId, itemId]);
  const sent = useSyncExternalStore(uploads.subscribe, uploads.snapshot);
  useEffect(() => uploads.know(views, onChange));
  return { uploads, sent };
}
