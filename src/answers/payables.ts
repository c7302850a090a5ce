import type { Behind, Cause, Payable } from '../collections/payables.ts'
import { type SupplierInvoice, supplierInvoiceKey } from '../ledger/charge.ts'
import type { Source } from '../values/fact.ts'
import type { Answered } from './asking.ts'
import { countFact, dayFact, moneyFact, periodFact, termFact, textFact } from './facts.ts'
import { reply } from './reply.ts'
import { computed, configured } from './sources.ts'

/** What billing admins are told of their own accord. Cost: it goes to nobody else, and into no channel. */
export const kinds = [
  'payables.at-risk',
  'note.payables-behind',
  'note.payables-settled',
  'note.payables-unbilled',
  'note.payables-more',
  'note.payables-reckoned',
] as const
export const terms = ['lateness.all', 'lateness.late', 'lateness.in-time'] as const

const mostCauses = 5

const ofSupplierInvoice = (
  { partner, number, import: file }: SupplierInvoice,
  field: keyof SupplierInvoice,
): Source => ({
  type: 'record',
  record: 'supplier_invoices',
  id: supplierInvoiceKey(partner, number),
  field,
  import: file,
})

/** That one of Microsoft's invoices has to be paid soon: what is missing, and who leaves the gap. */
export function payableAtRisk(payable: Payable): Answered {
  const { supplierInvoice, total, dueOn, atRiskOn, behind, causes, unbilled } = payable
  const terms = computed('earliest invoice date plus the days that Microsoft gives', [
    ofSupplierInvoice(supplierInvoice, 'period'),
    configured('payables.netDays'),
  ])
  const more = causes.length - mostCauses
  return reply(
    'payables.at-risk',
    {
      invoice: textFact(supplierInvoice.number, ofSupplierInvoice(supplierInvoice, 'number')),
      period: periodFact(supplierInvoice.period, ofSupplierInvoice(supplierInvoice, 'period')),
      total: moneyFact(total, ofSupplierInvoice(supplierInvoice, 'total')),
      due: dayFact(dueOn, terms),
      risk: dayFact(atRiskOn, computed('the day after the due date', [terms])),
    },
    {
      rows: causes.slice(0, mostCauses).map((cause) => causeFacts(cause, supplierInvoice)),
      notes: [
        ...(more > 0
          ? [{ kind: 'note.payables-more', facts: { more: countFact(more, billsSource(supplierInvoice)) } }]
          : []),
        ...behind.map((each) => behindNote(each, supplierInvoice)),
        ...(unbilled.length > 0
          ? [
              {
                kind: 'note.payables-unbilled',
                facts: { count: countFact(unbilled.length, billsSource(supplierInvoice)) },
              },
            ]
          : []),
        { kind: 'note.payables-reckoned', facts: {} },
      ],
    },
  )
}

const billsSource = (invoice: SupplierInvoice): Source =>
  computed('customers’ bills made from the invoice, less what was paid and credited', [
    ofSupplierInvoice(invoice, 'number'),
  ])

/** How much of what is open is overdue: all, a part, nothing. */
const latenessFact = ({ open, overdue }: Pick<Cause, 'open' | 'overdue'>, source: Source) =>
  termFact(overdue.minor === 0n ? terms[2] : overdue.minor < open.minor ? terms[1] : terms[0], source)

const causeFacts = ({ name, customer, open, overdue }: Cause, invoice: SupplierInvoice) => ({
  customer: textFact(name, { type: 'record', record: 'customers', id: customer, field: 'name' }),
  open: moneyFact(open, billsSource(invoice)),
  overdue: moneyFact(overdue, billsSource(invoice)),
  lateness: latenessFact({ open, overdue }, billsSource(invoice)),
})

function behindNote({ billed, open, overdue }: Behind, invoice: SupplierInvoice) {
  const source = billsSource(invoice)
  if (open.minor === 0n) return { kind: 'note.payables-settled', facts: { billed: moneyFact(billed, source) } }
  const facts = {
    billed: moneyFact(billed, source),
    open: moneyFact(open, source),
    overdue: moneyFact(overdue, source),
    lateness: latenessFact({ open, overdue }, source),
  }
  return { kind: 'note.payables-behind', facts }
}
