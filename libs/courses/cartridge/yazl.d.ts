/** The part of yazl that specs use; it brings no types of its own. */
declare module 'yazl' {
  class ZipFile {
    readonly outputStream: import('node:stream').Readable;
    addBuffer(bytes: Buffer, path: string, options?: { compress?: boolean; mode?: number }): void;
    end(): void;
  }
  const yazl: { ZipFile: typeof ZipFile };
  export default yazl;
}
