const KB = 1024;
const MB = 1024 * KB;

/** How much of a cartridge is read before it is refused. */
export interface Limits {
  /** Entries of the archive, folders included. */
  entries: number;
  /** Bytes of all entries together, unpacked. */
  unpackedBytes: number;
  /** How many times its packed size a cartridge may unpack to, from `ratioFromBytes` unpacked bytes on. */
  ratio: number;
  ratioFromBytes: number;
  manifestBytes: number;
  /** One XML file other than the manifest: a link, a discussion, a quiz. */
  xmlBytes: number;
  /** One page as it lies in the archive. */
  pageBytes: number;
  /** One page without its inlined images. */
  pageTextBytes: number;
  /** All XML and pages that items read, and the pages made of them, counted for each item that uses them. */
  textBytes: number;
  /** Items of the manifest. */
  items: number;
}

/** Room for the largest real courses; parsing one document at its limit takes about a second. */
export const usualLimits: Limits = {
  entries: 20_000,
  unpackedBytes: 2 * 1024 * MB,
  ratio: 100,
  ratioFromBytes: 64 * MB,
  manifestBytes: 5 * MB,
  xmlBytes: 2 * MB,
  pageBytes: 8 * MB,
  pageTextBytes: 512 * KB,
  textBytes: 100 * MB,
  items: 5_000,
};
