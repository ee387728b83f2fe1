import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { log } from '../../log.js';
import { Problem } from '../../problem.js';
import { threadFile } from '../../thread-file.js';
import { FileStore } from '../file-store.js';
import type { CleanTask, CleanWord } from './clean-thread.js';
import { headBytes, isZip, mayBeCleaned } from './content.js';

/** For one file, in milliseconds and megabytes: files can be made to never end. */
const longest = 45_000;
const mostMemory = 512;
/** What the process may grow by meanwhile: not all memory is counted as the thread's. */
const mostGrowth = 768 * 1024 ** 2;
const watchedEvery = 100;

/** Looks into files of the store and takes the names of people out, on a thread of its own: one after the other. */
@Injectable()
export class NameCleaner {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: FileStore) {}

  /**
   * The file itself stays as it is.
   * @param name the name it came with
   * @returns where one without names lies that may be kept (`FileStore.keepGrown`); `null`: this one has none
   * @throws {Problem} `file-unreadable`, `file-unpacks-too-large`
   */
  async withoutNames(path: string, name: string): Promise<string | null> {
    const head = await this.head(path);
    if (!isZip(head) && !mayBeCleaned(head, name)) return null;
    const output = this.store.placeToGrow();
    const fullOutput = this.store.locate(output);
    await mkdir(dirname(fullOutput), { recursive: true });
    try {
      const isCleaned = await this.inTurn({ path: this.store.locate(path), name, output: fullOutput });
      return isCleaned ? output : null;
    } catch (error) {
      await this.store.remove(output);
      throw error;
    }
  }

  /**
   * Where names may stay: an archive that cannot be unpacked, or would be too large then, is refused all the same.
   * @throws {Problem} `file-unreadable`, `file-unpacks-too-large`
   */
  async checkArchive(path: string, name: string): Promise<void> {
    if (!isZip(await this.head(path))) return;
    await this.inTurn({ path: this.store.locate(path), name, output: null });
  }

  private async head(path: string): Promise<Buffer> {
    return Buffer.concat((await this.store.read(path, { start: 0, end: headBytes - 1 }).toArray()) as Buffer[]);
  }

  /** Whether there is a file without names at `output` now; otherwise the file itself has none. */
  private async inTurn(task: CleanTask): Promise<boolean> {
    const turn = this.last.then(() => think(task));
    this.last = turn.catch(() => undefined);
    const word = await turn;
    if ('failed' in word) throw new Error(`A file could not be looked into: ${word.failed}`);
    if ('cleaned' in word) return word.cleaned;
    log.info({ code: word.code, reason: word.reason.slice(0, 200) }, 'a file was not taken');
    throw new Problem(word.code);
  }
}

/** Ends the thread when it thinks too long or needs too much. */
function think(task: CleanTask): Promise<CleanWord> {
  return new Promise((resolve) => {
    const thread = new Worker(threadFile(import.meta.url, 'clean-thread.js'), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const before = process.memoryUsage.rss();
    let last: CleanWord = { code: 'file-unreadable', reason: 'the thread ended' };
    // The thread is over before anybody touches what it wrote.
    const stop = (word: CleanWord): void => {
      last = word;
      void thread.terminate();
    };
    const timer = setTimeout(() => stop({ code: 'file-unreadable', reason: 'took too long' }), longest);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > mostGrowth)
        stop({ code: 'file-unpacks-too-large', reason: 'needed too much memory' });
    }, watchedEvery);
    thread.once('message', (word: CleanWord) => (last = word));
    thread.once('error', (error) => (last = { code: 'file-unreadable', reason: String(error) }));
    thread.once('exit', () => {
      clearTimeout(timer);
      clearInterval(watch);
      resolve(last);
    });
  });
}
