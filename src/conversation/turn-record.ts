import type { Zone } from '../language/question.ts'
import { say } from '../language/say.ts'
import type { Collection, Json } from '../store/documents.ts'
import { type Instant, later } from '../values/day.ts'
import type { Language } from '../values/language.ts'
import { answerFromJson, answerJson } from './answer-json.ts'
import type { Incoming, Reply } from './turn.ts'

/** What happened in a turn, and its replies for a repeated delivery. The person's words are not in it. */
export type TurnRecord = {
  readonly key: string
  /** The conversation's state, and the turn's place in it: old turns of a busy conversation make room. */
  readonly state: string
  readonly place: number
  readonly at: Instant
  /** Nobody repeats a delivery after a day. */
  readonly expires: Instant
  readonly milliseconds: number
  /** What was understood, where it was a message of its own. */
  readonly question?: { readonly intent: string; readonly zone: Zone; readonly confidence: number }
  /** An advisor was asked before the turn, how long that took, and what it chose, if it gave usable advice. */
  readonly consulted?: { readonly chose?: string; readonly milliseconds: number }
  /** Answers with all their facts and sources. Words are made again from them. */
  readonly replies: readonly { readonly language: Language; readonly answer: Json }[]
}

/** Orders a conversation's turns as text. */
export const placeKey = (state: string, place: number): string => `${state}|${String(place).padStart(9, '0')}`

export const turnRecords: Collection<TurnRecord> = {
  name: 'turns',
  indexes: { expires: ({ expires }) => expires, place: ({ state, place }) => placeKey(state, place) },
  partition: ({ state }) => state,
}

/** That a turn's replies reached the channel. By itself, so that noting it rewrites no replies. */
export type Delivered = { readonly key: string; readonly expires: Instant }

export const deliveredTurns: Collection<Delivered> = {
  name: 'delivered_turns',
  indexes: { expires: ({ expires }) => expires },
  partition: ({ key }) => key.slice(0, key.lastIndexOf('|')),
}

const keptFor = 24 * 60 * 60_000

export const expiryOf = (at: Instant): Instant => later(at, keptFor)

/** A conversation keeps at least this many turns for repeats, and at most twice as many; a delivery is repeated within seconds. */
export const keptTurns = 16

/** One person's state in one conversation. */
export const stateId = ({ delivery, person }: Incoming): string =>
  `${delivery.channel}|${delivery.conversation}|${person.tenant}.${person.objectId}`

/** A delivery's key holds the person too: a forged repeat never gets another person's replies. */
export const turnKey = (incoming: Incoming): string => `${stateId(incoming)}|${incoming.delivery.activity}`

export const storedReplies = (replies: readonly Reply[]): TurnRecord['replies'] =>
  replies.map(({ language, answer }) => ({ language, answer: answerJson(answer) }))

export const repliesOf = ({ replies }: TurnRecord): readonly Reply[] =>
  replies.map(({ language, answer: json }) => {
    const answer = answerFromJson(json)
    return { answer, language, words: say(answer, language) }
  })
