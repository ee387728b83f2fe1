import type { BodyOf, EndpointKey, ParamsOf, ProblemView, QueryOf, ReplyOf } from '@kohorte/contracts';
import { endpoints, type Endpoint } from '@kohorte/contracts';
import type { IncomingMessage, Server } from 'node:http';
import request, { type Response, type Test } from 'supertest';

/** What a call is made with; parts that the endpoint does not take can be left out. */
export interface Given<K extends EndpointKey> {
  params?: ParamsOf<K>;
  query?: Partial<QueryOf<K>>;
  body?: BodyOf<K>;
  file?: { name: string; content: Buffer };
  headers?: Record<string, string>;
}

/** A person at a browser: calls endpoints by contract, with the cookie of their session. */
export class Agent {
  cookie: string | null = null;

  constructor(
    private readonly server: Server,
    readonly language: 'de' | 'en' = 'de',
  ) {}

  /** Calls and expects success; fails with the problem otherwise. */
  async does<K extends EndpointKey>(key: K, given: Given<K> = {}): Promise<ReplyOf<K>> {
    const response = await this.calls(key, given);
    if (response.status >= 400) throw new Error(`${key} answered ${response.status}: ${response.text}`);
    return response.body as ReplyOf<K>;
  }

  /** Calls and expects a problem. */
  async fails<K extends EndpointKey>(key: K, given: Given<K> | { body: unknown } = {}): Promise<ProblemView> {
    const response = await this.calls(key, given as Given<K>);
    if (response.status < 400) throw new Error(`${key} was expected to fail but answered ${response.status}`);
    return response.body as ProblemView;
  }

  /** Calls, whatever comes of it. */
  async calls<K extends EndpointKey>(key: K, given: Given<K> = {}): Promise<Response> {
    const [verb, path] = key.split(' ') as [string, string];
    const address = `/api${path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((given.params as Record<string, string> | undefined)?.[name] ?? 'missing')),
    )}`;
    const call = request(this.server)[verb.toLowerCase() as 'get'](address) as Test;
    call.set('accept-language', this.language);
    if (this.cookie) call.set('cookie', this.cookie);
    for (const [name, value] of Object.entries(given.headers ?? {})) call.set(name, value);
    if (given.query) call.query(given.query);
    const declared: Endpoint | undefined = endpoints[key];
    if (given.file) call.attach('file', given.file.content, given.file.name);
    else if (declared?.body) call.send((given.body ?? {}) as object);
    // A stream does not end by itself: what it begins with is enough.
    if (declared?.produces === 'text/event-stream')
      call.buffer(true).parse((reply, done) => {
        const stream = reply as unknown as IncomingMessage;
        const isStream = stream.headers['content-type']?.startsWith('text/event-stream');
        const end = (): void => {
          done(null, isStream ? undefined : (JSON.parse(said) as unknown));
          stream.destroy();
        };
        let said = '';
        stream.on('data', (chunk: Buffer) => {
          said += chunk.toString();
          if (isStream) end();
        });
        stream.on('end', end);
      });
    const response = await call;
    this.keepCookie(response);
    return response;
  }

  private keepCookie(response: Response): void {
    const set = ([] as string[])
      .concat(response.headers['set-cookie'] ?? [])
      .find((c) => c.startsWith('kohorte_session='));
    if (!set) return;
    const [pair] = set.split(';') as [string];
    this.cookie = pair.endsWith('=') ? null : pair;
  }
}
