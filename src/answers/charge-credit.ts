import { balance } from '../ledger/account.ts'
import type { Facts } from '../values/fact.ts'
import { amountText } from '../values/money.ts'
import { contains, periodOf } from '../values/period.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { chargeProration } from './charge-proration.ts'
import { type Credit, creditsOf } from './credits.ts'
import { askedAmount, askedPeriod, askedText, countFact, moneyFact, termFact } from './facts.ts'
import { matchProduct } from './match-product.ts'
import { aPerson, howMuchOwed, latestInvoice, showAll, showInvoice } from './offers.ts'
import { pickInvoice, sameAmount } from './pick-invoice.ts'
import { reply } from './reply.ts'
import { computed } from './sources.ts'
import { notFound } from './which-invoice.ts'

export const kinds = ['charge.credit', 'charge.credit.none', 'note.more-credits'] as const
export const terms = [
  ...['note', 'line', 'payment'].map((form) => `credit.${form}`),
  ...['used', 'partly', 'unused'].map((state) => `applied.${state}`),
  ...['all', 'amount', 'product', 'period'].map((which) => `wanted.${which}`),
  ...['left', 'none'].map((left) => `unused.${left}`),
]

const biggest = 3

/** Where refunds, credits and credit notes are: on which document, since when, what they were used for, what is left of them. */
export function chargeCredit(asking: BillingAsking): Answered {
  const { account, slots, today } = asking
  if (slots.invoice) {
    const picked = pickInvoice(account, { invoice: slots.invoice, beside: slots.beside })
    if (picked.kind === 'none') return notFound(asking, picked)
  }
  const found = creditsOf(account, today).filter((credit) => fits(asking, credit))
  const wanted = wantedFacts(asking)
  if (!found[0] && refundedWithin(asking)) return chargeProration(asking)
  if (!found[0]) return reply('charge.credit.none', wanted, { offers: [latestInvoice, howMuchOwed, aPerson] })
  const shown = asking.all ? found : bySize(found).slice(0, biggest)
  const [own] = balance(account, today)
  const count = countFact(
    found.length,
    computed(
      'credits on record',
      found.map(({ source }) => source),
    ),
  )
  const rest = found.length - shown.length
  const unused = moneyFact(
    own!.unallocated,
    computed(
      'payments and credit notes that no bill has used',
      found.map(({ source }) => source),
    ),
  )
  return reply(
    'charge.credit',
    {
      ...wanted,
      count,
      unused,
      left: termFact(own!.unallocated.minor > 0n ? 'unused.left' : 'unused.none', unused.source),
    },
    {
      rows: shown.map(({ facts }) => facts),
      notes: rest > 0 ? [{ kind: 'note.more-credits', facts: { more: countFact(rest, count.source) } }] : [],
      offers: [
        ...(rest > 0 ? [showAll(asking)] : []),
        ...(shown[0]?.invoice ? [showInvoice(shown[0].invoice)] : []),
        howMuchOwed,
        aPerson,
      ].slice(0, 3),
    },
  )
}

const bySize = (credits: readonly Credit[]): readonly Credit[] =>
  [...credits].sort((a, b) => (a.amount.minor === b.amount.minor ? 0 : a.amount.minor > b.amount.minor ? -1 : 1))

/** What a bill took off is of the bill's month, whenever that was dated; a credit note and a payment are also of the day they came. */
function isOf(asked: string, { on, period, invoice }: Credit): boolean {
  const wanted = periodOf(asked)
  const came = invoice && invoice.total.minor >= 0n ? invoice.period.from : on
  return contains(wanted, came) || (period !== undefined && contains(wanted, period.from))
}

function fits({ account, slots }: BillingAsking, credit: Credit): boolean {
  if (slots.amount && !sameAmount(amountText(credit.amount), slots.amount)) return false
  if (slots.period && !isOf(slots.period, credit)) return false
  if (slots.product && !matchProduct(slots.product, [credit.product ?? ''], (name) => name).length) return false
  if (!slots.invoice) return true
  const picked = pickInvoice(account, { invoice: slots.invoice, beside: slots.beside })
  const ids =
    picked.kind === 'one' ? [picked.invoice.id] : picked.kind === 'several' ? picked.invoices.map(({ id }) => id) : []
  return ids.some((id) => id === credit.invoice?.id || id === credit.corrects)
}

/** A product that was paid back in exchange for another, or for another quantity: its refund stands on the bill, and is no credit left. */
const refundedWithin = ({ account, slots }: BillingAsking): boolean =>
  slots.product !== undefined &&
  matchProduct(
    slots.product,
    account.invoices
      .filter(({ number, period }) =>
        slots.invoice ? number === slots.invoice : !slots.period || contains(periodOf(slots.period), period.from),
      )
      .flatMap(({ lines }) => lines.filter(({ net, share }) => net.minor < 0n && share !== undefined)),
    ({ product }) => product,
  ).length > 0

/** What was looked for, so that "there is none" says of what. */
function wantedFacts({ account, slots }: BillingAsking): Facts {
  const which = slots.amount ? 'amount' : slots.product ? 'product' : slots.period ? 'period' : 'all'
  return {
    which: termFact(`wanted.${which}`, { type: 'asked' }),
    ...(slots.amount ? { amount: askedAmount(slots.amount, account.customer.currency) } : {}),
    ...(slots.product ? { product: askedText(slots.product) } : {}),
    ...(slots.period ? { period: askedPeriod(slots.period) } : {}),
  }
}
