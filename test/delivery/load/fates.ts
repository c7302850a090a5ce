/** What Teams makes of the messages to one person. `first` is answered to the first so many, then they are taken. */
export type Fate =
  | { readonly kind: 'taken' }
  | { readonly kind: 'first'; readonly times: number; readonly answer: Refusal }
  | { readonly kind: 'always'; readonly answer: Refusal }
  /** Taken, but what is answered does not say so: an error of the service, or a connection that breaks. */
  | { readonly kind: 'unclear'; readonly answer: Refusal | 'cut' }
  /** By the time its turn comes there is nothing left to remind of. */
  | { readonly kind: 'paid' }
/** `body` is Teams' older form of an error. */
export type Refusal = {
  readonly status: number
  readonly code?: string
  readonly retryAfter?: string
  readonly body?: object
}

const blocked: Fate = { kind: 'always', answer: { status: 403, code: 'ConversationBlockedByUser' } }
const notInstalled: Fate = { kind: 'always', answer: { status: 403, code: 'BotNotInConversationRoster' } }
const olderForm: Fate = {
  kind: 'always',
  answer: { status: 403, body: { errorCode: 209, message: '{"subCode":"MessageWritesBlocked"}' } },
}
const noConversation: Fate = { kind: 'always', answer: { status: 404, code: 'ConversationNotFound' } }
const tooBig: Fate = { kind: 'always', answer: { status: 413, code: 'MessageSizeTooBig' } }
const first = (status: number, code: string, more: { times?: number; retryAfter?: string } = {}): Fate => {
  const { times = 1, retryAfter } = more
  return { kind: 'first', times, answer: { status, code, ...(retryAfter && { retryAfter }) } }
}

/** Of a thousand people, so many: some left or blocked the bot, some requests meet a service in trouble, most are taken. */
const shares: readonly (readonly [number, Fate])[] = [
  [15, blocked],
  [12, notInstalled],
  [3, olderForm],
  [5, noConversation],
  [2, tooBig],
  [6, first(412, 'PreconditionFailed')],
  [8, first(429, 'Throttled', { retryAfter: '1' })],
  [4, first(429, 'Throttled', { retryAfter: '3', times: 2 })],
  [5, first(429, 'Throttled')],
  [5, { kind: 'unclear', answer: { status: 500, code: 'ServiceError' } }],
  [4, first(502, 'BadGateway')],
  [4, first(503, 'ServiceUnavailable')],
  [2, first(503, 'ServiceUnavailable', { times: 3 })],
  [3, { kind: 'unclear', answer: 'cut' }],
  [10, { kind: 'paid' }],
]
/** Those that take longest are left out. */
const quickShares = shares.filter(([, fate]) => fate.kind !== 'first' || fate.times === 1)

/** The fate of one person: the shares are spread evenly over two hundred people, or over a thousand. */
export function fateOf(person: number, isQuick: boolean): Fate {
  let at = isQuick ? ((person * 77) % 200) * 5 : (person * 389) % 1000
  for (const [share, fate] of isQuick ? quickShares : shares) {
    if (at < share) return fate
    at -= share
  }
  return { kind: 'taken' }
}

/** Milliseconds that Teams takes to answer: most quickly, some slowly, few very slowly. */
export function delayOf(request: number): number {
  const dice = (request * 7919) % 1000
  if (dice < 800) return 30 + dice / 8
  if (dice < 960) return 150 + (dice - 800) * 2
  return 600 + (dice - 960) * 30
}

/** What the delivery ledger has to say of a person. */
export function expectedOf(fate: Fate): string {
  switch (fate.kind) {
    case 'taken':
    case 'first':
      return 'sent'
    case 'paid':
      return 'withheld paid'
    case 'unclear':
      return fate.answer === 'cut' ? 'unknown no-answer' : `unknown ${fate.answer.status} ${fate.answer.code}`
    case 'always':
      return `failed ${fate.answer.status} ${fate.answer.code ?? 'MessageWritesBlocked'}`
  }
}

/** Nobody may be written to again who does not have the bot any more, until they write. */
export const isGone = (fate: Fate): boolean => fate.kind === 'always' && fate.answer.status !== 413
