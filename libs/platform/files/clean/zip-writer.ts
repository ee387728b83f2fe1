import { promisify } from 'node:util';
import { crc32, deflateRaw } from 'node:zlib';
import type { ByteSink, ByteSource } from './bytes.js';
import { startOf, type ZipEntry } from './zip-table.js';

const deflate = promisify(deflateRaw);
const chunkBytes = 1024 * 1024;
/** 1 January 1980: when something was written is nobody's business. */
const noDate = 0x0021_0000;

/** Writes a zip anew: entries as they were or changed, and nothing else of the old one: no comments, extras or dates. */
export class ZipWriter {
  private position = 0;
  private count = 0;
  private readonly table: Buffer[] = [];

  constructor(private readonly sink: ByteSink) {}

  /** An entry as it is, without unpacking it. */
  async copy(source: ByteSource, entry: ZipEntry): Promise<void> {
    await this.begin(entry);
    const start = await startOf(source, entry);
    for (let done = 0; done < entry.packedBytes; done += chunkBytes)
      await this.write(await source.read(start + done, Math.min(chunkBytes, entry.packedBytes - done)));
  }

  /** An entry with other content. */
  async replace(entry: ZipEntry, content: Buffer): Promise<void> {
    const packed = entry.isDeflated ? ((await deflate(content)) as Buffer) : content;
    await this.begin({ ...entry, bytes: content.length, packedBytes: packed.length, checksum: crc32(content) });
    await this.write(packed);
  }

  async end(): Promise<void> {
    const [start, bytes] = [this.position, this.table.reduce((sum, { length }) => sum + length, 0)];
    for (const row of this.table) await this.write(row);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(this.count, 8);
    end.writeUInt16LE(this.count, 10);
    end.writeUInt32LE(bytes, 12);
    end.writeUInt32LE(start, 16);
    await this.write(end);
  }

  private async begin(entry: ZipEntry): Promise<void> {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(entry.isUtf8 ? 0x800 : 0, 2);
    common.writeUInt16LE(entry.isDeflated ? 8 : 0, 4);
    common.writeUInt32LE(noDate, 6);
    common.writeUInt32LE(entry.checksum, 10);
    common.writeUInt32LE(entry.packedBytes, 14);
    common.writeUInt32LE(entry.bytes, 18);
    common.writeUInt16LE(entry.rawName.length, 22);
    const row = Buffer.alloc(20);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(20, 4);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(entry.attributes, 6);
    rest.writeUInt32LE(this.position, 10);
    this.table.push(Buffer.concat([row.subarray(0, 6), common, rest, entry.rawName]));
    this.count += 1;
    const signature = Buffer.from('PK\x03\x04', 'latin1');
    await this.write(Buffer.concat([signature, common, entry.rawName]));
  }

  private async write(bytes: Buffer): Promise<void> {
    this.position += bytes.length;
    await this.sink(bytes);
  }
}
