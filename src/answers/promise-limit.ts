import type { PromiseTerms } from '../collections/promise-terms.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Day } from '../values/day.ts'
import { compare } from '../values/money.ts'
import { notNow, ticketAbout } from './act-offers.ts'
import type { Asked } from './asked.ts'
import type { Answered } from './asking.ts'
import { countFact, moneyFact, textFact } from './facts.ts'
import { aPerson, howMuchOwed, lastPayment, openInvoices } from './offers.ts'
import { latestFact } from './promise.ts'
import { payAmount, payBy, withdrawOffer } from './promise-offers.ts'
import { isWrong } from './reminder-offers.ts'
import { reply } from './reply.ts'
import { computed, configured, ofInvoice } from './sources.ts'

export const kinds = [
  'promise.past-day',
  'promise.too-far',
  'promise.too-much',
  'promise.too-little',
  'promise.only-all',
  'promise.too-many',
  'promise.one-currency',
  'promise.instalments',
  'promise.not-then',
  'promise.not-taken',
  'promise.nothing-due',
  'promise.bill-settled',
] as const

const beyond = [ticketAbout('payment.promise'), aPerson] as const

/** Why it is not noted, and what would be. */
export function promiseLimit(asked: Asked, terms: Exclude<PromiseTerms, { kind: 'fine' | 'already' }>): Answered {
  switch (terms.kind) {
    case 'past-day':
      return reply(
        'promise.past-day',
        { latest: latestFact(terms.latest) },
        { offers: [payBy(asked, terms.latest, latestFact(terms.latest)), notNow] },
      )
    case 'limit-days':
      return reply(
        'promise.too-far',
        { latest: latestFact(terms.latest) },
        { offers: [payBy(asked, terms.latest, latestFact(terms.latest)), ...beyond] },
      )
    case 'limit-amount':
      return limitAmount(asked, terms)
    case 'limit-count':
      return reply(
        'promise.too-many',
        { count: countFact(terms.atMost, configured('policy.promises.atMost')) },
        { offers: [...beyond] },
      )
    case 'several-currencies':
      return reply('promise.one-currency', {}, { offers: [openInvoices, ...beyond] })
    case 'no-promises':
      return reply('promise.not-taken', {}, { offers: [...beyond] })
    case 'nothing-due':
    case 'unknown-invoice':
      return nothingDue()
  }
}

function limitAmount(asked: Asked, { is, least, most }: Extract<PromiseTerms, { kind: 'limit-amount' }>): Answered {
  const mostFact = moneyFact(most, computed('what is open of these bills, less what is contested', []))
  const leastFact = moneyFact(least, computed('the least part of it', [configured('policy.promises.atLeast')]))
  const all = payAmount(asked, most, mostFact)
  if (is === 'above') return reply('promise.too-much', { most: mostFact }, { offers: [all, notNow] })
  if (compare(least, most) === 0) return reply('promise.only-all', { most: mostFact }, { offers: [all, ...beyond] })
  const part = payAmount(asked, least, leastFact)
  return reply('promise.too-little', { least: leastFact }, { offers: [part, all, ...beyond] })
}

export const instalments = (): Answered => reply('promise.instalments', {}, { offers: [...beyond, howMuchOwed] })
export const nothingDue = (): Answered => reply('promise.nothing-due', {}, { offers: [howMuchOwed, lastPayment] })
export const billSettled = (invoice: Invoice): Answered =>
  reply(
    'promise.bill-settled',
    { invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) },
    { offers: [openInvoices, howMuchOwed] },
  )

type NotThen = { readonly latest: Day; readonly invoice?: Invoice; readonly promised?: Invoice }

/** Nobody can, or will, pay by then: what is possible is another day, a person, or to say what is wrong. `promised` is a bill of a promise that can be taken back. */
export const notThen = ({ latest, invoice, promised }: NotThen): Answered =>
  reply(
    'promise.not-then',
    { latest: latestFact(latest) },
    { offers: [...(promised ? [withdrawOffer(promised)] : []), isWrong(invoice), aPerson] },
  )
