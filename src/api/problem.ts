import { STATUS_CODES } from 'node:http'

/** What is wrong with one part of a request: `at` is its place, such as `body/payments/0/amount`. */
export type Finding = { readonly at: string; readonly says: string }

type More = {
  readonly errors?: readonly Finding[]
  readonly headers?: Readonly<Record<string, string>>
  /** What the key would have to be allowed. */
  readonly ability?: string
  readonly cause?: unknown
}

/** What the API refuses, by name: part of its contract, as the status is. */
const statuses = {
  'not-readable': 400,
  'not-valid': 400,
  'not-authenticated': 401,
  'not-allowed': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'in-progress': 409,
  conflict: 409,
  'too-large': 413,
  'wrong-content-type': 415,
  refused: 422,
  'key-used-otherwise': 422,
  'too-many-requests': 429,
  fault: 500,
  busy: 503,
} as const
export type ProblemName = keyof typeof statuses

/** A request that is not served: nothing was changed. It leaves as `application/problem+json` (RFC 9457). */
export class Problem extends Error {
  override name = 'Problem'
  readonly kind: ProblemName
  readonly status: number
  readonly more: More
  constructor(kind: ProblemName, detail: string, more: More = {}) {
    super(detail, { cause: more.cause })
    this.kind = kind
    this.status = statuses[kind]
    this.more = more
  }
}

export const problemJson = ({ kind, status, message, more: { errors, ability } }: Problem) => ({
  type: `urn:saldo:problem:${kind}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  detail: message,
  ...(ability !== undefined && { ability }),
  ...(errors && { errors }),
})
