/** How far somebody has heard: everything written by transactions before `tx`, as of an instant. */
export class LivePosition {
  constructor(
    readonly tx: number,
    readonly at: Date,
  ) {}

  /** Reads what `toString` wrote; `null` where it is nothing of the kind. */
  static read(text: string): LivePosition | null {
    const parts = /^(\d{1,15})\.([0-9a-z]{1,9})$/.exec(text);
    return parts && new LivePosition(Number(parts[1]), new Date(Number.parseInt(parts[2]!, 36)));
  }

  toString(): string {
    return `${this.tx}.${this.at.getTime().toString(36)}`;
  }
}
