import type { DueBill } from '../collections/due-bills.ts'
import type { PromiseTerms } from '../collections/promise-terms.ts'
import type { Rules } from '../collections/rules.ts'
import type { Promised } from '../collections/standing.ts'
import type { Account } from '../ledger/account.ts'
import type { Answer } from '../values/answer.ts'
import type { Day } from '../values/day.ts'
import type { Facts, Source } from '../values/fact.ts'
import type { CustomerId } from '../values/ids.ts'
import { compare, subtract } from '../values/money.ts'
import { notNow } from './act-offers.ts'
import type { Asked } from './asked.ts'
import type { Answered, Asking } from './asking.ts'
import { contactNotes } from './contact.ts'
import { countFact, dayFact, moneyFact, periodFact, termFact, textFact } from './facts.ts'
import { aPerson, howMuchOwed, howToPay, option, supportTerms, whatCanYouDo } from './offers.ts'
import { allBills, confirmPromise, payBy, withdrawOffer } from './promise-offers.ts'
import { iWillPay } from './reminder-offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, configured, ofInvoice, ofStanding } from './sources.ts'

export const kinds = [
  'promise.which-bills',
  'promise.which-day',
  'promise.confirm',
  'promise.made',
  'promise.already',
  'promise.withdrawn',
  'promise.dropped',
  'promise.none',
  'promise.not-yours',
  'promise.staff',
  'note.promise-part',
  'note.promise-replaces',
  'note.promise-last',
  'note.promise-kept',
  'note.promise-broken',
] as const
export const terms = ['remind', 'warn', 'person', 'propose-suspension'].map((action) => `after.${action}`)

type Note = NonNullable<Answer['notes']>[number]

const dueSource = (bills: readonly DueBill[]): Source =>
  computed(
    'what is open of these bills, less what is contested',
    bills.map(({ invoice }) => ofInvoice(invoice, 'total')),
  )

export const billRow = (bill: DueBill): Facts => ({
  invoice: textFact(bill.invoice.number, ofInvoice(bill.invoice, 'number')),
  period: periodFact(bill.invoice.period, ofInvoice(bill.invoice, 'period')),
  open: moneyFact(bill.amount, dueSource([bill])),
  due: dayFact(bill.dueOn, ofInvoice(bill.invoice, 'dueOn')),
})

const countOf = (bills: readonly DueBill[]) => countFact(bills.length, dueSource(bills))

/** Several bills are due: which of them is it about? Each is offered, and all of them where they are in one currency. */
export function whichBills(
  kind: 'promise.which-bills' | 'paid.which',
  asked: Asked,
  bills: readonly DueBill[],
): Answered {
  const shown = bills.slice(0, offeredAtMost)
  const oneCurrency = bills.every(({ amount }) => amount.currency === bills[0]?.amount.currency)
  return reply(
    kind,
    { count: countOf(bills) },
    {
      rows: shown.map((bill, at) => ({
        option: textFact(String(at + 1), computed('place in this list', [])),
        ...billRow(bill),
      })),
      offers: [
        ...shown.map(({ invoice }) =>
          option(textFact(invoice.number, ofInvoice(invoice, 'number')), {
            ...asked,
            slots: { ...asked.slots, invoice: invoice.number },
          }),
        ),
        ...(oneCurrency ? [allBills(asked)] : []),
      ],
      choosing: true,
    },
  )
}

const offeredAtMost = 5

type Fine = Extract<PromiseTerms, { kind: 'fine' }>

const termsFacts = ({ bills, amount, latest }: Fine): Facts => ({
  amount: moneyFact(amount, dueSource(bills)),
  count: countOf(bills),
  latest: latestFact(latest),
})

export const latestFact = (latest: Day) =>
  dayFact(latest, computed('days that a promise can reach ahead', [configured('policy.promises.days'), clockSource]))

export const whichDay = (asked: Asked, terms: Fine): Answered =>
  reply('promise.which-day', termsFacts(terms), {
    rows: terms.bills.map(billRow),
    offers: [payBy(asked, terms.latest, latestFact(terms.latest)), notNow],
  })

/** All that is about to be noted; nothing is before the person has said yes. */
export function confirmDraft(customer: CustomerId, terms: Fine, by: Day): Answered {
  const { bills, amount, most, replaces, left } = terms
  return reply(
    'promise.confirm',
    {
      amount: moneyFact(amount, compare(amount, most) === 0 ? dueSource(bills) : { type: 'asked' }),
      by: dayFact(by, { type: 'asked' }),
      count: countOf(bills),
    },
    {
      rows: bills.map(billRow),
      notes: [
        ...(compare(amount, most) < 0
          ? [
              {
                kind: 'note.promise-part',
                facts: { rest: moneyFact(subtract(most, amount), computed('what is due less the promise', [])) },
              },
            ]
          : []),
        ...replaces.map((old) => ({ kind: 'note.promise-replaces', facts: promiseFacts(customer, old) })),
        ...(left === 0 ? [{ kind: 'note.promise-last', facts: { count: countOf(bills) } }] : []),
      ],
      offers: [confirmPromise, notNow],
      choosing: true,
    },
  )
}

export const promiseFacts = (customer: CustomerId, { amount, by, invoices }: Promised): Facts => ({
  amount: moneyFact(amount, ofStanding(customer, 'promises.amount')),
  by: dayFact(by, ofStanding(customer, 'promises.by')),
  count: countFact(invoices.length, ofStanding(customer, 'promises.invoices')),
})

type OfPromise = { readonly account: Account; readonly rules: Rules | undefined; readonly promise: Promised }

function toldOf(kind: 'promise.made' | 'promise.already', { account, rules, promise }: OfPromise): Answered {
  const bills = promise.invoices.flatMap((id) => account.invoices.find((invoice) => invoice.id === id) ?? [])
  return reply(kind, promiseFacts(account.customer.id, promise), {
    rows: bills.map((invoice) => ({ invoice: textFact(invoice.number, ofInvoice(invoice, 'number')) })),
    notes: [{ kind: 'note.promise-kept', facts: {} }, ...brokenNote(rules)],
    offers: [howToPay, ...(bills[0] ? [withdrawOffer(bills[0])] : [])],
  })
}

/** What the policy does where nothing has come by then. */
function brokenNote(rules: Rules | undefined): readonly Note[] {
  const stage = rules?.stages.find(({ id }) => id === rules.promises?.broken)
  if (!stage) return []
  return [
    {
      kind: 'note.promise-broken',
      facts: { after: termFact(`after.${stage.action}`, configured('policy.promises.broken')) },
    },
  ]
}

export const promiseMade = (about: OfPromise): Answered => toldOf('promise.made', about)
export const promiseAlready = (about: OfPromise): Answered => toldOf('promise.already', about)

export const promiseWithdrawn = (customer: CustomerId, promise: Promised): Answered =>
  reply('promise.withdrawn', promiseFacts(customer, promise), { offers: [howToPay, howMuchOwed] })

/** Not now: nothing was noted. */
export const promiseDropped = (): Answered => reply('promise.dropped', {}, { offers: [howToPay, aPerson] })

/** Asked for what is promised, where nothing is. */
export const promiseNone = (): Answered => reply('promise.none', {}, { offers: [iWillPay(), howMuchOwed] })

/** Of one of the company's people who is no billing contact: who can do it. */
export const notTheirs = (asking: Pick<Asking, 'offering' | 'now' | 'language'>): Answered =>
  reply('promise.not-yours', {}, { notes: contactNotes(asking).slice(0, 1), offers: [supportTerms, aPerson] })

/** Staff have commands for it. */
export const staffSteer = (): Answered => reply('promise.staff', {}, { offers: [whatCanYouDo] })
