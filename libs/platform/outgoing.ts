import { lookup } from 'node:dns/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.js';

/** Why something could not be read from elsewhere. */
export type OutgoingCode =
  | 'address-not-https'
  | 'address-not-public'
  | 'not-reachable'
  | 'too-many-redirects'
  | 'took-too-long'
  | 'refused'
  | 'too-large'
  | 'unexpected-type';

export class OutgoingProblem extends Error {
  override name = 'OutgoingProblem';

  constructor(readonly code: OutgoingCode) {
    super(code);
  }
}

interface Address {
  address: string;
  family: number;
}

/**
 * How far requests may reach. It is handed to the constructor, and by tests alone: no setting of the environment opens
 * the networks around this machine to the addresses that people enter.
 */
export interface Reach {
  protocols: readonly string[];
  mayReach: (address: string) => boolean;
  resolve: (host: string) => Promise<Address[]>;
  /** For everything: names, redirects, and the answer to its end. */
  milliseconds: number;
}

const publicReach: Reach = {
  protocols: ['https:'],
  mayReach: isPublicAddress,
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  milliseconds: 10_000,
};

interface Wanted {
  /** Media types that are taken, without parameters. */
  types: readonly string[];
  mostBytes: number;
}

/** What is handed over. */
interface Handed {
  body: Buffer;
  headers: Record<string, string>;
}

interface Asked {
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: Buffer;
}

const mostRedirects = 3;

/**
 * Reads what stands at addresses that people have entered, or hands something to them, without becoming their arm into the company's networks:
 * each name is resolved here, its addresses are looked at, and the connection goes to the very address that was looked
 * at, so that a name which changes its mind gains nothing. The same for each redirect. Nothing of ours is sent along.
 */
export class Outgoing {
  constructor(private readonly reach: Reach = publicReach) {}

  /** The text at an address. @throws {OutgoingProblem} */
  async read(address: string, wanted: Wanted): Promise<string> {
    const { signal, stop } = limited(this.reach.milliseconds);
    try {
      return await Promise.race([this.follow(address, wanted, signal), ended(signal)]);
    } catch (error) {
      if (error instanceof OutgoingProblem) throw error;
      throw new OutgoingProblem(signal.aborted ? 'took-too-long' : 'not-reachable');
    } finally {
      stop();
    }
  }

  /**
   * Hands something to an address, follows no redirect, and gives the status of the answer, of which nothing is read.
   * @throws {OutgoingProblem}
   */
  async post(address: string, { body, headers }: Handed): Promise<number> {
    const { signal, stop } = limited(this.reach.milliseconds);
    try {
      const sent: Asked = { method: 'POST', body, headers: { ...headers, 'content-length': String(body.length) } };
      const answer = await Promise.race([this.ask(parsed(address), sent, signal), ended(signal)]);
      answer.destroy();
      return answer.statusCode ?? 0;
    } catch (error) {
      if (error instanceof OutgoingProblem) throw error;
      throw new OutgoingProblem(signal.aborted ? 'took-too-long' : 'not-reachable');
    } finally {
      stop();
    }
  }

  private async follow(address: string, wanted: Wanted, signal: AbortSignal): Promise<string> {
    let url = parsed(address);
    for (let redirects = 0; ; redirects += 1) {
      const headers = { accept: wanted.types.join(', ') };
      const answer = await this.ask(url, { method: 'GET', headers }, signal);
      const { location } = answer.headers;
      if (!isRedirect(answer) || !location) return this.textOf(answer, wanted);
      answer.destroy();
      if (redirects === mostRedirects) throw new OutgoingProblem('too-many-redirects');
      url = parsed(location, url);
    }
  }

  private async ask(url: URL, { method, headers, body }: Asked, signal: AbortSignal): Promise<IncomingMessage> {
    if (!this.reach.protocols.includes(url.protocol)) throw new OutgoingProblem('address-not-https');
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = await this.addressesOf(host);
    // By any one of them a name could lead inside: then it leads nowhere.
    if (!addresses.every(({ address }) => this.reach.mayReach(address)))
      throw new OutgoingProblem('address-not-public');
    signal.throwIfAborted();

    const request = url.protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise((resolve, reject) => {
      request(
        {
          protocol: url.protocol,
          host,
          port: url.port || undefined,
          path: `${url.pathname}${url.search}`,
          method,
          // A connection of its own: none that is kept could have been made for another address.
          agent: false,
          lookup: pinnedTo(addresses),
          // Unpacked, a small answer could be a very large one.
          headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': 'Kohorte' },
          signal,
        },
        resolve,
      )
        .on('error', reject)
        .end(body);
    });
  }

  private async addressesOf(host: string): Promise<Address[]> {
    const family = isIP(host);
    const addresses = family ? [{ address: host, family }] : await this.reach.resolve(host);
    if (addresses.length === 0) throw new OutgoingProblem('not-reachable');
    return addresses;
  }

  private async textOf(answer: IncomingMessage, { types, mostBytes }: Wanted): Promise<string> {
    const refuse = (code: OutgoingCode): never => {
      answer.destroy();
      throw new OutgoingProblem(code);
    };
    const {
      'content-type': type = '',
      'content-encoding': encoding = 'identity',
      'content-length': length,
    } = answer.headers;
    if (answer.statusCode !== 200) refuse('refused');
    if (!types.includes(type.split(';')[0]!.trim().toLowerCase()) || encoding !== 'identity') refuse('unexpected-type');
    if (Number(length) > mostBytes) refuse('too-large');
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) refuse('too-large');
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

function parsed(address: string, base?: URL): URL {
  if (!URL.canParse(address, base?.href)) throw new OutgoingProblem('not-reachable');
  return new URL(address, base);
}

function isRedirect({ statusCode = 0 }: IncomingMessage): boolean {
  return [301, 302, 303, 307, 308].includes(statusCode);
}

/** Answers every question for a name with the addresses that were looked at. */
function pinnedTo(addresses: Address[]): LookupFunction {
  return (_host, { all }, answer) => {
    if (all) answer(null, addresses);
    else answer(null, addresses[0]!.address, addresses[0]!.family);
  };
}

function limited(milliseconds: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

/** Fails when the time is over, also while a name is looked up, which cannot be stopped. */
function ended(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new OutgoingProblem('took-too-long')), { once: true });
  });
}
