import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
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

/** The folder of files that come in parts. */
const growing = 'growing';
const isGrowing = (path: string): boolean => path.startsWith(growing + sep);

function nullIfMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
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
    return this.settle(part, await this.typeOf(part.path, name));
  }

  /** The same, where the caller has looked at the file's bytes already and lets its type pass. */
  async keepAs(mediaType: string, stream: Readable, limit: number): Promise<KeptFile> {
    return this.settle(await this.write(stream, limit), mediaType);
  }

  /** Writes a stream to a place of its own outside the kept files, whatever it is; gives its path in the store. */
  async park(stream: Readable, limit: number): Promise<string> {
    return relative(this.root, (await this.write(stream, limit)).path);
  }

  /** A place for a file that grows part by part; nothing is there yet, and nothing of it is old before it is whole. */
  placeToGrow(): string {
    return join(growing, this.chance.secret());
  }

  /**
   * Puts a parked part to a growing file, behind its first `from` bytes; whatever an interrupted attempt has left there
   * is overwritten. It is on the disk when this is done.
   * @returns false where the file does not have so many bytes
   */
  async grow(path: string, from: number, part: string): Promise<boolean> {
    await mkdir(dirname(this.locate(path)), { recursive: true });
    const handle = await open(this.locate(path), 'a', 0o640);
    try {
      if ((await handle.stat()).size < from) return false;
      await handle.truncate(from);
      for await (const chunk of this.read(part) as AsyncIterable<Buffer>) await handle.writeFile(chunk);
      await handle.sync();
      return true;
    } finally {
      await handle.close();
    }
  }

  /**
   * What a grown file really is.
   * @param name the name it came with, which only tells kinds of text apart
   * @throws {Problem} `file-type-not-allowed`
   */
  async sniff(path: string, name: string): Promise<string> {
    const mediaType = await this.typeOf(this.locate(path), name);
    if (!mediaType) throw new Problem('file-type-not-allowed');
    return mediaType;
  }

  /** Makes a grown file one that is kept; it is no longer where it was. */
  async keepGrown(path: string, mediaType: string): Promise<KeptFile> {
    const fullPath = this.locate(path);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of createReadStream(fullPath) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      hash.update(chunk);
    }
    return this.settle({ name: basename(path), path: fullPath, bytes, sha256: hash.digest() }, mediaType);
  }

  /** Bytes of a file; 0 where there is none. */
  async bytesOf(path: string): Promise<number> {
    return (await stat(this.locate(path)).catch(nullIfMissing))?.size ?? 0;
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

  /** Everything written before `instant`, kept or parked, by its path in the store; what grows is not looked at. */
  async olderThan(instant: Date): Promise<string[]> {
    return (await this.writtenBefore(instant)).filter((path) => !isGrowing(path));
  }

  /** Growing files to which nothing was put since `instant`. */
  async growingSince(instant: Date): Promise<string[]> {
    return (await this.writtenBefore(instant)).filter(isGrowing);
  }

  private async writtenBefore(instant: Date): Promise<string[]> {
    const entries = await readdir(this.root, { recursive: true, withFileTypes: true }).catch(() => []);
    const old: string[] = [];
    for (const entry of entries) {
      if (!entry.isFile()) continue;
      const fullPath = join(entry.parentPath, entry.name);
      // It may have been removed meanwhile.
      const mtime = await stat(fullPath).then(
        (one) => one.mtime,
        () => null,
      );
      if (mtime && mtime < instant) old.push(relative(this.root, fullPath));
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

  /** By its first bytes; `null`: it may not be kept. */
  private async typeOf(fullPath: string, name: string): Promise<string | null> {
    const head = await this.head(fullPath);
    const mediaType = (await fileTypeFromBuffer(head))?.mime ?? typeOfText(name, head);
    return mediaType && typeAllowed(mediaType) ? mediaType : null;
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
