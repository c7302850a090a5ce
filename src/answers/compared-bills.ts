import type { Slots } from '../language/question.ts'
import type { Account } from '../ledger/account.ts'
import type { Invoice } from '../ledger/invoice.ts'
import type { Fact } from '../values/fact.ts'
import { contains, isMonth, monthsIn, type Period, periodOf, shifted } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { askedPeriod, periodFact, textFact } from './facts.ts'
import { pickInvoice } from './pick-invoice.ts'
import { ofInvoice } from './sources.ts'
import { notFound, whichInvoice } from './which-invoice.ts'

/** One side of a comparison: the documents, what it is called, and the days it covers. */
export type ComparedSide = { readonly invoices: readonly Invoice[]; readonly name: Fact; readonly period: Period }

export type Compared =
  | { readonly kind: 'both'; readonly from: ComparedSide; readonly to: ComparedSide }
  /** There is nothing before it to compare with. */
  | { readonly kind: 'alone'; readonly to: ComparedSide; readonly wanted?: Period }
  | { readonly kind: 'answered'; readonly answered: Answered }

/** Which bills a question compares: those it names, else the newest with the ones before it. */
export function comparedBills(asking: BillingAsking): Compared {
  const { account, slots, against } = asking
  const to = sideFor(asking, slots)
  if ('answer' in to) return { kind: 'answered', answered: to }
  const named = against?.invoice || against?.period ? sideFor(asking, against) : undefined
  if (named && 'answer' in named) return { kind: 'answered', answered: named }
  // "Higher than last month", when the newest bill is last month's: they mean the one before it.
  if (named && !same(named, to)) return inOrder(named, to)
  const wanted = against?.year ? aYearBefore(to.period) : undefined
  const from = wanted ? sideOfPeriod(account, wanted) : sideBefore(account, to)
  return from ? { kind: 'both', from, to } : { kind: 'alone', to, wanted }
}

const same = (a: ComparedSide, b: ComparedSide): boolean =>
  a.invoices.length === b.invoices.length && a.invoices.every((invoice) => b.invoices.includes(invoice))

/** Whatever was named first, the later one is explained by what changed since the earlier one. */
const inOrder = (a: ComparedSide, b: ComparedSide): Compared =>
  a.period.from <= b.period.from ? { kind: 'both', from: a, to: b } : { kind: 'both', from: b, to: a }

function sideFor(asking: BillingAsking, slots: Slots): ComparedSide | Answered {
  const wanted = slots.invoice ? undefined : slots.period && periodOf(slots.period)
  const whole = wanted ? sideOfPeriod(asking.account, wanted, askedPeriod(slots.period ?? '')) : undefined
  if (whole) return whole
  const picked = pickInvoice(asking.account, slots)
  if (picked.kind === 'none') return notFound(asking, picked)
  return picked.kind === 'several' ? whichInvoice(asking, picked.invoices) : sideOfBill(picked.invoice)
}

const sideOfBill = (invoice: Invoice): ComparedSide => ({
  invoices: [invoice],
  name: textFact(invoice.number, ofInvoice(invoice, 'number')),
  period: invoice.period,
})

/** All bills of a period, and the credit notes that correct them. */
function sideOfPeriod(account: Account, wanted: Period, name?: Fact): ComparedSide | undefined {
  const invoices = account.invoices.filter((invoice) => contains(wanted, invoice.period.from))
  const [first] = invoices
  if (!first) return undefined
  const only = invoices.length === 1 && isMonth(wanted)
  return only
    ? { ...sideOfBill(first), name: name ?? sideOfBill(first).name }
    : { invoices, name: name ?? nameOf(wanted, first), period: wanted }
}

const nameOf = (wanted: Period, first: Invoice): Fact => periodFact(wanted, ofInvoice(first, 'period'))

const aYearBefore = (of: Period): Period => shifted(of, -12)

/** Whether there is anything to compare with a year before. */
export const hasYearBefore = (account: Account, { period: of }: ComparedSide): boolean =>
  account.invoices.some((invoice) => contains(aYearBefore(of), invoice.period.from))

/** As many months before it; of one bill, the newest one that is for earlier days. */
function sideBefore(account: Account, to: ComparedSide): ComparedSide | undefined {
  const [only] = to.invoices
  if (to.invoices.length > 1 || !only || monthsIn(to.period) > 1)
    return sideOfPeriod(account, shifted(to.period, -monthsIn(to.period)))
  const earlier = account.invoices.find(
    ({ origin, period: { from }, currency }) =>
      origin.type !== 'correction' && from < only.period.from && currency === only.currency,
  )
  // Both are called alike: who asks about October hears of September.
  const byPeriod = to.name.value.type === 'period' && earlier && isMonth(earlier.period)
  return earlier && { ...sideOfBill(earlier), ...(byPeriod && { name: nameOf(earlier.period, earlier) }) }
}
