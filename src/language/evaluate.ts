import type { Day } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { macroF1 } from './macro-f1.ts'
import type { Question, Slots } from './question.ts'
import type { Understander } from './understand.ts'
import type { Intent } from './vocabulary.ts'

/** A message with what it means. `near` says of an out-of-scope one whether its subject is a neighbouring one. */
export type Labelled = {
  readonly text: string
  readonly language: Language
  readonly intent: Intent
  readonly near?: boolean
  /** Absent where nobody labelled them. */
  readonly slots?: Slots
  readonly today: Day
}

/** Shares are 0 to 1; NaN where there was no such message. */
export type Evaluation = {
  readonly messages: number
  /** The best guess is right, over all messages, and over those in scope. */
  readonly intent: number
  readonly inScope: number
  /** Every intent that the messages want counts alike. */
  readonly macroF1: number
  readonly language: number
  /** Of the messages in scope: answered directly, asked back, told that it is not our business. */
  readonly answered: number
  readonly asked: number
  readonly declined: number
  /** Of the messages in scope: refused, that is declined or best guessed as out of scope. */
  readonly refused: number
  /** Of everything that is answered directly, out of scope included, how much is rightly so. */
  readonly answeredRightly: number
  /** Of the messages asked back, how often the right intent is among the three offered. */
  readonly askedRightly: number
  /** Of the out-of-scope messages: not answered as if they were in scope, refused, and declined outright. */
  readonly nearHeld: number
  readonly nearRefused: number
  readonly nearDeclined: number
  readonly farHeld: number
  readonly farRefused: number
  readonly farDeclined: number
  /** All slots exactly as labelled, over all messages with labelled slots, and over those of them that state any. */
  readonly slots: number
  readonly statedSlots: number
}

/** A labelled message and what it was understood as. */
export type Hit = { readonly wanted: Labelled; readonly question: Question }

/** Measures an understander on labelled messages. Each is a first message, with its language as the locale. */
export const evaluate = (understander: Understander, messages: readonly Labelled[]): Evaluation =>
  evaluationOf(hear(understander, messages))

export const hear = (understander: Understander, messages: readonly Labelled[]): readonly Hit[] =>
  messages.map((wanted) => ({
    wanted,
    question: understander.understand(wanted.text, { today: wanted.today, locale: wanted.language }),
  }))

/** What a set of heard messages comes to. */
export function evaluationOf(hits: readonly Hit[]): Evaluation {
  const inside = hits.filter(({ wanted }) => wanted.intent !== 'out_of_scope')
  const zone = (name: string) => inside.filter(({ question }) => question.zone === name)
  const labelled = hits.filter(({ wanted }) => wanted.slots)
  return {
    messages: hits.length,
    intent: share(hits, right),
    inScope: share(inside, right),
    macroF1: macroF1(hits.map(({ wanted, question }) => [wanted.intent, question.intent])),
    language: share(hits, ({ wanted, question }) => question.language === wanted.language),
    answered: zone('answer').length / inside.length,
    asked: zone('ask').length / inside.length,
    declined: zone('decline').length / inside.length,
    refused: share(inside, refused),
    answeredRightly: share(
      hits.filter(({ question }) => question.zone === 'answer'),
      right,
    ),
    askedRightly: share(zone('ask'), isOffered),
    ...outside(hits),
    slots: share(labelled, sameSlots),
    statedSlots: share(
      labelled.filter(({ wanted }) => Object.keys(wanted.slots ?? {}).length > 0),
      sameSlots,
    ),
  }
}

function outside(hits: readonly Hit[]) {
  const of = (isNear: boolean) =>
    hits.filter(({ wanted }) => wanted.intent === 'out_of_scope' && (wanted.near === true) === isNear)
  const [near, far] = [of(true), of(false)]
  const held = ({ question }: Hit) => question.zone !== 'answer'
  const declined = ({ question }: Hit) => question.zone === 'decline'
  return {
    nearHeld: share(near, held),
    nearRefused: share(near, refused),
    nearDeclined: share(near, declined),
    farHeld: share(far, held),
    farRefused: share(far, refused),
    farDeclined: share(far, declined),
  }
}

const right = ({ wanted, question }: Hit): boolean => question.intent === wanted.intent

const refused = ({ question }: Hit): boolean =>
  question.zone === 'decline' || (question.intent === 'out_of_scope' && question.zone !== 'answer')

const isOffered = ({ wanted, question }: Hit): boolean =>
  [question.intent, ...question.alternatives.map(({ intent }) => intent)].includes(wanted.intent)

const sameSlots = ({ wanted, question }: Hit): boolean => sorted(question.slots) === sorted(wanted.slots ?? {})

const share = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length

const sorted = (slots: Slots): string => JSON.stringify(Object.entries(slots).sort(([a], [b]) => (a < b ? -1 : 1)))
