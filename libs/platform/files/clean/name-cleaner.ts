import { Worker } from 'node:worker_threads';
import { Injectable } from '@nestjs/common';
import { log } from '../../log.js';
import { Problem } from '../../problem.js';
import { threadFile } from '../../thread-file.js';
import type { CleanTask, CleanWord } from './clean-thread.js';

/** For one file, in milliseconds and megabytes: files can be made to never end. */
const longest = 45_000;
const mostMemory = 512;
/** What the process may grow by meanwhile: not all memory is counted as the thread's. */
const mostGrowth = 768 * 1024 ** 2;
const watchedEvery = 100;

/** Looks into files and removes the names of people from them, on a thread of its own: one after the other. */
@Injectable()
export class NameCleaner {
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @returns whether there is a file without names at `output` now; otherwise the file itself has none
   * @throws {Problem} `file-unreadable`, `file-unpacks-too-large`
   */
  async clean(task: CleanTask): Promise<boolean> {
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
