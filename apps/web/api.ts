import type { BodyOf, EndpointKey, ParamsOf, ProblemCode, ProblemView, QueryOf, ReplyOf } from '@kohorte/contracts';
import { uiLanguage } from './i18n.js';
import { mustSignInAgain } from './session.js';

type Nothing = Record<never, never>;
type Part<Name extends string, T> = keyof T extends never
  ? Nothing
  : Nothing extends T
    ? { [N in Name]?: T }
    : { [N in Name]: T };

/** What has to be handed over with a request: the parameters of its path, its query, its body. */
export type RequestOf<K extends EndpointKey> = Part<'params', ParamsOf<K>> &
  Part<'query', QueryOf<K>> &
  Part<'body', BodyOf<K>>;

/** The arguments after the key: none where the endpoint needs none. */
export type RequestArgs<K extends EndpointKey> =
  Nothing extends RequestOf<K> ? [request?: RequestOf<K>] : [request: RequestOf<K>];

interface LooseRequest {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Codes of what can go wrong before a server answers. */
export type LocalProblemCode = 'unreachable';

/** Any reply that is not a success, and the network's silence. */
export class ApiProblem extends Error {
  constructor(
    readonly code: ProblemCode | LocalProblemCode,
    /** The server's problem; `null` where none answered. */
    readonly view: ProblemView | null,
  ) {
    super(view?.detail ?? code);
    this.name = 'ApiProblem';
  }

  /** What is wrong with one field of a form. */
  forField(field: string): string | undefined {
    return this.view?.errors?.find((problem) => problem.field === field)?.detail;
  }
}

/** The address of an endpoint, for links and downloads: `addressOf('GET /files/:fileId', { params })`. */
export function addressOf<K extends EndpointKey>(key: K, ...[request]: RequestArgs<K>): string {
  const { params = {}, query = {} } = (request ?? {}) as LooseRequest;
  const path = key
    .slice(key.indexOf(' ') + 1)
    .replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const asked = search.toString();
  return `/api${path}${asked ? `?${asked}` : ''}`;
}

/**
 * Calls an endpoint by its contract. Throws {@link ApiProblem}. When a session has run out it waits until the
 * reader has signed in again and then repeats the call, so that nothing typed is lost.
 */
export async function api<K extends EndpointKey>(key: K, ...args: RequestArgs<K>): Promise<ReplyOf<K>> {
  const { body } = (args[0] ?? {}) as LooseRequest;
  const send = (): Promise<Response> =>
    askedFirst(addressOf(key, ...args)) ??
    fetch(addressOf(key, ...args), {
      method: key.slice(0, key.indexOf(' ')),
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': uiLanguage(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  return repeatedAfterSignIn(async () => {
    // Asking would only be refused, and the browser would note it as an error.
    if (key.startsWith('GET ') && !byLink.test(key) && !mayBeSignedIn()) throw new ApiProblem('not-signed-in', null);
    let reply: Response;
    try {
      reply = await send();
    } catch {
      throw new ApiProblem('unreachable', null);
    }
    return readReply(reply.status, await reply.text()) as ReplyOf<K>;
  });
}

/** What whoever holds a link may read without being signed in. */
const byLink = /^GET \/(one-time-links|answers|unsubscriptions)\//;

/** Whether there is the cookie that stands beside a session's own, which scripts cannot see. */
function mayBeSignedIn(): boolean {
  return document.cookie.includes('kohorte_signed_in=');
}

/** The answer to what `first.js` has asked for before this code was there; each is taken once. */
function askedFirst(address: string): Promise<Response> | undefined {
  const asked = window.kohorteFirst.get(address);
  window.kohorteFirst.delete(address);
  return asked;
}

declare global {
  interface Window {
    kohorteFirst: Map<string, Promise<Response>>;
  }
}

/** What an upload takes along: one file, or a part of one. */
export interface Upload<K extends EndpointKey> {
  params?: ParamsOf<K>;
  query?: Record<string, unknown>;
  file: File;
  fields?: Record<string, string>;
  onProgress?: (sent: number) => void;
  /** Breaks it off, as if the network had. */
  signal?: AbortSignal;
}

/** Uploads one file with its progress from 0 to 1; `fetch` cannot tell how much was sent. */
export function upload<K extends EndpointKey>(key: K, request: Upload<K>): Promise<ReplyOf<K>> {
  const address = (addressOf as (key: EndpointKey, request: LooseRequest) => string)(key, {
    params: request.params as Record<string, string> | undefined,
    query: request.query,
  });
  return repeatedAfterSignIn(
    () =>
      new Promise<ReplyOf<K>>((resolve, reject) => {
        const form = new FormData();
        // Fields first: a streaming reader on the other side knows them before the file arrives.
        for (const [name, value] of Object.entries(request.fields ?? {})) form.set(name, value);
        form.set('file', request.file);
        const xhr = new XMLHttpRequest();
        xhr.open(key.slice(0, key.indexOf(' ')), address);
        xhr.setRequestHeader('accept', 'application/json');
        xhr.setRequestHeader('accept-language', uiLanguage());
        xhr.upload.onprogress = (event) => {
          if (event.lengthComputable) request.onProgress?.(event.loaded / event.total);
        };
        xhr.onerror = () => reject(new ApiProblem('unreachable', null));
        xhr.onabort = xhr.onerror;
        request.signal?.addEventListener('abort', () => xhr.abort());
        xhr.onload = () => {
          try {
            resolve(readReply(xhr.status, xhr.responseText) as ReplyOf<K>);
          } catch (problem) {
            reject(problem as Error);
          }
        };
        xhr.send(form);
      }),
  );
}

async function repeatedAfterSignIn<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'not-signed-in') throw problem;
    if (!(await mustSignInAgain())) throw problem;
    return call();
  }
}

function readReply(status: number, text: string): unknown {
  const json = text === '' ? undefined : parsed(text);
  if (status < 400) return json;
  const view = json as ProblemView | undefined;
  // A proxy in between answers with its own page; that is as good as no answer.
  if (!view?.code) throw new ApiProblem(status === 401 ? 'not-signed-in' : 'unreachable', null);
  throw new ApiProblem(view.code, view);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
