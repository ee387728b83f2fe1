import type { Readable } from 'node:stream';
import { basename } from 'node:path/posix';
import type { Archive } from './archive.js';
import { headBytes, mediaTypeOf } from './media-type.js';
import { oneLine } from './text.js';

/**
 * Keeps one file of the cartridge, and gives the id it will be known by. Must read the stream to its end, or throw;
 * what the stream throws is to be passed on.
 */
export type KeepFile = (stream: Readable, file: CartridgeFile) => Promise<string>;

export interface CartridgeFile {
  /** The name it had in the cartridge, without folders. */
  name: string;
  /** By its bytes. */
  mediaType: string;
  bytes: number;
}

/** A file that is to be kept; until it is, `fileId` stands for the id to come. */
export interface PlannedFile extends CartridgeFile {
  fileId: string;
}

/** How pages name files of the course. */
export const fileAddress = (fileId: string): string => `kohorte-file:${fileId}`;

/** The files that a course needs. They are chosen first and kept last, when nothing else can go wrong any more. */
export class KeptFiles {
  private readonly planned = new Map<string, PlannedFile | null>();
  private readonly ids = new Map<string, string>();

  constructor(private readonly archive: Archive) {}

  /** Plans to keep a file of the archive, once however often it is asked for; `null` if it is of no allowed type. */
  async plan(path: string): Promise<PlannedFile | null> {
    const known = this.planned.get(path);
    if (known !== undefined) return known;
    const mediaType = await mediaTypeOf(path, await this.archive.head(path, headBytes));
    const file = mediaType && {
      name: oneLine(basename(path), 200),
      mediaType,
      bytes: this.archive.bytesOf(path),
      fileId: `planned-${this.planned.size}`,
    };
    this.planned.set(path, file || null);
    return file || null;
  }

  async keepAll(keep: KeepFile, onProgress: (share: number) => void): Promise<void> {
    let done = 0;
    for (const [path, file] of this.planned) {
      if (file) {
        const { fileId, ...rest } = file;
        const stream = this.archive.stream(path);
        try {
          this.ids.set(fileId, await keep(stream, rest));
        } finally {
          stream.destroy();
        }
      }
      onProgress((done += 1) / this.planned.size);
    }
  }

  /** The id of a file that has been kept. */
  idOf(plannedId: string): string {
    return this.ids.get(plannedId) ?? plannedId;
  }

  /** A page with the addresses of its files as they are now. */
  fillIn(html: string): string {
    return html.replace(/(?<==")kohorte-file:(planned-\d+)(?=")/g, (_, planned: string) =>
      fileAddress(this.idOf(planned)),
    );
  }
}
