import { type FileHandle, open } from 'node:fs/promises';
import { Readable, pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type ArchiveEntry, readEntries } from './archive-entries.js';
import { CartridgeProblem } from './cartridge-problem.js';
import type { Limits } from './limits.js';

const chunkBytes = 64 * 1024;

/**
 * A zip file whose table of contents has been checked. Every byte that is read from it has been counted against what
 * the table says, as it unpacks.
 */
export class Archive {
  private constructor(
    private readonly handle: FileHandle,
    private readonly byPath: Map<string, ArchiveEntry>,
  ) {}

  /** @throws {CartridgeProblem} */
  static async open(path: string, limits: Limits): Promise<Archive> {
    const handle = await open(path);
    try {
      const entries = await readEntries(handle, limits);
      return new Archive(handle, new Map(entries.map((entry) => [entry.path, entry])));
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  get paths(): string[] {
    return [...this.byPath.keys()];
  }

  has(path: string): boolean {
    return this.byPath.has(path);
  }

  /** Unpacked; 0 where there is no such file. */
  bytesOf(path: string): number {
    return this.byPath.get(path)?.bytes ?? 0;
  }

  /** A file's bytes, which must be there. Errors of the stream that are the file's fault are `CartridgeProblem`s. */
  stream(path: string): Readable {
    const entry = this.byPath.get(path);
    if (!entry) throw new Error(`no such file in the archive: ${path}`);
    return Readable.from(this.content(entry), { objectMode: false });
  }

  /** A small file as a whole. */
  async read(path: string): Promise<Buffer> {
    return Buffer.concat(await this.stream(path).toArray());
  }

  /** A file's first bytes. */
  async head(path: string, bytes: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let had = 0;
    for await (const chunk of this.stream(path) as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      had += chunk.length;
      if (had >= bytes) break;
    }
    return Buffer.concat(chunks).subarray(0, bytes);
  }

  /** Unpacks everything once, into nothing: sizes and checksums hold, or it throws. */
  async verify(onProgress: (share: number) => void): Promise<void> {
    let done = 0;
    for (const path of this.byPath.keys()) {
      for await (const _ of this.stream(path));
      onProgress((done += 1) / this.byPath.size);
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }

  private async *content(entry: ArchiveEntry): AsyncGenerator<Buffer> {
    const packed = Readable.from(this.packedBytes(entry));
    const plain = entry.isDeflated ? pipeline(packed, createInflateRaw(), () => {}) : packed;
    let bytes = 0;
    let checksum = 0;
    try {
      for await (const chunk of plain as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > entry.bytes) throw new CartridgeProblem('cartridge-too-large', `${entry.path} is larger than told`);
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
    } catch (error) {
      throw isOfInflating(error) ? new CartridgeProblem('cartridge-broken', `${entry.path} does not inflate`) : error;
    }
    if (bytes !== entry.bytes || checksum !== entry.checksum) {
      throw new CartridgeProblem('cartridge-broken', `${entry.path} is not what was packed`);
    }
  }

  private async *packedBytes(entry: ArchiveEntry): AsyncGenerator<Buffer> {
    let position = await this.startOfData(entry);
    const end = position + entry.packedBytes;
    while (position < end) {
      const wanted = Math.min(chunkBytes, end - position);
      const { bytesRead, buffer } = await this.handle.read(Buffer.allocUnsafe(wanted), 0, wanted, position);
      if (bytesRead === 0) throw new CartridgeProblem('cartridge-broken', 'truncated');
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  /** An entry's data stands behind a header of its own, whose length only that header tells. */
  private async startOfData(entry: ArchiveEntry): Promise<number> {
    const { bytesRead, buffer } = await this.handle.read(Buffer.alloc(30), 0, 30, entry.offset);
    if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50) {
      throw new CartridgeProblem('cartridge-broken', `${entry.path} is not where the table says`);
    }
    return entry.offset + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
  }
}

function isOfInflating(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}
