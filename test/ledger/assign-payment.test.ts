import { expect, test } from 'vitest'
import { balance, leftover } from '../../src/ledger/account.ts'
import { assignPayment } from '../../src/ledger/assign-payment.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { paymentMatches } from '../../src/ledger/payment-match.ts'
import { type IncomingPayment, takePayments } from '../../src/ledger/take-payments.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day } from '../../src/values/day.ts'
import type { ImportId, PaymentId } from '../../src/values/ids.ts'
import { add, amountText } from '../../src/values/money.ts'
import { aBill, aCustomer, customerAt, euros } from './examples.ts'
import { openLedger, putBills, putCustomers } from './open-ledger.ts'

const incoming = (line: number, amount: string, reference: string): IncomingPayment => ({
  line,
  customer: customerAt(1),
  receivedOn: day('2026-10-20'),
  amount: euros(amount),
  reference,
  method: 'bank-transfer',
})

/** Customer 1 owes 100.00, 50.00 and 50.00; what it paid, by line. */
async function withPayments(...payments: IncomingPayment[]): Promise<Documents> {
  const documents = await openLedger()
  await putCustomers(documents, [aCustomer(1), aCustomer(2)])
  await putBills(documents, [
    aBill('nor-2026-0001', ['100.00'], { issuedOn: day('2026-08-08') }),
    aBill('nor-2026-0002', ['50.00'], { issuedOn: day('2026-09-08') }),
    aBill('nor-2026-0003', ['50.00'], { issuedOn: day('2026-10-08') }),
    aBill('nor-2026-0009', ['70.00'], { customer: customerAt(2) }),
  ])
  await documents.change((unit) => takePayments(unit, { import: 'import-1' as ImportId, payments }))
  return documents
}

const accountOf = async (documents: Documents) => (await ledgerOf(documents).account(customerAt(1)))!
const matchesOf = async (documents: Documents) =>
  paymentMatches(await accountOf(documents)).map(({ payment, kind, left, mightPay }) => [
    payment.line,
    kind,
    amountText(left),
    ...mightPay.map(({ id }) => id.slice(-1)),
  ])
const assign = (documents: Documents, line: number, number: string) =>
  documents.change((unit) => assignPayment(unit, `import-1.${line}` as PaymentId, number))

test('what matches nothing stands first, with the open bills it might be for, the likeliest first', async () => {
  const documents = await withPayments(
    incoming(2, '130.00', 'nor-2026-0001'),
    incoming(3, '33.00', 'G016907411'),
    incoming(4, '50.00', 'fatura 2026/0003'),
  )
  // 100.00 and 30.00 of the first bill's payment went to the bill it names and to the oldest due; 50.00 fits the third alone.
  expect(await matchesOf(documents)).toEqual([
    [3, 'unmatched', '33.00', '2'],
    [4, 'matched', '0.00'],
    [2, 'matched', '0.00'],
  ])
})

test('a number that is written otherwise and an equal amount make a bill likelier', async () => {
  const documents = await withPayments(incoming(2, '40.00', 'fatura 2026/0003'), incoming(3, '50.00', ''))
  expect(await matchesOf(documents)).toEqual([
    [3, 'unmatched', '50.00', '2', '3', '1'],
    [2, 'unmatched', '40.00', '3', '1', '2'],
  ])
})

test('an unmatched payment is credit: nothing more is owed than without it, and no bill counts as paid', async () => {
  const account = await accountOf(await withPayments(incoming(2, '50.00', '')))
  expect(balance(account, day('2026-12-01'))).toMatchObject([{ open: euros('200.00'), unallocated: euros('50.00') }])
})

test('a person assigns it to a bill, as far as the bill is open', async () => {
  const documents = await withPayments(incoming(2, '60.00', 'thanks'))
  const outcome = await assign(documents, 2, 'nor-2026-0002')
  expect(outcome).toMatchObject({ kind: 'assigned', amount: euros('50.00'), invoice: { id: 'nor-2026-0002' } })
  expect(await matchesOf(documents)).toEqual([[2, 'credit-left', '10.00', '1', '3']])
})

test('doing it again changes nothing; a second bill takes the rest', async () => {
  const documents = await withPayments(incoming(2, '60.00', 'thanks'))
  await assign(documents, 2, 'NOR-2026-0002')
  expect(await assign(documents, 2, 'NOR-2026-0002')).toMatchObject({ kind: 'already', amount: euros('50.00') })
  expect(await assign(documents, 2, 'NOR-2026-0003')).toMatchObject({ kind: 'assigned', amount: euros('10.00') })
  expect(await assign(documents, 2, 'NOR-2026-0003')).toMatchObject({ kind: 'already', amount: euros('10.00') })
  const [payment] = (await accountOf(documents)).payments
  expect([leftover(payment!), payment!.allocations.length]).toEqual([euros('0.00'), 2])
})

test.each([
  ['a payment that is not there', 9, 'NOR-2026-0001', 'unknown-payment'],
  ['a bill that is not there', 2, 'NOR-2026-0077', 'unknown-invoice'],
  ["another customer's bill", 2, 'NOR-2026-0009', 'unknown-invoice'],
  ['a bill that is paid', 2, 'NOR-2026-0001', 'nothing-open'],
  ['a payment of which nothing is left', 3, 'NOR-2026-0002', 'nothing-left'],
])('%s is refused and nothing is changed', async (_, line, number, reason) => {
  const documents = await withPayments(incoming(2, '33.00', ''), incoming(3, '100.00', 'NOR-2026-0001'))
  const before = (await accountOf(documents)).payments
  expect(await assign(documents, line, number)).toEqual({ kind: 'refused', reason })
  expect((await accountOf(documents)).payments).toEqual(before)
})

/** What all payments of customer 1 pay of a bill together. */
async function paidOf(documents: Documents, bill: string): Promise<string> {
  const { payments } = await accountOf(documents)
  const parts = payments.flatMap(({ allocations }) => allocations.filter(({ invoice }) => invoice === bill))
  return amountText(parts.reduce((sum, { amount }) => add(sum, amount), euros('0.00')))
}

test('two payments that are assigned to one bill at once pay it once; the rest stays credit', async () => {
  const documents = await withPayments(incoming(2, '120.00', 'no number'), incoming(3, '130.00', 'no number'))
  await Promise.all([assign(documents, 2, 'NOR-2026-0002'), assign(documents, 3, 'NOR-2026-0002')])
  expect(await paidOf(documents, 'nor-2026-0002')).toBe('50.00')
})

test('a payment that comes in while another is assigned to the same bill finds it paid', async () => {
  const documents = await withPayments(incoming(2, '70.00', 'no number'))
  const payments = [incoming(1, '50.00', 'NOR-2026-0002')]
  const take = { import: 'import-2' as ImportId, payments }
  await Promise.all([assign(documents, 2, 'NOR-2026-0002'), documents.change((unit) => takePayments(unit, take))])
  expect(await paidOf(documents, 'nor-2026-0002')).toBe('50.00')
})
