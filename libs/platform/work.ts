import type { FactName, Facts, JobName } from '@kohorte/contracts';
import { reactionsTo } from '@kohorte/contracts';
import type { ClientBase } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from './clock.js';
import { runStatement } from './database.js';
import type { Ids } from './ids.js';

/** One decision in one transaction: load, decide, save, record. */
export interface Unit {
  manager: EntityManager;
  /** The instant of this decision, for everything written by it. */
  now: Date;
  ids: Ids;
  /**
   * Runs one statement in the transaction and gives its rows (also for `update … returning`). Statements are prepared
   * once per connection, but for those that carry long lists.
   */
  query: <R>(text: string, values?: unknown[]) => Promise<R[]>;
  /**
   * Records that something has happened. It becomes jobs if, and only if, the transaction commits.
   * @throws if the payload is larger than ids can be
   */
  record: <F extends FactName>(fact: F, payload: Facts[F]) => void;
}

/** The channel on which a relay is woken when facts were recorded. */
export const factsChannel = 'kohorte_facts';

/** The largest payload of a fact, in bytes of JSON. */
const largestPayload = 4_096;

interface Recorded {
  id: string;
  name: FactName;
  payload: string;
  jobs: readonly JobName[];
}

/** The statement that writes a decision's facts, while it is under way. */
interface Facted {
  written: Promise<void> | null;
}

/** The only door to writing: whatever changes something does it inside `run`. */
export class Work {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly how: { prepares: boolean },
  ) {}

  /**
   * Runs `decide` in one transaction, with its facts. After a deadlock or a serialisation failure it is run
   * again from the start, so it must not touch anything outside the transaction.
   * @param by the person on whose behalf, for the trail; `null` for the product itself
   */
  async run<T>(decide: (unit: Unit) => Promise<T>, by: string | null = null): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const facts: Facted = { written: null };
        const result = await this.source.transaction((manager) => this.decideOn(manager, decide, by, facts));
        await facts.written;
        return result;
      } catch (error) {
        if (attempt >= 4 || !isTransient(error)) throw error;
      }
    }
  }

  private async decideOn<T>(
    manager: EntityManager,
    decide: (unit: Unit) => Promise<T>,
    by: string | null,
    facts: Facted,
  ): Promise<T> {
    const recorded: Recorded[] = [];
    const client = (await manager.queryRunner!.connect()) as ClientBase;
    const now = this.clock.now();
    const result = await decide({
      manager,
      now,
      ids: this.ids,
      query: (text, values) => runStatement(client, text, values, this.how.prepares),
      record: (name, payload) => {
        recorded.push({ id: this.ids.next(), name, payload: asJson(name, payload), jobs: reactionsTo(name) });
      },
    });
    if (recorded.length > 0) {
      facts.written = write(client, recorded, now, by);
      // Heard when the transaction is over: the commit is sent right behind, and undoes all where this fails.
      facts.written.catch(() => undefined);
    }
    return result;
  }
}

function asJson(name: FactName, payload: unknown): string {
  const json = JSON.stringify(payload);
  const bytes = Buffer.byteLength(json);
  if (bytes > largestPayload)
    throw new Error(
      `The fact "${name}" carries ${bytes} bytes; ${largestPayload} are allowed. Record ids, not things.`,
    );
  return json;
}

async function write(client: ClientBase, recorded: Recorded[], now: Date, by: string | null): Promise<void> {
  const [first, ...others] = recorded;
  if (first && others.length === 0)
    return void (await runStatement(client, oneFact(first), [first.id, first.payload, now, by]));
  const caused = recorded.flatMap(({ id, jobs }) => jobs.map((job) => ({ id, job })));
  await runStatement(client, manyFacts, [
    recorded.map(({ id }) => id),
    recorded.map(({ name }) => name),
    recorded.map(({ payload }) => payload),
    now,
    by,
    caused.map(({ id }) => id),
    caused.map(({ job }) => job),
  ]);
}

const oneFacts = new Map<FactName, string>();

/** The statement for a decision with one fact, as nearly all are: what follows from its name stands in it. */
function oneFact({ name, jobs }: Recorded): string {
  const known = oneFacts.get(name);
  if (known) return known;
  const fact = `insert into fact (id, name, payload, recorded_at, actor_id) values ($1, '${name}', $2, $3, $4)`;
  const caused = jobs.map((job) => `($1, '${job}', $3)`).join(', ');
  const text = caused
    ? `with recorded as (${fact}), caused as (insert into reaction (fact_id, job, due_at) values ${caused})
       select pg_notify('${factsChannel}', '')`
    : fact;
  oneFacts.set(name, text);
  return text;
}

/** The relay is woken only if there is something for it to do: Postgres commits those who notify one by one. */
const manyFacts = `
  with recorded as (
    insert into fact (id, name, payload, recorded_at, actor_id)
    select id, name, payload, $4, $5 from unnest($1::uuid[], $2::text[], $3::jsonb[]) as f (id, name, payload)
  ), caused as (
    insert into reaction (fact_id, job, due_at)
    select id, job, $4 from unnest($6::uuid[], $7::text[]) as r (id, job)
  )
  select pg_notify('${factsChannel}', '') where cardinality($6::uuid[]) > 0`;

/** Deadlock and serialisation failure: what was decided was right, only the moment was not. */
function isTransient(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code;
  return code === '40P01' || code === '40001';
}
