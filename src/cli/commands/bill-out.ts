import { applyCredit } from '../../ledger/apply-credit.ts'
import type { BillFault } from '../../ledger/bill-out.ts'
import type { SupplierInvoice } from '../../ledger/charge.ts'
import { type IssuedBills, issueBills } from '../../ledger/issue-bills.ts'
import type { Day } from '../../values/day.ts'
import { CommandRefused } from '../command-refused.ts'
import { type DraftedBills, draftAll } from '../draft-all.ts'
import { everySupplierInvoice } from '../every-supplier-invoice.ts'
import { machineDay } from '../machine-day.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'

type Options = {
  readonly issuedOn?: Day
  readonly useCredit: boolean
  readonly dryRun: boolean
  readonly json: boolean
}
/** `usedPayments`: earlier payments whose rest went to the bills. */
type Issued = IssuedBills & { readonly usedPayments?: number }
type Outcome = Issued | DraftedBills

/** `saldo bill-out`: issues the bills of supplier invoices, each all or nothing and never twice; the first refused one ends it. */
export const billOut = (outside: Outside, numbers: readonly string[], options: Options): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const wanted: SupplierInvoice[] = []
    for (const number of numbers) wanted.push(await supplierInvoiceOf(desk, number))
    const issuedOn = options.issuedOn ?? machineDay(desk.clock)
    for (const invoice of wanted) {
      const outcome = await (options.dryRun
        ? draftAll(desk, invoice, issuedOn)
        : issue(desk, invoice, issuedOn, options))
      const { terminal } = outside
      if (options.json) await terminal.out(`${JSON.stringify({ supplierInvoice: invoice.number, ...outcome })}\n`)
      const refusal = refusalOf(invoice.number, outcome)
      if (refusal) throw new CommandRefused(refusal)
      if (!options.json) await terminal.out(`${invoice.number}: ${textOf(outcome)}\n`)
    }
    return 0
  })

async function issue(desk: Desk, invoice: SupplierInvoice, issuedOn: Day, { useCredit }: Options): Promise<Issued> {
  const { partner, number, customers } = invoice
  const timed = { issuedOn, now: desk.clock.now(), newId: desk.newId }
  const issued = await issueBills(desk.documents, { supplierInvoice: { partner, number }, ...timed })
  if (!useCredit || (issued.kind !== 'issued' && issued.kind !== 'already-issued')) return issued
  let usedPayments = 0
  for (const customer of customers) {
    usedPayments += await desk.documents.change((unit) => applyCredit(unit, customer, issuedOn))
  }
  return { ...issued, usedPayments }
}

/** Microsoft's numbers are unique in one Partner Center account only: `PARTNER-TENANT/NUMBER` says which. */
async function supplierInvoiceOf({ documents }: Desk, text: string): Promise<SupplierInvoice> {
  const found: SupplierInvoice[] = []
  for await (const invoice of everySupplierInvoice(documents)) {
    const names = [invoice.number, `${invoice.partner}/${invoice.number}`].map((name) => name.toLowerCase())
    if (names.includes(text.trim().toLowerCase())) found.push(invoice)
  }
  if (found[0] && found.length === 1) return found[0]
  if (found.length === 0)
    throw new CommandRefused(`no supplier invoice ${text} is here: import its reconciliation file first`)
  const names = found.map(({ partner, number }) => `${partner}/${number}`).join(' or ')
  throw new CommandRefused(`${found.length} Partner Center accounts have a supplier invoice ${text}: say ${names}`)
}

function refusalOf(number: string, outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case 'refused':
      return `${number}: nothing was issued, ${outcome.customers} customers cannot be billed:\n${outcome.faults.map(faultText).join('\n')}`
    case 'unknown-supplier-invoice':
      return `${number}: no such supplier invoice is here: import its reconciliation file first`
    case 'no-price-book':
      return `${number}: its Partner Center account has no price book: import price-book.yaml first`
    case 'charges-changed':
      return `${number}: its charges were replaced meanwhile: run the command again`
    default:
      return undefined
  }
}

const faultText = ({ customer, line, product, problem, remedy }: BillFault): string =>
  `  ${[customer, line && `line ${line}`, product].filter(Boolean).join(', ')}: ${problem}. ${remedy}`

function textOf(outcome: Outcome): string {
  if (outcome.kind === 'drafted')
    return `${outcome.bills} bills, ${outcome.totals.map((total) => `${total.amount} ${total.currency}`).join(', ')}, nothing was issued`
  if (outcome.kind !== 'issued' && outcome.kind !== 'already-issued') return outcome.kind
  const before = outcome.kind === 'already-issued' ? ', issued before' : ''
  const used = outcome.usedPayments === undefined ? '' : `, ${outcome.usedPayments} earlier payments used`
  return `${outcome.bills} bills, ${outcome.first} to ${outcome.last}${before}${used}`
}
