import { spawn } from 'node:child_process';
import { createWriteStream, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { at } from './root.mjs';
import { Sentence } from './say.mjs';
import { stopProcess } from './processes.mjs';

const enough = 10 * 1024 * 1024;

/**
 * Starts one of the built programs (`dist/apps/<name>/main.js`), out of reach of Ctrl-C: who starts it stops it.
 * Its log goes to `logs/<name>.log`, or to the terminal with LOG=stdout; errors are shown in any case.
 * @returns {{ name: string, pid: number, output: string[], ended: Promise<{ code: number | null, signal: string | null }>,
 *   stop: () => Promise<void> }} `output` are the lines of its standard output that are not log lines
 */
export function startProgram(name, { args = [], env, logs }) {
  const child = spawn(process.execPath, ['--enable-source-maps', at('dist/apps', name, 'main.js'), ...args], {
    cwd: at(),
    env: { ...process.env, NODE_ENV: 'production', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = logOf(name, logs);
  const output = [];
  createInterface({ input: child.stdout }).on('line', (line) => log.event(line) || output.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => log.event(line) || log.trouble(line));
  const ended = new Promise((done) => {
    child.once('error', (error) => done({ code: null, signal: error.message }));
    child.once('close', (code, signal) => done({ code, signal }));
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) await stopProcess(child.pid, 30_000);
    await ended;
  };
  return { name, pid: child.pid, output, ended, stop };
}

/** Runs one command of `setup` to its end. @returns the JSON line that it answers, if it does */
export async function setUp(command, options, signal) {
  const program = startProgram('setup', { ...options, args: [command] });
  options.mind(program.pid);
  signal.addEventListener('abort', () => void program.stop(), { once: true });
  const { code } = await program.ended;
  options.forget(program.pid);
  signal.throwIfAborted();
  if (code !== 0) throw new Sentence(`"setup ${command}" failed; its log is ${join(options.logs, 'setup.log')}.`);
  const answer = program.output.at(-1);
  return answer ? JSON.parse(answer) : null;
}

/** Where a program's lines go: all to its log, and errors to the terminal in a short form. */
function logOf(name, logs) {
  const isAtTerminal = process.env.LOG === 'stdout';
  const file = isAtTerminal ? process.stdout : logFile(join(logs, `${name}.log`));
  let last = '';
  const complain = (text) => {
    if (text !== last && !isAtTerminal) process.stderr.write(`${name.padEnd(6)} ${text}\n`);
    last = text;
  };
  return {
    /** @returns whether the line was one of the log */
    event(line) {
      const event = parse(line);
      if (event === null) return false;
      file.write(`${line}\n`);
      if (event.level >= 50) complain(sentenceOf(event));
      return true;
    },
    trouble(line) {
      file.write(`${line}\n`);
      complain(line);
    },
  };
}

function parse(line) {
  if (!line.startsWith('{"level":')) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function sentenceOf({ msg, err, reason }) {
  const cause = reason ?? (typeof err === 'string' ? err : err?.message);
  return [msg, cause].filter(Boolean).join(': ');
}

/** Goes on at the end of the file; one that has grown large is put aside first, in place of the one before. */
function logFile(path) {
  try {
    if (statSync(path).size > enough) renameSync(path, `${path}.old`);
  } catch {
    // There is none yet.
  }
  return createWriteStream(path, { flags: 'a', mode: 0o600 }).on('error', () => {});
}
