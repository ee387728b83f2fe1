import type { SentenceName } from '@kohorte/rules';

/** A class with class-validator decorators; also its own TypeScript type. */
export type Shape<T extends object = object> = new () => T;

declare const replyType: unique symbol;

/** What one endpoint promises. Its key in the catalogue says method and path: `'GET /cohorts/:cohortId/outline'`. */
export interface Endpoint<Q extends object = object, B extends object = object, R = unknown> {
  /** The sentence of `rules/access` that guards it. */
  access: SentenceName;
  /** One line for the API documentation. */
  does: string;
  query?: Shape<Q>;
  body?: Shape<B>;
  /** Takes one file as multipart/form-data; `body` then describes the other fields. */
  upload?: true;
  /** Also takes its body as a form (`application/x-www-form-urlencoded`), which any site can send. */
  form?: true;
  /** Media type of a reply that is not JSON. */
  produces?: string;
  /** Attempts allowed per client address, beside the general limit. */
  rate?: { points: number; seconds: number };
  [replyType]?: R;
}

type Declared<Q extends object, B extends object> = Omit<Endpoint<Q, B>, typeof replyType>;

/** Declares an endpoint; the reply's type is given first: `endpoint<CohortView>()({ … })`. */
export function endpoint<R>() {
  return <Q extends object = Record<never, never>, B extends object = Record<never, never>>(
    declared: Declared<Q, B>,
  ): Endpoint<Q, B, R> => declared;
}

/** The reply of an endpoint's declaration. */
export type ReplyIn<E> = E extends Endpoint<infer _Q, infer _B, infer R> ? R : never;
/** The query of an endpoint's declaration. */
export type QueryIn<E> = E extends Endpoint<infer Q, infer _B, infer _R> ? Q : never;
/** The body of an endpoint's declaration. */
export type BodyIn<E> = E extends Endpoint<infer _Q, infer B, infer _R> ? B : never;

/** `{ cohortId: string }` out of `'GET /cohorts/:cohortId/outline'`. */
export type ParamsOf<Key extends string> = Key extends `${infer _Head}:${infer Name}/${infer Tail}`
  ? { [N in Name]: string } & ParamsOf<`/${Tail}`>
  : Key extends `${infer _Head}:${infer Name}`
    ? { [N in Name]: string }
    : Record<never, never>;

/** A page of a list; `next` is the cursor to ask for the following page with, `null` at the end. */
export interface Page<T> {
  rows: T[];
  next: string | null;
}
