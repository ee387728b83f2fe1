import type { FileHandle } from 'node:fs/promises';
import yauzl from 'yauzl';
import { CartridgeProblem } from './cartridge-problem.js';
import { entryPath } from './entry-path.js';
import type { Limits } from './limits.js';

/** One file of a zip, as its table of contents tells. */
export interface ArchiveEntry {
  path: string;
  /** Unpacked. */
  bytes: number;
  packedBytes: number;
  isDeflated: boolean;
  /** CRC-32 of the unpacked bytes. */
  checksum: number;
  /** Where in the zip it begins. */
  offset: number;
}

/**
 * Reads and checks the table of contents of a zip; folders are left out.
 * @throws {CartridgeProblem}
 */
export async function readEntries(handle: FileHandle, limits: Limits): Promise<ArchiveEntry[]> {
  const { size } = await handle.stat();
  const zip = await openZip(handle, size);
  if (zip.entryCount > limits.entries) throw new CartridgeProblem('cartridge-too-many-entries');

  const entries: ArchiveEntry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      checkEntry(entry, size);
      const path = entryPath(entry);
      if (path !== null) entries.push({ path, ...measuresOf(entry) });
    }
  } catch (error) {
    throw asProblem(error);
  }
  checkTogether(entries, size, limits);
  return entries;
}

async function openZip(handle: FileHandle, size: number): Promise<yauzl.ZipFile> {
  const { buffer: start } = await handle.read(Buffer.alloc(4), 0, 4, 0);
  const looksLikeZip = start.toString('latin1', 0, 2) === 'PK';
  const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false };
  try {
    return await yauzl.fromRandomAccessReaderPromise(new BoundedReader(handle, size), size, options);
  } catch (error) {
    // A zip that was cut off has lost its table, which stands at the end.
    throw looksLikeZip ? asProblem(error) : new CartridgeProblem('file-not-a-zip');
  }
}

function checkEntry(entry: yauzl.Entry, size: number): void {
  if (entry.isEncrypted()) throw new CartridgeProblem('cartridge-encrypted');
  if (!entry.canDecodeFileData()) throw new CartridgeProblem('cartridge-broken', 'unknown compression');
  if (entry.relativeOffsetOfLocalHeader + 30 + entry.compressedSize > size) {
    throw new CartridgeProblem('cartridge-broken', 'an entry reaches beyond the end');
  }
  if (entry.compressionMethod === 0 && entry.compressedSize !== entry.uncompressedSize) {
    throw new CartridgeProblem('cartridge-broken', 'a stored entry tells two sizes');
  }
}

function measuresOf(entry: yauzl.Entry): Omit<ArchiveEntry, 'path'> {
  return {
    bytes: entry.uncompressedSize,
    packedBytes: entry.compressedSize,
    isDeflated: entry.compressionMethod === 8,
    checksum: entry.crc32,
    offset: entry.relativeOffsetOfLocalHeader,
  };
}

function checkTogether(entries: ArchiveEntry[], size: number, limits: Limits): void {
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  const isBomb = unpacked > limits.ratioFromBytes && unpacked > limits.ratio * size;
  if (unpacked > limits.unpackedBytes || isBomb) throw new CartridgeProblem('cartridge-too-large');

  // Two files of one path: which one is meant depends on who looks, and that is how checks are fooled.
  if (new Set(entries.map(({ path }) => path)).size < entries.length) {
    throw new CartridgeProblem('cartridge-broken', 'two entries of one path');
  }
  // Entries that share their bytes are how a small zip holds petabytes.
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  for (const [index, { offset, packedBytes }] of inOrder.entries()) {
    const next = inOrder[index + 1];
    if (next && offset + 30 + packedBytes > next.offset) {
      throw new CartridgeProblem('cartridge-broken', 'overlapping entries');
    }
  }
}

function asProblem(error: unknown): unknown {
  if (error instanceof CartridgeProblem || !(error instanceof Error) || 'syscall' in error) return error;
  const code = /encryption/i.test(error.message) ? 'cartridge-encrypted' : 'cartridge-broken';
  return new CartridgeProblem(code, error.message);
}

/** Never asks the file system for an impossible place: yauzl's own reader lets that throw where nobody can catch it. */
class BoundedReader extends yauzl.RandomAccessReader {
  constructor(
    private readonly handle: FileHandle,
    private readonly size: number,
  ) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    const isInside = position >= 0 && position + length <= this.size;
    const reading = isInside
      ? this.handle.read(buffer, offset, length, position).then(({ bytesRead }) => bytesRead)
      : Promise.resolve(0);
    reading.then(
      (bytesRead) => setImmediate(callback, null, bytesRead),
      (error: Error) => setImmediate(callback, error),
    );
  }

  /** The handle belongs to whoever opened it. */
  override close(callback: (error: Error | null) => void): void {
    setImmediate(callback, null);
  }
}
