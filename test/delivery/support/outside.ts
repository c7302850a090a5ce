import type { Channel, Sent } from '../../../src/delivery/channel.ts'
import type { Destination } from '../../../src/delivery/line.ts'
import type { Content } from '../../../src/delivery/post.ts'

/** What the channel was asked to do. `at` is when, in milliseconds. */
export type Call = {
  readonly how: 'send' | 'update' | 'remove'
  readonly to: Destination
  readonly said?: string
  readonly activity?: string
  readonly at: number
}

/** How it answers a call: as told, never, or by taking it and never answering. `dead` is a process that ended before the call left it. */
export type Answer = Sent | 'no answer' | 'dead' | (() => Promise<Sent>)

export type Outside = {
  readonly channel: Channel
  /** What arrived there. */
  readonly calls: Call[]
  /** The next answers, first come first used; then everything is taken. */
  readonly answers: Answer[]
  /** `send one`, `update sent-1 two` ... */
  said(): string[]
}

const textOf = (content: Content): string => (content.kind === 'words' ? content.text : content.kind)

/** The outside as far as a courier sees it. */
export function outside(now: () => number): Outside {
  const calls: Call[] = []
  const answers: Answer[] = []
  async function take(call: Omit<Call, 'at'>): Promise<Sent> {
    const answer = answers.shift()
    if (answer === 'dead') return new Promise(() => undefined)
    if (typeof answer === 'object' && answer.kind === 'refused') return answer
    const number = calls.push({ ...call, at: now() })
    if (answer === 'no answer') return new Promise(() => undefined)
    if (typeof answer === 'function') return answer()
    if (answer) return answer
    const begins = call.to.kind === 'thread' && call.to.conversation === undefined
    const activity = call.activity ?? `sent-${number}`
    return { kind: 'sent', activity, ...(begins && { conversation: `thread-${number}` }) }
  }
  return {
    calls,
    answers,
    channel: {
      send: (to, content) => take({ how: 'send', to, said: textOf(content) }),
      update: (to, activity, content) => take({ how: 'update', to, activity, said: textOf(content) }),
      remove: (to, activity) => take({ how: 'remove', to, activity }),
    },
    said: () => calls.map(({ how, activity, said }) => [how, activity, said].filter(Boolean).join(' ')),
  }
}
