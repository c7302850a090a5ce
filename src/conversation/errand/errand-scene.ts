import type { Principal } from '../../access/principal.ts'
import type { Asked } from '../../answers/asked.ts'
import type { Answered } from '../../answers/asking.ts'
import type { Destination } from '../../delivery/line.ts'
import type { NewId } from '../../values/clock.ts'
import type { Language } from '../../values/language.ts'
import type { Scene } from '../hearing.ts'
import type { RecentWords } from '../recent-words.ts'
import type { Incoming } from '../turn.ts'
import { stateId } from '../turn-record.ts'
import type { Errand } from './errand.ts'

export type CustomerPrincipal = Extract<Principal, { kind: 'customer' }>

/** All that an errand of a customer's person goes by. */
export type ErrandScene = Scene & {
  readonly principal: CustomerPrincipal
  readonly incoming: Incoming
  readonly language: Language
  readonly newId: NewId
  readonly recent?: RecentWords
}

/** What a step of an errand comes to. Without an errand it is over. */
export type ErrandStep = { readonly answered: Answered; readonly errand?: Errand }

/** The cause of whatever this turn does: the same delivery is the same cause. */
export const eventOf = ({ delivery: { conversation, activity } }: Incoming): string => `${conversation}|${activity}`

/** The person in this conversation. */
export const placeOf = ({ incoming }: Pick<ErrandScene, 'incoming'>): string => stateId(incoming)

/** Where this conversation can be written to later. */
export function talkOf({ delivery, person }: Incoming): Destination | undefined {
  const { channel, conversation, serviceUrl } = delivery
  return serviceUrl ? { kind: 'talk', channel, serviceUrl, conversation, tenant: person.tenant } : undefined
}

export const actorOf = ({ principal, incoming }: Pick<ErrandScene, 'principal' | 'incoming'>) => ({
  principal,
  name: principal.name ?? incoming.person.name,
})

export const textOf = ({ what }: Incoming): string => (what.kind === 'message' ? what.text.slice(0, 4000) : '')

export const begun = (
  kind: Errand['kind'],
  asked: Asked,
  step: Errand['step'],
  more: Partial<Pick<Errand, 'text' | 'ticket' | 'topic'>> = {},
): Errand => ({
  kind,
  asked,
  step,
  topic: asked.topic ?? asked.intent,
  text: '',
  intake: [],
  tried: [],
  ...more,
})
