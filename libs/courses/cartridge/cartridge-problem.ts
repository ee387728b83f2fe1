import type { ProblemCode } from '@kohorte/contracts';

/** What can be wrong with a cartridge as a whole; each is a problem that the API can answer with. */
export type CartridgeProblemCode = Extract<
  ProblemCode,
  | 'file-not-a-zip'
  | 'not-a-cartridge'
  | 'cartridge-broken'
  | 'cartridge-too-large'
  | 'cartridge-too-many-entries'
  | 'cartridge-unsafe-path'
  | 'cartridge-encrypted'
  | 'cartridge-xml-unsafe'
>;

/** The file itself is at fault, not we: it is refused as a whole, and reading it again will not help. */
export class CartridgeProblem extends Error {
  override name = 'CartridgeProblem';

  /** @param detail what was seen, for the log */
  constructor(
    readonly code: CartridgeProblemCode,
    detail?: string,
  ) {
    super(detail ? `${code}: ${detail}` : code);
  }
}
