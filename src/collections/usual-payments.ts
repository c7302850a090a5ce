import { type Account, invoiceState } from '../ledger/account.ts'
import type { Payment } from '../ledger/payment.ts'
import { addDays, type Day, daysBetween } from '../values/day.ts'
import type { InvoiceId, PaymentId } from '../values/ids.ts'

/**
 * Days after the due date by which half of the customer's paid bills were paid whole, of two the later; negative where it pays early.
 * Undefined while it has paid none.
 */
export function usualDelay(account: Account): number | undefined {
  const last = new Map<InvoiceId, Day>()
  for (const { allocations, receivedOn } of account.payments)
    for (const { invoice } of allocations) {
      const known = last.get(invoice)
      if (!known || known < receivedOn) last.set(invoice, receivedOn)
    }
  const delays = account.invoices
    .flatMap((invoice) => {
      const paidOn = last.get(invoice.id)
      const isPaid = paidOn && invoiceState(account, invoice, paidOn).kind === 'paid'
      return isPaid ? [daysBetween(invoice.dueOn, paidOn)] : []
    })
    .sort((a, b) => a - b)
  return delays[Math.floor(delays.length / 2)]
}

/**
 * The payments that would come in on and after `from` if every open bill were paid as late as usual, the earliest first. A bill that is later
 * than that already is not expected: usual is over for it. Nor is any of a customer that has never paid.
 */
export function usualPayments(account: Account, from: Day): readonly Payment[] {
  const delay = usualDelay(account)
  if (delay === undefined) return []
  return account.invoices
    .flatMap((invoice): Payment[] => {
      const { open } = invoiceState(account, invoice, from)
      const usual = addDays(invoice.dueOn, delay)
      const receivedOn = usual < invoice.issuedOn ? invoice.issuedOn : usual
      if (open.minor <= 0n || receivedOn < from) return []
      return [
        {
          id: `assumed|${invoice.id}` as PaymentId,
          customer: account.customer.id,
          receivedOn,
          amount: open,
          reference: invoice.number,
          method: 'assumed',
          allocations: [{ invoice: invoice.id, amount: open }],
          import: 'assumed',
          line: 1,
        },
      ]
    })
    .sort((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1))
}
