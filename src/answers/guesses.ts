import { ticketAbout } from './act-offers.ts'
import type { Asked } from './asked.ts'
import type { Answered } from './asking.ts'
import { contactNotes, type Reachable } from './contact.ts'
import { termFact, textFact } from './facts.ts'
import { aPerson, somethingElse, topic, whatCanYouDo } from './offers.ts'
import { reply } from './reply.ts'
import { computed } from './sources.ts'

export const kinds = ['did-you-mean', 'something-else', 'failed'] as const

/** Not sure enough to act: up to three guesses, and none of them. */
export function didYouMean(guesses: readonly Asked[]): Answered {
  const offers = [...guesses.slice(0, 3).map(topic), somethingElse]
  const source = computed('what the message may mean', [])
  return reply(
    'did-you-mean',
    {},
    {
      rows: offers.map(({ asked, step }, at) => ({
        option: textFact(String(at + 1), computed('place in this list', [])),
        topic:
          step.facts.topic ?? termFact(`intent.${asked.intent === 'deny' ? 'out_of_scope' : asked.intent}`, source),
      })),
      offers,
      choosing: true,
    },
  )
}

/** None of the guesses, or a button that asks nothing Saldo knows. */
export const otherWords = (): Answered =>
  reply('something-else', {}, { offers: [whatCanYouDo, ticketAbout('ticket.open'), aPerson] })

/** An answer that could not be said safely: an apology with a reference, and the way to a person. */
export const failed = (asking: Reachable, reference: string): Answered =>
  reply(
    'failed',
    { reference: textFact(reference, computed('reference of this turn', [])) },
    { notes: contactNotes(asking).slice(0, 1), offers: [aPerson, ticketAbout('ticket.open'), whatCanYouDo] },
  )
