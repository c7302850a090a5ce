import { type Intent, intents } from '../language/vocabulary.ts'
import { ticketAbout } from './act-offers.ts'
import type { Answered, Asking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { termFact } from './facts.ts'
import { supportTerms, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { computed } from './sources.ts'

export const kinds = ['unanswered', 'human'] as const
/** What each intent is called: in "did you mean", on a button, and in "I cannot help with ... here yet". */
export const terms = intents.map((intent) => `intent.${intent}`)

/** Understood, but Saldo has no answer to it yet: it says so, and who has one and when. */
export const unanswered = (asking: Asking): Answered =>
  reply(
    'unanswered',
    { topic: topicFact(asking.intent) },
    { notes: contactNotes(asking), offers: [ticketAbout(asking.intent), supportTerms, whatCanYouDo] },
  )

export const human = (asking: Asking): Answered =>
  reply('human', {}, { notes: contactNotes(asking), offers: [supportTerms, whatCanYouDo] })

const topicFact = (intent: Intent) => termFact(`intent.${intent}`, computed('what the message means', []))
