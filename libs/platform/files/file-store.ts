import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
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
    const path = await this.write(stream, limit);
    try {
      const head = await this.head(path.part);
      const mediaType = (await fileTypeFromBuffer(head))?.mime ?? typeOfText(name, head);
      if (!mediaType || !typeAllowed(mediaType)) throw new Problem('file-type-not-allowed');
      await rename(path.part, this.fullPath(path.final));
      return { path: path.final, mediaType, bytes: path.bytes, sha256: path.sha256 };
    } catch (error) {
      await rm(path.part, { force: true });
      throw error;
    }
  }

  /** Writes a stream to a place of its own outside the kept files, whatever it is; gives the full path. */
  async park(stream: Readable, limit: number): Promise<string> {
    return (await this.write(stream, limit)).part;
  }

  read(path: string, range?: { start: number; end: number }): Readable {
    return createReadStream(this.fullPath(path), range);
  }

  async remove(path: string): Promise<void> {
    await rm(this.fullPath(path), { force: true });
  }

  /** Removes a parked file. */
  async discard(fullPath: string): Promise<void> {
    await rm(fullPath, { force: true });
  }

  private async write(stream: Readable, limit: number) {
    const name = this.chance.secret();
    const final = join(name.slice(0, 2), name);
    await mkdir(join(this.root, name.slice(0, 2)), { recursive: true });
    await mkdir(join(this.root, 'incoming'), { recursive: true });
    const part = join(this.root, 'incoming', name);
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
      await pipeline(stream, meter, createWriteStream(part, { mode: 0o640 }));
      return { part, final, bytes, sha256: hash.digest() };
    } catch (error) {
      await rm(part, { force: true });
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

  private fullPath(path: string): string {
    return join(this.root, path);
  }

  private get root(): string {
    return join(this.config.dataDir, 'files');
  }
}
