import { type ByteSink, type ByteSource, ofBuffer } from './bytes.js';
import { cleanContent, isCompound, isZip, largestContent, mayHoldNames } from './content.js';
import { tooLarge } from './unreadable.js';
import { readTable, unpack, type ZipBudget, type ZipEntry } from './zip-table.js';
import { ZipWriter } from './zip-writer.js';

/** Archives in archives in an archive are taken, and no more. */
const deepest = 3;
const isArchive = (path: string): boolean =>
  /\.(zip|jar|epub|docx|docm|dotx|xlsx|xlsm|xltx|pptx|pptm|potx|ppsx|odt|ods|odp|odg|ott|ots|otp)$/i.test(path);

/** What Macs put beside files, and signatures, which name who signed and no longer hold. */
const isLeftOut = (path: string): boolean =>
  /^(__MACOSX|_xmlsignatures)\/|(^|\/)(\.DS_Store|META-INF\/documentsignatures\.xml)$/i.test(path);

/**
 * Looks through a zip and the archives in it; with a sink it is written anew, without the names in it.
 * @throws {Unreadable}
 */
export async function walkArchive(source: ByteSource, budget: ZipBudget, sink?: ByteSink, depth = 1): Promise<void> {
  if (depth > deepest) throw tooLarge('archives in archives');
  const entries = await readTable(source, budget);
  const writer = sink && new ZipWriter(sink);
  for (const entry of entries) {
    if (isArchive(entry.name)) {
      const cleaned = await walkNested(source, entry, budget, { depth, isCleaned: writer !== undefined });
      if (cleaned) await writer?.replace(entry, cleaned);
      else await writer?.copy(source, entry);
      continue;
    }
    if (!writer || isLeftOut(entry.name)) continue;
    const cleaned = mayHoldNames(entry.name) ? await cleanEntry(source, entry) : null;
    if (cleaned) await writer.replace(entry, cleaned);
    else await writer.copy(source, entry);
  }
  await writer?.end();
}

/** An archive within, cleaned where it shall be; `null`: it is as it was. */
async function walkNested(
  source: ByteSource,
  entry: ZipEntry,
  budget: ZipBudget,
  { depth, isCleaned }: { depth: number; isCleaned: boolean },
): Promise<Buffer | null> {
  if (entry.bytes > largestContent) throw tooLarge('a large archive in an archive');
  const bytes = await unpack(source, entry);
  if (!isZip(bytes)) return isCleaned && isCompound(bytes) ? cleanContent(bytes, entry.name) : null;
  const chunks: Buffer[] = [];
  const sink = async (chunk: Buffer): Promise<void> => void chunks.push(chunk);
  await walkArchive(ofBuffer(bytes), budget, isCleaned ? sink : undefined, depth + 1);
  return isCleaned ? Buffer.concat(chunks) : null;
}

async function cleanEntry(source: ByteSource, entry: ZipEntry): Promise<Buffer | null> {
  if (entry.bytes > largestContent) throw tooLarge('a large part');
  const bytes = await unpack(source, entry);
  const cleaned = await cleanContent(withoutSignatureParts(bytes, entry.name), entry.name);
  return cleaned.equals(bytes) ? null : cleaned;
}

/** Nothing refers to the signatures that are left out. */
function withoutSignatureParts(bytes: Buffer, path: string): Buffer {
  if (!/^(_rels\/\.rels|\[Content_Types\]\.xml)$/i.test(path) || !bytes.includes('_xmlsignatures')) return bytes;
  return Buffer.from(bytes.toString('latin1').replace(/<(?:Override|Relationship)\s[^>]*_xmlsignatures[^>]*\/>/g, ''), 'latin1'); // prettier-ignore
}
