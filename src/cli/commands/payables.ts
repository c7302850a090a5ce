import { accountPayables, billedAccounts } from '../../collections/account-payables.ts'
import type { Behind, Cause, Payable } from '../../collections/payables.ts'
import { type Day, dayIn, daysBetween } from '../../values/day.ts'
import type { CustomerId } from '../../values/ids.ts'
import { amountText, type Money, moneyJson } from '../../values/money.ts'
import { periodText } from '../../values/period.ts'
import { findCustomers } from '../find-customers.ts'
import { lookAt } from '../look-at.ts'
import { maySeeCosts } from '../may-see-costs.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly customer?: string; readonly all: boolean; readonly as?: string; readonly json: boolean }

/** `saldo payables`: Microsoft's invoices, what the customers behind them have paid, and when the partner's own account is at risk. Cost. */
export const listPayables = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    await maySeeCosts(desk.documents, options.as)
    const today = dayIn('UTC', desk.clock.now())
    const listed = await payablesOf(desk, options, today)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(jsonOf(each))}\n`)
    else if (listed.length === 0) await terminal.err('There is no invoice of Microsoft’s that is not noted as paid.\n')
    else {
      const rows = listed.map((each) => rowOf(each, today))
      await writeRows(terminal, head, rows, [2])
      await terminal.err(remark)
    }
    return 0
  })

const remark =
  'Issued on the 6th of the next month at the earliest: the files do not say the day. `saldo payables paid NUMBER` notes that one was paid.\n'

async function payablesOf({ documents }: Desk, { customer, all }: Options, today: Day): Promise<readonly Payable[]> {
  const wanted = customer === undefined ? undefined : (await findCustomers(documents, customer)).map(({ id }) => id)
  const listed: Payable[] = []
  for (const partner of await billedAccounts(documents)) {
    if (wanted && !wanted.some((id) => id.startsWith(`${partner}.`))) continue
    listed.push(...(await accountPayables(documents, partner, today)))
  }
  return listed
    .filter(({ state }) => all || state !== 'paid')
    .flatMap((each) => (wanted ? onlyOf(each, new Set(wanted)) : [each]))
}

/** One invoice as far as some customers are behind it; nothing where they are not. The sums stay those of all. */
function onlyOf(payable: Payable, wanted: ReadonlySet<CustomerId>): readonly Payable[] {
  if (!payable.supplierInvoice.customers.some((id) => wanted.has(id))) return []
  const only = payable.causes.filter(({ customer }) => wanted.has(customer))
  return [{ ...payable, causes: only, unbilled: payable.unbilled.filter((id) => wanted.has(id)) }]
}

const head = [
  'invoice',
  'period',
  'total',
  '',
  'due',
  'at risk on',
  'state',
  'customers paid',
  'still open',
  'caused by',
]

const rowOf = (payable: Payable, today: Day): string[] => [
  payable.supplierInvoice.number,
  periodText(payable.supplierInvoice.period),
  amountText(payable.total),
  payable.total.currency,
  payable.dueOn,
  payable.atRiskOn,
  stateText(payable, today),
  payable.behind.map(({ settledPercent, billed }) => `${settledPercent} % of ${moneyText(billed)}`).join(' + '),
  payable.behind.map(({ open }) => moneyText(open)).join(' + '),
  causesText(payable),
]

const moneyText = (money: Money): string => `${amountText(money)} ${money.currency}`
const daysText = (days: number): string => (days === 1 ? '1 day' : `${days} days`)

function stateText({ state, atRiskOn, paidOn }: Payable, today: Day): string {
  if (state === 'paid') return `paid ${paidOn}`
  if (state === 'at-risk') return `unless paid: at risk for ${daysText(daysBetween(atRiskOn, today) + 1)}`
  return `${state === 'soon' ? 'AT RISK' : 'at risk'} in ${daysText(daysBetween(today, atRiskOn))}`
}

const mostCauses = 3

function causesText({ causes, unbilled }: Payable): string {
  const named = causes.slice(0, mostCauses).map(({ name, open, overdueDays }) => {
    const late = overdueDays > 0 ? `, ${daysText(overdueDays)} late` : ''
    return `${name} (${moneyText(open)}${late})`
  })
  const more = causes.length - named.length
  const rest = [
    ...(more > 0 ? [`${more} more`] : []),
    ...(unbilled.length > 0 ? [`${unbilled.length} not billed`] : []),
  ]
  return [...named, ...rest].join(', ')
}

const jsonOf = ({ supplierInvoice, total, behind, causes, ...payable }: Payable) => ({
  number: supplierInvoice.number,
  account: supplierInvoice.partner,
  period: supplierInvoice.period,
  total: moneyJson(total),
  issuedOn: payable.issuedOn,
  dueOn: payable.dueOn,
  atRiskOn: payable.atRiskOn,
  state: payable.state,
  paidOn: payable.paidOn ?? null,
  behind: behind.map(behindJson),
  unbilled: payable.unbilled,
  causes: causes.map(causeJson),
})

const behindJson = ({ billed, settled, open, overdue, settledPercent }: Behind) => ({
  billed: moneyJson(billed),
  settled: moneyJson(settled),
  open: moneyJson(open),
  overdue: moneyJson(overdue),
  settledPercent,
})

const causeJson = ({ customer, name, open, overdue, overdueDays }: Cause) => ({
  customer,
  name,
  open: moneyJson(open),
  overdue: moneyJson(overdue),
  overdueDays,
})
