import type { Slots } from '../language/question.ts'
import type { Account } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import { addDays } from '../values/day.ts'
import type { Facts } from '../values/fact.ts'
import { amountText } from '../values/money.ts'
import { contains, monthOf, overlaps, type Period, periodOf, periodText } from '../values/period.ts'
import { askedAmount, askedDay, askedPeriod, askedText } from './facts.ts'

/** Which bill a question is about. `none` says what was asked for; another customer's bill is none like any that never was. */
export type Picked =
  | { readonly kind: 'one'; readonly invoice: Invoice }
  | { readonly kind: 'several'; readonly invoices: readonly Invoice[] }
  | { readonly kind: 'none'; readonly answer: NotFound; readonly facts: Facts }

export const notFoundKinds = [
  'invoice.none',
  'invoice.unknown',
  'invoice.none-of-period',
  'invoice.none-of-day',
  'invoice.none-of-amount',
] as const
type NotFound = (typeof notFoundKinds)[number]

/** By number, day, period or amount, whatever the question names; the newest bill when it names none of them. */
export function pickInvoice(account: Account, slots: Slots): Picked {
  if (!account.invoices.length) return { kind: 'none', answer: 'invoice.none', facts: {} }
  if (slots.invoice && slots.beside) {
    const [from] = byNumber(account.invoices, slots.invoice)
    if (from) return nextTo(account.invoices, from, slots.beside)
  }
  if (slots.invoice)
    return pick(byNumber(account.invoices, slots.invoice), 'invoice.unknown', { invoice: askedText(slots.invoice) })
  if (slots.period)
    return pick(billsFirst(ofPeriod(account.invoices, periodOf(slots.period))), 'invoice.none-of-period', {
      period: askedPeriod(slots.period),
    })
  if (slots.date) return pick(ofDay(account.invoices, slots.date), 'invoice.none-of-day', { day: askedDay(slots.date) })
  if (slots.amount)
    return pick(ofTotal(account.invoices, slots.amount), 'invoice.none-of-amount', {
      amount: askedAmount(slots.amount, account.customer.currency),
    })
  return { kind: 'one', invoice: account.invoices.find(({ kind }) => kind === 'invoice') ?? account.invoices[0]! }
}

function pick(found: readonly Invoice[], answer: NotFound, facts: Facts): Picked {
  if (!found[0]) return { kind: 'none', answer, facts }
  return found.length === 1 ? { kind: 'one', invoice: found[0] } : { kind: 'several', invoices: found }
}

/** Who asks for the October bill means the bill; what corrects it is said beside it. */
function billsFirst(found: readonly Invoice[]): readonly Invoice[] {
  const bills = found.filter(({ kind }) => kind === 'invoice')
  return bills.length ? bills : found
}

/** The bill before or after one, credit notes left out; without one, there is none of the month beside it. */
function nextTo(invoices: readonly Invoice[], from: Invoice, beside: 'before' | 'after'): Picked {
  const bills = invoices.filter(({ kind, id }) => kind === 'invoice' || id === from.id)
  const found = bills[bills.indexOf(from) + (beside === 'before' ? 1 : -1)]
  const { from: first, to: last } = monthOf(from.period.from)
  const month = monthOf(addDays(beside === 'before' ? first : last, beside === 'before' ? -1 : 1))
  return pick(found ? [found] : [], 'invoice.none-of-period', { period: askedPeriod(periodText(month)) })
}

const plain = (number: string): string => number.toUpperCase().replace(/[\s.]/g, '')

/** The whole number, own or legal; else the last group of digits alone, as people call "invoice 118". */
function byNumber(invoices: readonly Invoice[], number: string): readonly Invoice[] {
  const wanted = plain(number)
  const exact = invoices.filter((invoice) =>
    [invoice.number, invoice.legal?.number].some((own) => own && plain(own) === wanted),
  )
  if (exact.length || !/^\d+$/.test(wanted)) return exact
  const ending = (invoice: Invoice): string => /(\d+)$/.exec(invoice.number)?.[1] ?? ''
  return invoices.filter((invoice) => ending(invoice) !== '' && BigInt(ending(invoice)) === BigInt(wanted))
}

/** "The October bill" is the bill for October; only where there is none, the bill that is dated in October. */
export function ofPeriod(invoices: readonly Invoice[], wanted: Period): readonly Invoice[] {
  const starting = invoices.filter(({ period }) => contains(wanted, period.from))
  const found = starting.length ? starting : invoices.filter(({ period }) => overlaps(period, wanted))
  return found.length ? found : invoices.filter(({ issuedOn }) => contains(wanted, issuedOn))
}

function ofDay(invoices: readonly Invoice[], wanted: string): readonly Invoice[] {
  const dated = invoices.filter(({ issuedOn }) => issuedOn === wanted)
  if (dated.length) return dated
  const due = invoices.filter(({ dueOn }) => dueOn === wanted)
  return due.length ? due : invoices.filter(({ period }) => period.from <= wanted && wanted <= period.to)
}

/** Digits behind the amount's own are zeros: "1234.5" is 1234.50. */
export const sameAmount = (a: string, b: string): boolean => trimmed(a) === trimmed(b)
const trimmed = (amount: string): string =>
  (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount).replace(/^-/, '')

const ofTotal = (invoices: readonly Invoice[], amount: string): readonly Invoice[] =>
  invoices.filter(({ total }) => sameAmount(amountText(total), amount))
