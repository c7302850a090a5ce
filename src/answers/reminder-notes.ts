import type { Contact } from '../collections/contact.ts'
import { perCurrency } from '../collections/per-currency.ts'
import type { Stage } from '../collections/policy.ts'
import { balance } from '../ledger/account.ts'
import type { Offering } from '../support/offering.ts'
import type { Answer } from '../values/answer.ts'
import { decimal } from '../values/decimal.ts'
import type { Fact, Source } from '../values/fact.ts'
import type { Language } from '../values/language.ts'
import { creditNote } from './balance.ts'
import { countFact, moneyFact, percentFact, termFact, textFact } from './facts.ts'
import { methodRows } from './payment-methods.ts'
import { type About, amountFact, dueOnFact, heldFact, isDone, isToPay, type RemindedBill } from './reminder-bills.ts'
import { computed, configured, ofInvoice } from './sources.ts'

type Notes = NonNullable<Answer['notes']>

export const kinds = [
  'note.reminder-total',
  'note.reminder-coming',
  'note.reminder-more',
  'note.reminder-more-done',
  'note.reminder-held',
  'note.reminder-part',
  'note.reminder-fee',
  'note.reminder-words',
  'note.reminder-pay',
  'note.reminder-pay-line',
  'note.reminder-stop',
  'note.reminder-end',
  'note.reminder-from',
] as const
export const terms = ['fee.amount', 'fee.percent', 'fee.per-year'] as const

const numberFact = ({ invoice }: RemindedBill): Fact => textFact(invoice.number, ofInvoice(invoice, 'number'))

const totalSource = (about: About, bills: readonly RemindedBill[]): Source =>
  computed(
    'sum of what is to be paid of these bills',
    bills.map((bill) => amountFact(about, bill).source),
  )

/** What bills come to, a currency at a time: nothing is ever added across. */
export const totalsOf = (about: About, bills: readonly RemindedBill[]): readonly { total: Fact; count: Fact }[] =>
  perCurrency(bills.map(({ amount }) => amount)).map((total) => {
    const source = totalSource(
      about,
      bills.filter(({ amount }) => amount.currency === total.currency),
    )
    const count = bills.filter(({ amount }) => amount.currency === total.currency).length
    return { total: moneyFact(total, source), count: countFact(count, source) }
  })

/** Where there are several currencies, what is to be paid in each. */
export const totalNotes = (about: About, bills: readonly RemindedBill[]): Notes => {
  const totals = totalsOf(about, bills)
  return totals.length > 1 ? totals.map((facts) => ({ kind: 'note.reminder-total', facts })) : []
}

/** Of a message about what is due: what is not due yet, in each currency, and the first day on which it is. Their order is by due date. */
export const comingNotes = (about: About, bills: readonly RemindedBill[]): Notes =>
  totalsOf(about, bills).map((facts) => {
    const { value } = facts.total
    const first = bills.find(({ amount }) => value.type === 'money' && amount.currency === value.money.currency)!
    return { kind: 'note.reminder-coming', facts: { ...facts, due: dueOnFact(about, first) } }
  })

/** The bills that are not shown one by one, summed up. */
export function moreNotes(about: About, left: readonly RemindedBill[]): Notes {
  const done = left.filter((bill) => isDone(bill) || bill.amount.minor <= 0n)
  const source = computed(
    'bills that are not shown one by one',
    done.map(({ invoice }) => ofInvoice(invoice, 'number')),
  )
  return [
    ...totalsOf(
      about,
      left.filter((bill) => !done.includes(bill)),
    ).map((facts) => ({ kind: 'note.reminder-more', facts })),
    ...(done.length ? [{ kind: 'note.reminder-more-done', facts: { count: countFact(done.length, source) } }] : []),
  ]
}

/** What has become of parts of bills: contested and on hold, or paid. */
export const partNotes = (about: About, bills: readonly RemindedBill[], paid: (bill: RemindedBill) => Fact): Notes =>
  bills.flatMap(
    (bill): Notes => [
      ...(bill.held.minor > 0n && bill.amount.minor > 0n
        ? [{ kind: 'note.reminder-held', facts: { invoice: numberFact(bill), held: heldFact(about, bill) } }]
        : []),
      ...(isToPay(bill) && moneyOfFact(paid(bill)) > 0n
        ? [{ kind: 'note.reminder-part', facts: { invoice: numberFact(bill), paid: paid(bill) } }]
        : []),
    ],
  )

const moneyOfFact = ({ value }: Fact): bigint => (value.type === 'money' ? value.money.minor : 0n)

/** The customer's own credit, where something is to be paid in that currency: it may want it used. */
export const creditNotes = ({ account, today }: About, bills: readonly RemindedBill[]): Notes =>
  balance(account, today)
    .filter(
      ({ currency, unallocated }) => unallocated.minor > 0n && bills.some(({ amount }) => amount.currency === currency),
    )
    .map((one) => creditNote({ account }, one))

/** Saldo puts it on no bill: it says what the policy adds. */
export const feeNotes = (contact: Contact, bills: readonly RemindedBill[]): Notes =>
  contact.fees.flatMap(({ invoice: id, amount, rule }) => {
    const bill = bills.find(({ invoice }) => invoice.id === id)
    if (!bill) return []
    const source: Source = { type: 'record', record: 'contacts', id: contact.id, field: 'fees' }
    // As collections/fees.ts writes down what it went by.
    const [, yearly, percent] = /^percent(-per-year)? (\d+(?:\.\d+)?)/.exec(rule) ?? []
    const how = percent === undefined ? 'amount' : yearly ? 'per-year' : 'percent'
    return [
      {
        kind: 'note.reminder-fee',
        facts: {
          invoice: numberFact(bill),
          amount: moneyFact(amount, source),
          how: termFact(`fee.${how}`, source),
          ...(percent !== undefined && { percent: percentFact(decimal(percent), source) }),
        },
      },
    ]
  })

/** What the partner wrote for the stage, where it did in this language. */
export function wordNotes(stage: Stage | undefined, language: Language): Notes {
  const words = stage?.words?.[language]
  const source = configured(`policy.stages.${stage?.id}.words`)
  return words ? [{ kind: 'note.reminder-words', facts: { words: textFact(words, source) } }] : []
}

/** How to pay, as the partner wrote it. Saldo makes up no account number and no reference. */
export function payNotes(offering: Offering | undefined, country: string): Notes {
  const rows = methodRows(offering, country)
  if (!rows.length) return [{ kind: 'payment.methods.none', facts: {} }]
  return [{ kind: 'note.reminder-pay', facts: {} }, ...rows.map((facts) => ({ kind: 'note.reminder-pay-line', facts }))]
}

export const fromNotes = (offering: Offering | undefined): Notes =>
  offering ? [{ kind: 'note.reminder-from', facts: { partner: textFact(offering.name, configured('name')) } }] : []
