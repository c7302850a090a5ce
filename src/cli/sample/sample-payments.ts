import type { Invoice } from '../../ledger/invoice.ts'
import { addDays, type Day } from '../../values/day.ts'
import { decimal } from '../../values/decimal.ts'
import { amountText, asDecimal, type Money, moneyFrom } from '../../values/money.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleCustomer } from './sample-customers.ts'

export const paymentColumns = [
  'partner_tenant',
  'customer_tenant',
  'received_on',
  'amount',
  'currency',
  'reference',
  'method',
]

/** How customers of a country usually pay. */
const methods: Readonly<Record<string, string>> = { PT: 'multibanco', BR: 'pix' }

type Paid = {
  readonly account: SamplePartnerAccount
  readonly customer: SampleCustomer
  readonly bill: Invoice
  readonly monthsBefore: number
  readonly today: Day
}

/** The customer's payment of a bill by its habit, as a row of payments.csv; undefined while none has come. */
export function paymentRow({ account, customer, bill, monthsBefore, today }: Paid): string[] | undefined {
  const { days, partly, missingFrom, unreferenced } = customer.story.pays
  const receivedOn = addDays(bill.dueOn, days)
  const isMissing = missingFrom !== undefined && monthsBefore <= missingFrom
  if (isMissing || receivedOn > today || bill.total.minor <= 0n) return undefined
  const amount = partly?.monthsBefore === monthsBefore ? part(bill.total, partly.percent) : bill.total
  const reference = unreferenced === monthsBefore ? customer.name : bill.number
  return [
    account.partner,
    customer.tenant,
    receivedOn,
    amountText(amount),
    amount.currency,
    reference,
    methods[customer.country] ?? 'bank-transfer',
  ]
}

const part = (total: Money, percent: number): Money =>
  moneyFrom(asDecimal(total).times(decimal(percent)).div(100), total.currency, 'down')
