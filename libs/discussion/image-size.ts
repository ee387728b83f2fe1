/** As many pixels as a picture may unfold to in the memory of whoever looks at it. */
export const mostPixels = 50_000_000;

/** As much of a file as is looked through for the size of its picture. */
export const headBytes = 1024 * 1024;

interface Size {
  width: number;
  height: number;
}

/**
 * How large a picture says that it is, read from its head: nothing is unpacked. `null` where it does not say.
 * @param head the first `headBytes` of the file
 */
export function imageSize(mediaType: string, head: Buffer): Size | null {
  try {
    return readers[mediaType]?.(head) ?? null;
  } catch (error) {
    // It ends where its size should stand.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether the size of such a picture can be read, so that one that does not say it is broken. */
export const isMeasured = (mediaType: string): boolean => mediaType in readers;

const readers: Record<string, (head: Buffer) => Size | null> = {
  'image/png': ofPng,
  'image/apng': ofPng,
  'image/jpeg': ofJpeg,
  'image/gif': (head) => ({ width: head.readUInt16LE(6), height: head.readUInt16LE(8) }),
  'image/webp': ofWebp,
  'image/avif': ofBoxes,
};

function ofPng(head: Buffer): Size {
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}

/** From segment to segment up to the frame's header. */
function ofJpeg(head: Buffer): Size | null {
  for (let at = 2; at < head.length;) {
    if (head[at] !== 0xff) return null;
    const marker = head[at + 1]!;
    // Fill bytes, and markers without a length.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: head.readUInt16BE(at + 7), height: head.readUInt16BE(at + 5) };
    else at += 2 + Math.max(head.readUInt16BE(at + 2), 2);
  }
  return null;
}

function ofWebp(head: Buffer): Size | null {
  const kind = head.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ') return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const bits = head.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** The largest of the sizes that the boxes of an AVIF name. */
function ofBoxes(head: Buffer): Size | null {
  let largest: Size | null = null;
  for (let at = head.indexOf('ispe'); at >= 0; at = head.indexOf('ispe', at + 4)) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
    if (!largest || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
