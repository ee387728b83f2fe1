import { damaged } from './unreadable.js';

/** Chunks of a PNG that its looks depend on; text, time and EXIF are not among them. */
const pngNeeds = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT acTL fcTL fdAT cICP'.split(' '),
);

export function cleanPng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, 8)];
  for (let position = 8; position < bytes.length;) {
    if (position + 12 > bytes.length) throw damaged('cut off');
    const end = position + 12 + bytes.readUInt32BE(position);
    const type = bytes.toString('latin1', position + 4, position + 8);
    if (end > bytes.length) throw damaged('cut off');
    if (pngNeeds.has(type)) kept.push(bytes.subarray(position, end));
    // What stands behind the end is not of the image.
    if (type === 'IEND') break;
    position = end;
  }
  return Buffer.concat(kept);
}

const webpNeeds = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

export function cleanWebp(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let position = 12; position + 8 <= bytes.length;) {
    const type = bytes.toString('latin1', position, position + 4);
    const size = bytes.readUInt32LE(position + 4);
    const end = position + 8 + size + (size % 2);
    if (end > bytes.length + 1) throw damaged('cut off');
    if (webpNeeds.has(type)) {
      const chunk = Buffer.from(bytes.subarray(position, end));
      // It no longer says that there is EXIF or XMP.
      if (type === 'VP8X' && chunk.length > 8) chunk[8]! &= ~0x0c;
      kept.push(chunk);
    }
    position = end;
  }
  const content = Buffer.concat(kept);
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}

export function cleanGif(bytes: Buffer): Buffer {
  const tableBytes = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let position = 13 + tableBytes(bytes[10] ?? 0);
  const kept = [bytes.subarray(0, position)];
  while (position < bytes.length) {
    const start = position;
    const kind = bytes[position];
    if (kind === 0x3b) {
      kept.push(bytes.subarray(position, position + 1));
      break;
    }
    if (kind === 0x2c) position += 11 + tableBytes(bytes[position + 9] ?? 0);
    else if (kind === 0x21) position += 2;
    else throw damaged('no block where one should be');
    while ((bytes[position] ?? 0) > 0) position += 1 + bytes[position]!;
    position += 1;
    if (position > bytes.length) throw damaged('cut off');
    if (kind === 0x2c || isGifNeeded(bytes.subarray(start, position))) kept.push(bytes.subarray(start, position));
  }
  return Buffer.concat(kept);
}

/** Comments, plain text and XMP are not needed; how frames follow each other is. */
function isGifNeeded(block: Buffer): boolean {
  return (
    block[1] === 0xf9 || (block[1] === 0xff && /^(NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(block.toString('latin1', 3, 14)))
  );
}
