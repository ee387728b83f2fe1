import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import { Chance } from '../chance.js';
import { Config } from '../config.js';
import { Problem } from '../problem.js';
import { typeAllowed, typeOfText } from './file-types.js';

/** A file as it lies in the store. */
export interface KeptFile {
  /** Random, says nothing of the file's name. */
  path: string;
  mediaType: string;
  bytes: number;
  sha256: Buffer;
}

/** A file that has just been written and not yet been looked at. */
interface IncomingFile {
  name: string;
  path: string;
  bytes: number;
  sha256: Buffer;
}

/** Keeps uploaded files under random names below the data directory, which API and worker share. */
@Injectable()
export class FileStore {
  constructor(
    private readonly config: Config,
    private readonly chance: Chance,
  ) {}

  /**
   * Writes a stream to the store and looks at what it really is. A file is there as a whole or not at all.
   * @throws {Problem} `too-large`, `file-type-not-allowed`
   */
  async keep(stream: Readable, name: string, limit: number): Promise<KeptFile> {
    const part = await this.write(stream, limit);
    const head = await this.head(part.path);
    const mediaType = (await fileTypeFromBuffer(head))?.mime ?? typeOfText(name, head);
    return this.settle(part, mediaType && typeAllowed(mediaType) ? mediaType : null);
  }

  /** The same, where the caller has looked at the file's bytes already and lets its type pass. */
  async keepAs(mediaType: string, stream: Readable, limit: number): Promise<KeptFile> {
    return this.settle(await this.write(stream, limit), mediaType);
  }

  /** Writes a stream to a place of its own outside the kept files, whatever it is; gives its path in the store. */
  async park(stream: Readable, limit: number): Promise<string> {
    return relative(this.root, (await this.write(stream, limit)).path);
  }

  /** Where a path in the store lies on this machine's disk. */
  locate(path: string): string {
    return join(this.root, path);
  }

  read(path: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.locate(path), range);
  }

  async remove(path: string): Promise<void> {
    await rm(this.locate(path), { force: true });
  }

  /** Everything written before `instant`, kept or parked, by its path in the store. */
  async olderThan(instant: Date): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    const old: string[] = [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const fullPath = join(entry.parentPath, entry.name);
      const { mtime } = await stat(fullPath);
      if (mtime < instant) old.push(relative(this.root, fullPath));
    }
    return old;
  }

  private async settle(part: IncomingFile, mediaType: string | null): Promise<KeptFile> {
    try {
      if (!mediaType) throw new Problem('file-type-not-allowed');
      const path = join(part.name.slice(0, 2), part.name);
      await mkdir(dirname(this.locate(path)), { recursive: true });
      await rename(part.path, this.locate(path));
      return { path, mediaType, bytes: part.bytes, sha256: part.sha256 };
    } catch (error) {
      await rm(part.path, { force: true });
      throw error;
    }
  }

  private async write(stream: Readable, limit: number): Promise<IncomingFile> {
    const name = this.chance.secret();
    await mkdir(join(this.root, 'incoming'), { recursive: true });
    const path = join(this.root, 'incoming', name);
    const hash = createHash('sha256');
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > limit)
          return done(new Problem('too-large', { params: { limit: `${Math.floor(limit / 1024 / 1024)} MB` } }));
        hash.update(chunk);
        done(null, chunk);
      },
    });
    try {
      await pipeline(stream, meter, createWriteStream(path, { mode: 0o640 }));
      return { name, path, bytes, sha256: hash.digest() };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
  }

  private async head(fullPath: string): Promise<Buffer> {
    const { size } = await stat(fullPath);
    const handle = await open(fullPath);
    try {
      const { buffer } = await handle.read(Buffer.alloc(Math.min(size, 8_192)), 0, Math.min(size, 8_192), 0);
      return buffer;
    } finally {
      await handle.close();
    }
  }

  private get root(): string {
    return join(this.config.dataDir, 'files');
  }
}
