/**
 * Lets those who want the same thing wait for each other within this process, so that they do not sit on connections to
 * Postgres meanwhile, which others need. What they do must be safe without this: there are other processes.
 */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>();

  async run<T>(key: string, body: () => Promise<T>): Promise<T> {
    const own = (this.last.get(key) ?? Promise.resolve()).then(body);
    const settled = own.catch(() => {});
    this.last.set(key, settled);
    try {
      return await own;
    } finally {
      if (this.last.get(key) === settled) this.last.delete(key);
    }
  }
}
