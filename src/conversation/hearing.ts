import type { Principal } from '../access/principal.ts'
import type { Advice } from '../language/advisor.ts'
import type { Understander } from '../language/understand.ts'
import type { Offering } from '../support/offering.ts'
import { type Day, dayIn, type Instant } from '../values/day.ts'
import { type Language, languageOfLocale } from '../values/language.ts'
import type { State } from './state.ts'

/** All that a turn reads before it decides. */
export type Scene = {
  readonly principal: Principal
  readonly offering: Offering | undefined
  readonly state: State
  readonly now: Instant
  readonly locale: string | undefined
  readonly understander: Understander
  /** What somebody else makes of the message, where it was unsure. */
  readonly advice?: Advice
}

/** What day it is for the person; staff and strangers take the partner's. */
export function todayOf({ principal, offering, now }: Scene): Day {
  const timeZone = principal.kind === 'customer' ? principal.customer.timeZone : offering?.timeZone
  return dayIn(timeZone ?? 'UTC', now)
}

/** The locale that decides until the person has written: the client's, else the one on record. */
export const localeFor = ({ locale, principal }: Scene): string | undefined =>
  languageOfLocale(locale) ? locale : recordedLanguage(principal)

/** The language of a turn that is no message: the conversation's so far. */
export const languageNow = (scene: Scene): Language =>
  scene.state.language ?? languageOfLocale(localeFor(scene)) ?? 'en'

/**
 * The language to reply to a message in. European and Brazilian Portuguese share most words, so one word is no reason to change
 * between them in the middle of a conversation, nor against a client that says which one it is.
 */
export function settled({ state, locale }: Scene, spoken: Language): Language {
  const said = /^pt[-_](pt|br)$/i.test(locale ?? '') ? languageOfLocale(locale) : undefined
  const known = state.language ?? said
  return known?.startsWith('pt') && spoken.startsWith('pt') ? known : spoken
}

const recordedLanguage = (principal: Principal): Language | undefined =>
  principal.kind === 'customer'
    ? (principal.language ?? principal.customer.language)
    : principal.kind === 'partner'
      ? principal.language
      : undefined
