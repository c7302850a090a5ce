import type { z } from 'zod'
import type { Ability } from '../access/may.ts'
import type { Principal } from '../access/principal.ts'
import type { Json, Reading, Unit } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'

export type ApiPrincipal = Extract<Principal, { kind: 'partner' }>

/** What a request asks for, checked, and who asks. */
export type Asked<P, Q, B> = {
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly principal: ApiPrincipal
  /** The key's name: `by` of what it does. */
  readonly key: string
  readonly now: Instant
  readonly newId: NewId
  /** SHA-256 of the body, hex. */
  readonly digest: string
  /** What this request is called: what comes of it is named by it, so that doing it twice is doing it once. */
  readonly event: string
}

export type ApiAnswer = {
  readonly status: 200 | 201
  readonly body: Json
  /** Where the next page begins. */
  readonly next?: string
}

type AnswerShape = { readonly says: string; readonly schema: z.ZodType }

/** What is said of an endpoint once: restify's route, the check of a request and the OpenAPI document come from it. */
export type Endpoint = {
  readonly method: 'GET' | 'POST' | 'DELETE'
  /** As OpenAPI writes it, below `/api/v1`: `/holds/{id}`. */
  readonly path: string
  /** `operationId` */
  readonly name: string
  readonly does: string
  readonly more?: string
  readonly ability: Ability
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body may be a document of this type instead: `run` then gets `{ text }` of it as `body`. */
  readonly document?: { readonly type: 'application/xml'; readonly as: (text: string) => unknown }
  readonly answers: Readonly<Partial<Record<200 | 201, AnswerShape>>>
  /** Whether the request must carry an Idempotency-Key. Any that changes something may. */
  readonly needsIdempotencyKey?: true
  /** Looks, or acts within one unit of work. Throws Problem, and then nothing was changed. */
  readonly run:
    | { readonly kind: 'look'; look(asked: Asked<never, never, never>, reading: Reading): Promise<ApiAnswer> }
    | { readonly kind: 'act'; act(asked: Asked<never, never, never>, unit: Unit): Promise<ApiAnswer> }
}

type Outputs<P, Q, B> = Asked<OutputOf<P>, OutputOf<Q>, OutputOf<B>>
type OutputOf<S> = S extends z.ZodType ? z.output<S> : undefined
type Declared<P, Q, B> = Omit<Endpoint, 'params' | 'query' | 'body' | 'run'> & {
  readonly params?: P
  readonly query?: Q
  readonly body?: B
}

/** Declares an endpoint that changes nothing. */
export const looks = <P extends z.ZodObject | undefined = undefined, Q extends z.ZodObject | undefined = undefined>(
  declared: Omit<Declared<P, Q, undefined>, 'method'>,
  look: (asked: Outputs<P, Q, undefined>, reading: Reading) => Promise<ApiAnswer>,
): Endpoint => ({ ...declared, method: 'GET', run: { kind: 'look', look } }) as Endpoint

/** Declares an endpoint that does something, in one unit of work with the note of what was answered. */
export const acts = <
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  declared: Declared<P, Q, B>,
  act: (asked: Outputs<P, Q, B>, unit: Unit) => Promise<ApiAnswer>,
): Endpoint => ({ ...declared, run: { kind: 'act', act } }) as Endpoint

/** Where the API stands on the server. */
export const base = '/api/v1'
