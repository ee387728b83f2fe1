import type { FileHandle } from 'node:fs/promises';

/** Bytes that are read in any order: of a file, or in memory. */
export interface ByteSource {
  size: number;
  read(position: number, length: number): Promise<Buffer>;
}

/** Where bytes go, one after the other. */
export type ByteSink = (bytes: Buffer) => Promise<void>;

export async function ofFile(handle: FileHandle): Promise<ByteSource> {
  const { size } = await handle.stat();
  return {
    size,
    read: async (position, length) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
      return buffer.subarray(0, bytesRead);
    },
  };
}

export function ofBuffer(bytes: Buffer): ByteSource {
  return { size: bytes.length, read: async (position, length) => bytes.subarray(position, position + length) };
}
