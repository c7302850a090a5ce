import { type Account, type InvoiceState, invoiceState } from '../../ledger/account.ts'
import type { Customer } from '../../ledger/customer.ts'
import type { Invoice } from '../../ledger/invoice.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { dayIn } from '../../values/day.ts'
import { amountText, moneyJson } from '../../values/money.ts'
import { periodText } from '../../values/period.ts'
import { findCustomers } from '../find-customers.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly customer?: string; readonly open: boolean; readonly json: boolean }
type Listed = { readonly customer: Customer; readonly invoice: Invoice; readonly state: InvoiceState }

/** `saldo invoices`: the customers' bills and how each stands today, newest first by customer. The customer's side only: no cost. */
export const listInvoices = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const rows: string[][] = []
    for await (const listed of bills(desk, options)) {
      if (options.json) await terminal.out(`${JSON.stringify(jsonOf(listed))}\n`)
      else rows.push(rowOf(listed))
    }
    const head = ['number', 'customer', 'period', 'issued', 'due', 'total', 'open', '', 'state']
    if (!options.json) await writeRows(terminal, head, rows, [5, 6])
    return 0
  })

async function* bills(desk: Desk, { customer: wanted, open }: Options): AsyncGenerator<Listed> {
  const ledger = ledgerOf(desk.documents)
  const customers = wanted === undefined ? ledger.customers() : await findCustomers(desk.documents, wanted)
  for await (const { id } of customers) {
    const account = await ledger.account(id)
    if (account) yield* billsOf(desk, account, open)
  }
}

function* billsOf({ clock }: Desk, account: Account, open: boolean): Generator<Listed> {
  const { customer } = account
  const today = dayIn(customer.timeZone, clock.now())
  for (const invoice of account.invoices) {
    const state = invoiceState(account, invoice, today)
    if (!open || state.open.minor > 0n) yield { customer, invoice, state }
  }
}

const rowOf = ({ customer, invoice, state }: Listed): string[] => [
  invoice.number,
  customer.name,
  periodText(invoice.period),
  invoice.issuedOn,
  invoice.dueOn,
  amountText(invoice.total),
  amountText(state.open),
  invoice.currency,
  state.kind === 'overdue' ? `overdue ${state.overdueDays} days` : state.kind,
]

const jsonOf = ({ customer, invoice, state }: Listed) => ({
  number: invoice.number,
  ownNumber: invoice.ownNumber ?? invoice.number,
  kind: invoice.kind,
  customer: customer.id,
  name: customer.name,
  period: invoice.period,
  issuedOn: invoice.issuedOn,
  dueOn: invoice.dueOn,
  net: moneyJson(invoice.net),
  total: moneyJson(invoice.total),
  paid: moneyJson(state.paid),
  credited: moneyJson(state.credited),
  open: moneyJson(state.open),
  state: state.kind,
  overdueDays: state.overdueDays,
})
