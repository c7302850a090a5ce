import { describe, expect, test } from 'vitest'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { type Account, balance, invoiceState } from '../../src/ledger/account.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { CustomerId } from '../../src/values/ids.ts'
import { type Money, amountText as moneyText } from '../../src/values/money.ts'
import { amountText } from './amount-text.ts'
import { type FilledLedger, fillLedger, today } from './filled-ledger.ts'
import { writeInvented } from './invented-folder.ts'
import type { CustomerFigures } from './oracle.ts'

type Told = {
  readonly bills: Readonly<Record<string, unknown>>
  readonly balance: Readonly<Record<string, string>>
  readonly subscriptions: readonly string[]
}

const seatsText = (product: string, cancelled: boolean, seats: number | undefined): string =>
  `${product}: ${cancelled ? 'cancelled' : (seats ?? 'usage')}`

function byOracle({ bills, subscriptions, ...account }: CustomerFigures): Told {
  const told = bills.map(({ bill, state, open }) => {
    const figures = { net: amountText(bill.net), tax: amountText(bill.tax), total: amountText(bill.total) }
    const lines = bill.lines.map(({ net }) => amountText(net)).toSorted()
    return [
      bill.number,
      { ...figures, lines, due: bill.due, period: bill.period, state, open: amountText(open) },
    ] as const
  })
  return {
    bills: Object.fromEntries(told),
    balance: {
      open: amountText(account.open),
      overdue: amountText(account.overdue),
      unallocated: amountText(account.unallocated),
    },
    subscriptions: subscriptions.map((one) => seatsText(one.product, one.cancelled, one.seats)).toSorted(),
  }
}

function bySaldo(account: Account, currency: string): Told {
  const told = account.invoices.map((bill) => {
    const { kind, open } = invoiceState(account, bill, today)
    const [net, total] = [moneyText(bill.net), moneyText(bill.total)]
    const tax = amountText(bill.total.minor - bill.net.minor)
    const lines = bill.lines.map((line) => moneyText(line.net)).toSorted()
    const { dueOn: due, period } = bill
    return [bill.number, { net, tax, total, lines, due, period, state: kind, open: moneyText(open) }] as const
  })
  const owed = balance(account, today).find(({ open }) => open.currency === currency)
  const amount = (money: Money | undefined) => (money ? moneyText(money) : '0.00')
  return {
    bills: Object.fromEntries(told),
    balance: { open: amount(owed?.open), overdue: amount(owed?.overdue), unallocated: amount(owed?.unallocated) },
    subscriptions: account.subscriptions
      .map(({ product, status, quantity }) => seatsText(product, status === 'cancelled', quantity))
      .toSorted(),
  }
}

async function expectAgreement({ documents, oracle, close }: FilledLedger): Promise<void> {
  const ledger = ledgerOf(documents)
  for (const figures of oracle.customers) {
    const { partner, tenant, currency } = figures.customer
    const account = await ledger.account(`${partner}.${tenant}` as CustomerId)
    expect(account, figures.customer.name).toBeDefined()
    if (account) expect(bySaldo(account, currency), figures.customer.name).toEqual(byOracle(figures))
  }
  await close()
}

const long = process.env.SALDO_LONG !== undefined

describe('bills, balances and seats are what the files alone say', () => {
  test.each(
    [{}, { customers: 40, months: 14, seed: 7 }, { customers: 60, months: 12, seed: 3 }].slice(0, long ? 3 : 2),
  )('for the sample partner %o', async (shape) => {
    const filled = await fillLedger((folder) => writeSample(folder, { today, ...shape }).then(() => undefined))
    expect(filled.oracle.bills.length).toBeGreaterThanOrEqual(84)
    await expectAgreement(filled)
  })

  test.each(Array.from({ length: long ? 60 : 4 }, (_, at) => at + 1))(
    'for invented price books, month ends and seat changes, seed %i',
    async (seed) => {
      const filled = await fillLedger((folder) => writeInvented(folder, { seed, customers: 12, months: 8 }))
      expect(filled.oracle.bills.length).toBeGreaterThan(60)
      await expectAgreement(filled)
    },
  )
})
