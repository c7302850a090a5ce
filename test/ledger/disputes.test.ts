import { expect, test } from 'vitest'
import { decideDispute } from '../../src/ledger/decide-dispute.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { openDispute } from '../../src/ledger/open-dispute.ts'
import type { Documents } from '../../src/store/documents.ts'
import { instant } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aBill, customerAt, euros } from './examples.ts'
import { openLedger, putBills } from './open-ledger.ts'

const now = instant('2026-11-02T10:00:00Z')
let ids = 0
const open = (documents: Documents, lines: number[], invoice = 'a', customer = customerAt(1)) =>
  openDispute(documents, {
    customer,
    invoice: invoice as InvoiceId,
    lines,
    reason: 'not ordered',
    now,
    newId: () => `dispute-${++ids}`,
  })

async function withBill(): Promise<Documents> {
  const documents = await openLedger()
  await putBills(documents, [aBill('a', ['10.00', '20.00', '30.00'], { taxRate: '23' })])
  return documents
}

test.each([
  ['a line with its tax', [2], '24.60'],
  ['two lines', [1, 3], '49.20'],
  ['the whole bill when no line is named', [], '73.80'],
])('%s is contested', async (_, lines, amount) => {
  expect(await open(await withBill(), lines)).toMatchObject({ kind: 'opened', dispute: { amount: euros(amount) } })
})

test('what is contested already is not contested again', async () => {
  const documents = await withBill()
  await open(documents, [2])
  expect((await open(documents, [2, 3])).kind).toBe('already-disputed')
  expect((await open(documents, [])).kind).toBe('already-disputed')
  expect((await open(documents, [3])).kind).toBe('opened')
})

test('the same dispute twice at one moment is one', async () => {
  const documents = await withBill()
  const results = await Promise.all([open(documents, [2]), open(documents, [2])])
  expect(results.map(({ kind }) => kind).sort()).toEqual(['already-disputed', 'opened'])
})

test('another customer’s bill and unknown lines are not contested', async () => {
  const documents = await withBill()
  expect((await open(documents, [], 'a', customerAt(2))).kind).toBe('unknown-invoice')
  expect(await open(documents, [2, 9])).toEqual({ kind: 'unknown-lines', lines: [9] })
})

test('a dispute is decided once, by the customer’s own records, and then the line can be contested again', async () => {
  const documents = await withBill()
  const opened = await open(documents, [2])
  const dispute = opened.kind === 'opened' ? opened.dispute.id : ('' as never)
  const decide = (customer = customerAt(1)) =>
    decideDispute(documents, { customer, dispute, outcome: 'rejected', note: 'ordered on 3 October', now })
  expect(await decide(customerAt(2))).toEqual({ kind: 'unknown-dispute' })
  expect(await decide()).toMatchObject({ kind: 'decided', dispute: { outcome: { kind: 'rejected', at: now } } })
  expect((await decide()).kind).toBe('already-decided')
  expect((await open(documents, [2])).kind).toBe('opened')
  expect(await ledgerOf(documents).disputes(customerAt(1))).toHaveLength(2)
})
