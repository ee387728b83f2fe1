import { damaged } from './unreadable.js';

const startOfScan = 0xda;
const endOfImage = 0xd9;
/** JFIF, colour profile and Adobe's colour transform: what an image needs to look the same. */
const isNeeded = (marker: number, content: Buffer): boolean =>
  marker === 0xe0 || marker === 0xee || (marker === 0xe2 && content.toString('latin1', 0, 11) === 'ICC_PROFILE');

/** A JPEG without what cameras and programs note in it; which way is up is kept. */
export function cleanJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)];
  let position = 2;
  let orientation = 0;
  while (position < bytes.length) {
    if (bytes[position] !== 0xff) throw damaged('no marker where one should be');
    const marker = bytes[position + 1] ?? 0;
    if (marker === 0xff) {
      position += 1;
      continue;
    }
    if (marker === endOfImage) {
      kept.push(bytes.subarray(position, position + 2));
      break;
    }
    if (position + 4 > bytes.length) throw damaged('cut off');
    const end = position + 2 + bytes.readUInt16BE(position + 2);
    const content = bytes.subarray(position + 4, end);
    const isNote = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (marker === 0xe1) orientation ||= orientationOf(content);
    if (!isNote || isNeeded(marker, content)) kept.push(bytes.subarray(position, end));
    position = end;
    if (marker !== startOfScan) continue;
    const scanEnd = endOfScan(bytes, position);
    kept.push(bytes.subarray(position, scanEnd));
    position = scanEnd;
  }
  if (orientation > 1) kept.splice(1, 0, orientationOnly(orientation));
  return Buffer.concat(kept);
}

/** The next marker after the pixels: neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/** The orientation that EXIF tells; 0 where it tells none. */
function orientationOf(content: Buffer): number {
  if (content.toString('latin1', 0, 6) !== 'Exif\0\0' || content.length < 16) return 0;
  const tiff = content.subarray(6);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let index = 0; index < short(start); index += 1) {
    const row = start + 2 + index * 12;
    if (row + 12 > tiff.length) return 0;
    if (short(row) === 0x0112) return short(row + 8) <= 8 ? short(row + 8) : 0;
  }
  return 0;
}

/** A segment that says which way is up, and nothing else. */
function orientationOnly(orientation: number): Buffer {
  const tiff = Buffer.from(
    '4949 2a00 0800 0000 0100 1201 0300 0100 0000 0000 0000 0000 0000'.replaceAll(' ', ''),
    'hex',
  );
  tiff.writeUInt16LE(orientation, 18);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
