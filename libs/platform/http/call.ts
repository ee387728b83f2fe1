import type { BodyOf, EndpointKey, ParamsOf, QueryOf, ReplyOf } from '@kohorte/contracts';
import type { Actor } from '@kohorte/rules';
import type { Language } from '@kohorte/contracts';
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** The person behind a request, as far as every endpoint needs to know them. */
export interface SignedIn extends Actor {
  sessionId: string;
  language: Language;
  timeZone: string;
}

/** An uploaded file, on its way in. The stream fails with the problem `too-large` at its limit. */
export interface Upload {
  name: string;
  stream: Readable;
}

/** The actor of an endpoint: a person, or possibly nobody where anyone may call. */
type ActorOf<K extends EndpointKey> = K extends OpenKey ? SignedIn | null : SignedIn;

type OpenKey = Extract<
  EndpointKey,
  | 'POST /session'
  | 'GET /one-time-links/:token'
  | 'POST /one-time-links/:token'
  | 'GET /calendar/:token'
  | `GET /health/${string}`
  | 'GET /openapi.json'
  | `${string} /unsubscriptions/:token`
  | 'POST /inbound-mail'
>;

/** What a controller's method is handed: everything checked against the contract. */
export interface Call<K extends EndpointKey> {
  actor: ActorOf<K>;
  params: ParamsOf<K>;
  query: QueryOf<K>;
  body: BodyOf<K>;
  /** Only for endpoints that take a file. */
  upload: Upload;
  /** The language to answer in: of the person, else of the request. */
  language: Language;
  client: { address: string; agent: string };
  /** The `Authorization` header, for machines that call. */
  authorization: string | null;
  /** The `Accept` header; empty where there is none. */
  accept: string;
  /** The part of a file that a player asks for: the `Range` header as it came. */
  range: string | null;
  /** The last event that a browser heard before its stream broke off: the `Last-Event-ID` header as it came. */
  lastEventId: string | null;
  reply: ReplyControls;
}

/** The little that a reply may need beside its body. */
export interface ReplyControls {
  setSession(secret: string, expiresAt: Date): void;
  clearSession(): void;
  header(name: string, value: string): void;
}

/** A reply that is not JSON: a text or a stream, with the headers that belong to it. */
export class RawReply {
  constructor(
    readonly content: string | Buffer | Readable,
    readonly headers: Record<string, string>,
    readonly status?: number,
  ) {}
}

/**
 * A reply that goes on: the response is handed over once its head is sent, and whoever takes it writes into it for as long
 * as they like. Nothing else is kept of the request meanwhile.
 */
export class OpenReply {
  constructor(
    readonly headers: Record<string, string>,
    readonly take: (response: ServerResponse) => void,
  ) {}
}

/** What a controller's method answers with. */
export type Answer<K extends EndpointKey> = Promise<ReplyOf<K> | RawReply | OpenReply>;
