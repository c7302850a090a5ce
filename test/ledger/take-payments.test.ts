import { describe, expect, test } from 'vitest'
import { balance, invoiceState } from '../../src/ledger/account.ts'
import { applyCredit } from '../../src/ledger/apply-credit.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { type IncomingPayment, takePayments } from '../../src/ledger/take-payments.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day } from '../../src/values/day.ts'
import type { ImportId } from '../../src/values/ids.ts'
import { aBill, aCustomer, customerAt, euros } from './examples.ts'
import { openLedger, putBills, putCustomers } from './open-ledger.ts'

const today = day('2026-12-01')
const incoming = (line: number, amount: string, over: Partial<IncomingPayment> = {}): IncomingPayment => ({
  line,
  customer: customerAt(1),
  receivedOn: day('2026-10-20'),
  amount: euros(amount),
  reference: '',
  method: 'bank-transfer',
  ...over,
})
const take = (documents: Documents, payments: IncomingPayment[], from = 'payments-1') =>
  documents.change((unit) => takePayments(unit, { import: from as ImportId, payments }))

async function withBills(): Promise<Documents> {
  const documents = await openLedger()
  await putCustomers(documents, [aCustomer(1), aCustomer(2)])
  await putBills(documents, [
    aBill('nor-1', ['100.00'], { issuedOn: day('2026-08-08') }),
    aBill('nor-2', ['50.00'], { issuedOn: day('2026-09-08') }),
    aBill('nor-3', ['70.00'], { customer: customerAt(2) }),
  ])
  return documents
}

test('payments of one file are allocated in the order they were received', async () => {
  const documents = await withBills()
  const late = incoming(2, '60.00', { receivedOn: day('2026-10-20'), reference: 'NOR-1' })
  const early = incoming(3, '70.00', { receivedOn: day('2026-09-10'), reference: 'NOR-1' })
  expect(await take(documents, [late, early])).toMatchObject({ kind: 'taken', taken: 2, already: 0 })
  const account = (await ledgerOf(documents).account(customerAt(1)))!
  expect(account.payments.map(({ line, allocations }) => [line, ...allocations.map(({ invoice }) => invoice)])).toEqual(
    [
      [2, 'nor-1', 'nor-2'],
      [3, 'nor-1'],
    ],
  )
  expect(balance(account, today)).toMatchObject([
    { open: euros('20.00'), overdue: euros('20.00'), unallocated: euros('0.00') },
  ])
})

test('the same import again takes nothing', async () => {
  const documents = await withBills()
  const payments = [incoming(2, '100.00'), incoming(3, '50.00')]
  await take(documents, payments)
  expect(await take(documents, payments)).toEqual({ kind: 'taken', taken: 0, already: 2, notes: [] })
  expect(await ledgerOf(documents).payments(customerAt(1))).toHaveLength(2)
})

test('a payment pays only bills of its own customer, whatever number it names', async () => {
  const documents = await withBills()
  await take(documents, [incoming(2, '70.00', { reference: 'NOR-3' })])
  const other = (await ledgerOf(documents).account(customerAt(2)))!
  expect(invoiceState(other, other.invoices[0]!, today)).toMatchObject({ open: euros('70.00') })
})

describe('what a person should know is noted', () => {
  test.each([
    ['nothing when a payment names its bill', incoming(2, '50.00', { reference: 'NOR-2' }), []],
    ['a reference that names no bill', incoming(2, '33.00', { reference: 'G016907411' }), ['unmatched']],
    ['credit that is left', incoming(2, '500.00', { reference: 'NOR-1' }), ['credit-left']],
    ['a payment when nothing was open', incoming(2, '5.00', { receivedOn: day('2026-01-01') }), ['no-bill']],
  ])('%s', async (_, payment, kinds) => {
    const result = await take(await withBills(), [payment])
    expect(result.kind === 'taken' && result.notes.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('a payment that another import brought already', async () => {
    const documents = await withBills()
    await take(documents, [incoming(2, '50.00', { reference: 'NOR-2' })])
    const again = await take(documents, [incoming(9, '50.00', { reference: 'NOR-2' })], 'payments-2')
    expect(again.kind === 'taken' && again.notes[0]?.kind).toBe('looks-repeated')
  })
})

test.each([
  ['a customer that nobody knows', incoming(7, '1.00', { customer: customerAt(9) }), 'customer'],
  ['an amount of nothing', incoming(7, '0.00'), 'amount'],
  ['a negative amount', incoming(7, '-1.00'), 'amount'],
])('%s refuses the whole file', async (_, payment, field) => {
  const documents = await withBills()
  expect(await take(documents, [incoming(2, '100.00'), payment])).toMatchObject({
    kind: 'refused',
    faults: [{ line: 7, field }],
  })
  expect(await ledgerOf(documents).payments(customerAt(1))).toEqual([])
})

test('credit pays a later bill only when somebody applies it', async () => {
  const documents = await withBills()
  await take(documents, [incoming(2, '160.00', { reference: 'NOR-1' }), incoming(3, '20.00')])
  await putBills(documents, [aBill('nor-4', ['25.00'], { issuedOn: day('2026-11-08') })])
  const before = (await ledgerOf(documents).account(customerAt(1)))!
  expect(balance(before, today)).toMatchObject([{ open: euros('25.00'), unallocated: euros('30.00') }])
  expect(await documents.change((unit) => applyCredit(unit, customerAt(1), today))).toBe(2)
  const after = (await ledgerOf(documents).account(customerAt(1)))!
  expect(balance(after, today)).toMatchObject([{ open: euros('0.00'), unallocated: euros('5.00') }])
  expect(await documents.change((unit) => applyCredit(unit, customerAt(1), today))).toBe(0)
})
