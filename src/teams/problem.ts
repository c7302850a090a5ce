/** A request that is not served, and what the caller has to change. */
export class Refused extends Error {
  override name = 'Refused'
  readonly status: number
  constructor(status: number, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.status = status
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not authenticated',
  403: 'Forbidden',
  413: 'Too large',
  415: 'Unsupported content type',
  500: 'Internal error',
  502: 'The channel did not take the reply',
  503: 'Busy',
}

/** The body of an error response (RFC 9457, `application/problem+json`). */
export const problem = (status: number, detail: string): object => ({
  type: 'about:blank',
  title: titles[status] ?? 'Error',
  status,
  detail,
})
