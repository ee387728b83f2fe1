/** A seeded row of chance (sfc32): the same seed gives the same numbers, on every machine. */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private counter = 1;

  constructor(seed: number) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 0x1_0000_0000) | 0;
    this.c = 0x9e37_79b9;
    // Seeds that are near each other must not begin alike.
    for (let i = 0; i < 15; i++) this.bits();
  }

  /** 32 bits, as a signed whole number. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum;
  }

  /** A whole number from 0 to `below` - 1; `below` is at most 65,536. */
  below(below: number): number {
    return ((this.bits() >>> 16) * below) >>> 16;
  }
}
