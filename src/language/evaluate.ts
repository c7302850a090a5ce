import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import type { Slots } from './question.ts'
import type { Understander } from './understand.ts'
import type { Intent } from './vocabulary.ts'

/** A message with what it means. `near` says of an out-of-scope one whether its subject is a neighbouring one. */
export type Labelled = {
  readonly text: string
  readonly language: Language
  readonly intent: Intent
  readonly near?: boolean
  readonly slots: Slots
  readonly today: Day
}

/** Shares are 0 to 1; NaN where there was no such message. */
export type Evaluation = {
  readonly messages: number
  /** The best guess is right, over all messages, and over those in scope. */
  readonly intent: number
  readonly inScope: number
  readonly language: number
  /** Of the messages in scope: answered directly, asked back, refused. */
  readonly answered: number
  readonly asked: number
  readonly declined: number
  /** Of everything that is answered directly, out of scope included, how much is rightly so. */
  readonly answeredRightly: number
  /** Of the messages asked back, how often the right intent is among the three offered. */
  readonly askedRightly: number
  /** Of the out-of-scope messages: not answered as if they were in scope, and refused outright. */
  readonly nearHeld: number
  readonly nearDeclined: number
  readonly farHeld: number
  readonly farDeclined: number
  /** All slots exactly as labelled, over all messages, and over those that state any. */
  readonly slots: number
  readonly statedSlots: number
}

/** Measures an understander on labelled messages. Each is a first message, with its language as the locale. */
export function evaluate(understander: Understander, messages: readonly Labelled[]): Evaluation {
  const heard = messages.map((wanted) => hear(understander, wanted))
  const inside = heard.filter(({ outside }) => !outside)
  const zone = (name: string) => inside.filter(({ question }) => question.zone === name)
  const near = heard.filter(({ wanted, outside }) => outside && wanted.near === true)
  const far = heard.filter(({ wanted, outside }) => outside && wanted.near !== true)
  return {
    messages: messages.length,
    intent: share(heard, ({ right }) => right),
    inScope: share(inside, ({ right }) => right),
    language: share(heard, ({ wanted, question }) => question.language === wanted.language),
    answered: zone('answer').length / inside.length,
    asked: zone('ask').length / inside.length,
    declined: zone('decline').length / inside.length,
    answeredRightly: share(
      heard.filter(({ question }) => question.zone === 'answer'),
      ({ right }) => right,
    ),
    askedRightly: share(zone('ask'), ({ wanted, offered }) => offered.includes(wanted.intent)),
    nearHeld: share(near, ({ question }) => question.zone !== 'answer'),
    nearDeclined: share(near, ({ question }) => question.zone === 'decline'),
    farHeld: share(far, ({ question }) => question.zone !== 'answer'),
    farDeclined: share(far, ({ question }) => question.zone === 'decline'),
    slots: share(heard, ({ same }) => same),
    statedSlots: share(
      heard.filter(({ wanted }) => Object.keys(wanted.slots).length > 0),
      ({ same }) => same,
    ),
  }
}

function hear(understander: Understander, wanted: Labelled) {
  const question = understander.understand(wanted.text, { today: wanted.today, locale: wanted.language })
  return {
    wanted,
    question,
    offered: [question.intent, ...question.alternatives.map(({ intent }) => intent)],
    outside: wanted.intent === 'out_of_scope',
    right: question.intent === wanted.intent,
    same: sorted(question.slots) === sorted(wanted.slots),
  }
}

const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length

const sorted = (slots: Slots): string => JSON.stringify(Object.entries(slots).sort(([a], [b]) => (a < b ? -1 : 1)))
