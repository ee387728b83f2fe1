import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import yauzl from 'yauzl';
import type { ByteSource } from './bytes.js';
import { damaged, tooLarge, Unreadable } from './unreadable.js';

const inflate = promisify(inflateRaw);

/** One entry of a zip, as its table of contents tells. */
export interface ZipEntry {
  rawName: Buffer;
  name: string;
  isUtf8: boolean;
  isDeflated: boolean;
  checksum: number;
  packedBytes: number;
  bytes: number;
  offset: number;
  attributes: number;
}

/** What may still be unpacked, over an archive and all archives in it. */
export interface ZipBudget {
  entries: number;
  bytes: number;
}

export const usualBudget = (): ZipBudget => ({ entries: 10_000, bytes: 1024 ** 3 });

/** Unpacked so many times its size is a bomb, from so many bytes on. */
const mostRatio = 200;
const ratioFrom = 5 * 1024 ** 2;

/**
 * The table of contents of a zip, in its order; takes what it says from the budget before anything is unpacked.
 * @throws {Unreadable}
 */
export async function readTable(source: ByteSource, budget: ZipBudget): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    const options = { lazyEntries: true, decodeStrings: false, validateEntrySizes: false, autoClose: false };
    const zip = await yauzl.fromRandomAccessReaderPromise(new SourceReader(source), source.size, options);
    budget.entries -= zip.entryCount;
    if (budget.entries < 0) throw tooLarge('too many entries');
    for await (const entry of zip.eachEntry()) entries.push(checked(entry, source));
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged(String(error));
  }
  const unpacked = entries.reduce((sum, { bytes }) => sum + bytes, 0);
  budget.bytes -= unpacked;
  if (budget.bytes < 0 || (unpacked > ratioFrom && unpacked > mostRatio * source.size)) throw tooLarge('a bomb');
  return entries;
}

function checked(entry: yauzl.Entry, source: ByteSource): ZipEntry {
  if (entry.isEncrypted()) throw damaged('encrypted');
  if (!entry.canDecodeFileData()) throw damaged('packed in an unknown way');
  const { compressedSize, uncompressedSize, compressionMethod, relativeOffsetOfLocalHeader: offset } = entry;
  if (offset + 30 + compressedSize > source.size) throw damaged('an entry reaches beyond the end');
  if (compressionMethod === 0 && compressedSize !== uncompressedSize) throw damaged('two sizes');
  const rawName = entry.fileName as unknown as Buffer;
  return {
    rawName,
    name: rawName.toString(),
    isUtf8: (entry.generalPurposeBitFlag & 0x800) !== 0,
    isDeflated: compressionMethod === 8,
    checksum: entry.crc32,
    packedBytes: compressedSize,
    bytes: uncompressedSize,
    offset,
    attributes: entry.externalFileAttributes,
  };
}

/** Where the packed bytes of an entry begin: behind a header of its own, whose length only that header tells. */
export async function startOf(source: ByteSource, { offset }: ZipEntry): Promise<number> {
  const header = await source.read(offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw damaged('an entry is not where it should be');
  return offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** An entry unpacked, which is never larger than its table has told. */
export async function unpack(source: ByteSource, entry: ZipEntry): Promise<Buffer> {
  const packed = await source.read(await startOf(source, entry), entry.packedBytes);
  if (packed.length < entry.packedBytes) throw damaged('cut off');
  if (!entry.isDeflated) return packed;
  try {
    const plain = (await inflate(packed, { maxOutputLength: entry.bytes + 1 })) as Buffer;
    if (plain.length !== entry.bytes) throw damaged('not the size that was told');
    return plain;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const isLarger = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw isLarger ? tooLarge('larger than told') : damaged(String(error));
  }
}

class SourceReader extends yauzl.RandomAccessReader {
  constructor(private readonly source: ByteSource) {
    super();
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    // Never asks for an impossible place: a table can tell any.
    const isInside = position >= 0 && position + length <= this.source.size;
    const reading = isInside ? this.source.read(position, length) : Promise.resolve(Buffer.alloc(0));
    reading.then(
      (bytes) => setImmediate(callback, null, bytes.copy(buffer, offset)),
      (error: Error) => setImmediate(callback, error),
    );
  }

  override close(callback: (error: Error | null) => void): void {
    setImmediate(callback, null);
  }
}
