/** Cartridges for specs: whole ones packed by yazl, and hostile ones put together byte by byte. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import yazl from 'yazl';
import type { CartridgeCourse, CartridgeVersion } from './cartridge-course.js';
import type { CartridgeFile } from './kept-files.js';
import { type ReadingOptions, readCartridge } from './read-cartridge.js';

export type Files = Record<string, string | Buffer>;

export async function packed(files: Files): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  for (const [path, content] of Object.entries(files)) zip.addBuffer(Buffer.from(content), path);
  zip.end();
  return buffer(zip.outputStream);
}

export interface Read extends CartridgeCourse {
  kept: (CartridgeFile & { fileId: string; content: Buffer })[];
}

/** Writes a cartridge to the disk and reads it; keeps its files in memory as `file-1`, `file-2` … */
export async function read(cartridge: Buffer | Files, options: Partial<ReadingOptions> = {}): Promise<Read> {
  const folder = mkdtempSync(join(tmpdir(), 'cartridge-'));
  const path = join(folder, randomUUID());
  writeFileSync(path, Buffer.isBuffer(cartridge) ? cartridge : await packed(cartridge));
  const kept: Read['kept'] = [];
  try {
    const course = await readCartridge(path, {
      keep: async (stream, file) => {
        const fileId = `file-${kept.length + 1}`;
        kept.push({ ...file, fileId, content: await buffer(stream) });
        return fileId;
      },
      ...options,
    });
    return { ...course, kept };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The code of the problem that a cartridge meets, with nothing kept; `null` where it comes in. */
export async function problemOf(
  cartridge: Buffer | Files,
  limits: ReadingOptions['limits'] = {},
): Promise<string | null> {
  let kept = 0;
  const keep: ReadingOptions['keep'] = async () => String((kept += 1));
  try {
    await read(cartridge, { keep, limits });
    return null;
  } catch (error) {
    if (kept > 0) throw new Error('files were kept', { cause: error });
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

const namespaces: Record<CartridgeVersion, string> = {
  '1.0': 'http://www.imsglobal.org/xsd/imscc/imscp_v1p1',
  '1.1': 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
  '1.2': 'http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1',
  '1.3': 'http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1',
};

export interface ManifestParts {
  version?: CartridgeVersion;
  schema?: string;
  /** Inside of `lom/general`, with the prefix `lomimscc`. */
  general?: string;
  /** Inside of the root item. */
  items?: string;
  resources?: string;
}

export function manifest({ version = '1.1', schema, general, items = '', resources = '' }: ManifestParts = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="m" xmlns="${namespaces[version]}" xmlns:lomimscc="http://ltsc.ieee.org/xsd/imscc/LOM/manifest">
  <metadata>
    <schema>${schema ?? 'IMS Common Cartridge'}</schema><schemaversion>${version}.0</schemaversion>
    <lomimscc:lom><lomimscc:general>${
      general ?? '<lomimscc:title><lomimscc:string language="de-DE">Feedback geben</lomimscc:string></lomimscc:title>'
    }</lomimscc:general></lomimscc:lom>
  </metadata>
  <organizations><organization identifier="o" structure="rooted-hierarchy">
    <item identifier="root">${items}</item>
  </organization></organizations>
  <resources>${resources}</resources>
</manifest>`;
}

/** A module `m1` with an item for each of the resources, which are named `r1`, `r2` …, in order. */
export function course(resources: string[], files: Files = {}, parts: ManifestParts = {}): Files {
  const items = resources.map((_, i) => `<item identifier="i${i + 1}" identifierref="r${i + 1}"><title>Item ${i + 1}</title></item>`); // prettier-ignore
  const numbered = resources.map((resource, i) => resource.replace('<resource', `<resource identifier="r${i + 1}"`));
  return {
    'imsmanifest.xml': manifest({
      items: `<item identifier="m1"><title>Module</title>${items.join('')}</item>`,
      resources: numbered.join(''),
      ...parts,
    }),
    ...files,
  };
}

export const webContent = (href: string): string =>
  `<resource type="webcontent" href="${href}"><file href="${href}"/></resource>`;

/** An entry of a zip as someone might forge it; sizes and so on are true unless given. */
export interface ForgedEntry {
  name: string | Buffer;
  content?: Buffer;
  bytes?: number;
  packedBytes?: number;
  flags?: number;
  method?: number;
  attributes?: number;
  checksum?: number;
  /** Where it says it begins. */
  offset?: number;
}

export function forged(entries: ForgedEntry[], entryCount = entries.length): Buffer {
  const bodies: Buffer[] = [];
  const table: Buffer[] = [];
  let position = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = entry.content ?? Buffer.alloc(0);
    const method = entry.method ?? 8;
    const data = method === 8 ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(entry.flags ?? 0x800, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(entry.checksum ?? crc32(content), 10);
    fields.writeUInt32LE(entry.packedBytes ?? data.length, 14);
    fields.writeUInt32LE(entry.bytes ?? content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(entry.attributes ?? 0, 6);
    rest.writeUInt32LE(entry.offset ?? position, 10);
    table.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, rest, name);
    bodies.push(body);
    position += body.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(Buffer.concat(table).length, 12);
  end.writeUInt32LE(position, 16);
  return Buffer.concat([...bodies, ...table, end]);
}
