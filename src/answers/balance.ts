import { type Balance, balance } from '../ledger/account.ts'
import type { Facts } from '../values/fact.ts'
import type { Answered, BillingAsking } from './asking.ts'
import { countFact, dayFact, moneyFact, termFact } from './facts.ts'
import { rowFacts } from './invoice-facts.ts'
import { comingInvoice, howToPay, lastPayment, overdueInvoices, showInvoice } from './offers.ts'
import { reply } from './reply.ts'
import { clockSource, computed, ofInvoice, ofPayment } from './sources.ts'

export const kinds = ['balance', 'note.credit', 'note.balance-also'] as const
export const terms = ['settled', 'open', 'overdue'].map((state) => `balance.${state}`)

const shownAtMost = 12

/** How much is owed today, and how much of it is late; in each currency by itself, for nothing is converted. */
export function balanceNow(asking: BillingAsking): Answered {
  const { account, today } = asking
  const [own, ...others] = balance(account, today)
  // The customer's own currency always has an entry, also with nothing in it.
  const owing = owed(own!).reverse()
  return reply('balance', balanceFacts(asking, own!), {
    rows: owing.slice(0, shownAtMost).map(({ invoice }) => rowFacts(account, invoice, today)),
    notes: [
      ...(own!.unallocated.minor > 0n ? [creditNote(asking, own!)] : []),
      ...others
        .filter(({ open }) => open.minor > 0n)
        .map((other) => ({ kind: 'note.balance-also', facts: balanceFacts(asking, other) })),
    ],
    offers: !owing[0]
      ? [comingInvoice, lastPayment]
      : own!.overdue.minor > 0n && owing.length > 1
        ? [howToPay, overdueInvoices, showInvoice(owing[0].invoice)]
        : [howToPay, showInvoice(owing[0].invoice)],
  })
}

/** Newest first, as the ledger has them. */
const owed = ({ byInvoice }: Balance) =>
  byInvoice.filter(({ state }) => state.kind !== 'credit' && state.open.minor > 0n)

function balanceFacts({ account, today }: BillingAsking, one: Balance): Facts {
  const owing = owed(one)
  const late = owing.filter(({ state }) => state.kind === 'overdue')
  const bills = owing.map(({ invoice }) => ofInvoice(invoice, 'total'))
  const payments = account.payments
    .filter(({ allocations }) =>
      allocations.some(({ invoice: paid }) => owing.some(({ invoice }) => invoice.id === paid)),
    )
    .map((payment) => ofPayment(payment, 'allocations'))
  const open = computed('sum of the open bills, less payments and credits', [...bills, ...payments])
  const overdue = computed('the open bills whose due date has passed', [
    ...late.map(({ invoice }) => ofInvoice(invoice, 'dueOn')),
    ...payments,
    clockSource,
  ])
  const state = one.overdue.minor > 0n ? 'overdue' : one.open.minor > 0n ? 'open' : 'settled'
  return {
    today: dayFact(today, clockSource),
    state: termFact(`balance.${state}`, overdue),
    open: moneyFact(one.open, open),
    count: countFact(owing.length, open),
    overdue: moneyFact(one.overdue, overdue),
    late: countFact(late.length, overdue),
  }
}

export function creditNote({ account }: Pick<BillingAsking, 'account'>, { unallocated, currency, byInvoice }: Balance) {
  const from = [
    ...account.payments
      .filter(({ amount }) => amount.currency === currency)
      .map((payment) => ofPayment(payment, 'amount')),
    ...byInvoice.filter(({ state }) => state.kind === 'credit').map(({ invoice }) => ofInvoice(invoice, 'total')),
  ]
  return {
    kind: 'note.credit',
    facts: { credit: moneyFact(unallocated, computed('payments and credit notes that no bill has used', from)) },
  }
}
