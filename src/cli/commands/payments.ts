import { imports } from '../../ledger/import-record.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { type PaymentMatch, paymentMatches } from '../../ledger/payment-match.ts'
import type { InvoiceId } from '../../values/ids.ts'
import { amountText, type Money, moneyJson } from '../../values/money.ts'
import { findCustomers } from '../find-customers.ts'
import { shortPaymentId } from '../find-payment.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly customer?: string; readonly unmatched: boolean; readonly json: boolean }
type Listed = PaymentMatch & {
  readonly name: string
  /** The imported file. */
  readonly file: string
  readonly pays: readonly { readonly number: string; readonly amount: Money }[]
}

/** `saldo payments`: what came in and which bills it pays, those first that want a person. The customer's side only: no cost. */
export const listPayments = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const listed = await paymentsOf(desk, options)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(jsonOf(each))}\n`)
    else await writeRows(terminal, head, listed.map(rowOf), [3])
    return 0
  })

async function paymentsOf({ documents }: Desk, { customer: wanted, unmatched }: Options): Promise<readonly Listed[]> {
  const ledger = ledgerOf(documents)
  const files = new Map<string, string>()
  const all: Listed[] = []
  for await (const { id } of wanted === undefined ? ledger.customers() : await findCustomers(documents, wanted)) {
    const account = await ledger.account(id)
    for (const match of account ? paymentMatches(account) : []) {
      const { payment } = match
      if (unmatched && match.kind !== 'unmatched') continue
      const file = files.get(payment.import) ?? (await documents.get(imports, payment.import))?.data.file ?? ''
      files.set(payment.import, file)
      const numberOf = (bill: InvoiceId) => account?.invoices.find(({ id }) => id === bill)?.number ?? ''
      const pays = payment.allocations.map(({ invoice, amount }) => ({ number: numberOf(invoice), amount }))
      all.push({ ...match, name: account?.customer.name ?? '', file, pays })
    }
  }
  const rank = ({ kind }: Listed) => (kind === 'unmatched' ? 0 : kind === 'credit-left' ? 1 : 2)
  return all.sort((a, b) => rank(a) - rank(b))
}

const head = ['payment', 'received', 'customer', 'amount', '', 'reference', 'file', 'state']

const rowOf = (listed: Listed): string[] => {
  const { payment, name, file } = listed
  return [
    shortPaymentId(payment),
    payment.receivedOn,
    name,
    amountText(payment.amount),
    payment.amount.currency,
    payment.reference,
    `${file}:${payment.line}`,
    stateText(listed),
  ]
}

const mostBills = 3

function stateText({ kind, left, pays: paid, mightPay }: Listed): string {
  const pays = paid.map(({ number }) => number).join(', ')
  if (kind === 'matched') return `pays ${pays}`
  const bills = mightPay.slice(0, mostBills).map(({ numbers, open }) => `${numbers[0]} (${amountText(open)} open)`)
  const more = mightPay.length > mostBills ? ` or ${mightPay.length - mostBills} more` : ''
  const might = bills.length > 0 ? `: might be ${bills.join(' or ')}${more}` : ': nothing is open'
  return kind === 'unmatched' ? `unmatched${might}` : `pays ${pays}; ${amountText(left)} left${might}`
}

const jsonOf = ({ payment, kind, left, name, file, pays, mightPay }: Listed) => ({
  id: payment.id,
  shortId: shortPaymentId(payment),
  file,
  line: payment.line,
  customer: payment.customer,
  name,
  receivedOn: payment.receivedOn,
  amount: moneyJson(payment.amount),
  reference: payment.reference,
  method: payment.method,
  state: kind,
  left: moneyJson(left),
  pays: pays.map(({ number, amount }) => ({ number, amount: moneyJson(amount) })),
  mightPay: mightPay.map(({ numbers, dueOn, open }) => ({ number: numbers[0], dueOn, open: moneyJson(open) })),
})
