/** Why a file is not taken: what the person is told of it is the problem of that name. */
export class Unreadable extends Error {
  override name = 'Unreadable';

  constructor(
    readonly code: 'file-unreadable' | 'file-unpacks-too-large',
    reason: string,
  ) {
    super(reason);
  }
}

export const damaged = (reason: string): Unreadable => new Unreadable('file-unreadable', reason);
export const tooLarge = (reason: string): Unreadable => new Unreadable('file-unpacks-too-large', reason);
