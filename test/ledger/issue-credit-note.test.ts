import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { invoiceState } from '../../src/ledger/account.ts'
import { issueCreditNote } from '../../src/ledger/issue-credit-note.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { amountText, money, sum } from '../../src/values/money.ts'
import { aBill, aCustomer, aPriceBook, customerAt, eur, euros } from './examples.ts'
import { openLedger, putBills, putCustomers, putPriceBook } from './open-ledger.ts'

let ids = 0
const credit = (documents: Documents, lines?: number[], invoice = 'a', customer = customerAt(1)) =>
  issueCreditNote(documents, {
    customer,
    invoice: invoice as InvoiceId,
    lines,
    reason: 'wrong price',
    issuedOn: day('2026-11-02'),
    newId: () => `note-${++ids}`,
  })

async function withBill(nets: string[], taxRate = '23'): Promise<Documents> {
  const documents = await openLedger()
  await putCustomers(documents, [aCustomer()])
  await putPriceBook(documents, aPriceBook())
  await putBills(documents, [aBill('a', nets, { taxRate })])
  return documents
}

test('in full it mirrors the bill, and nothing is left to pay', async () => {
  const documents = await withBill(['10.01', '20.02', '30.03'])
  const result = await credit(documents)
  expect(result).toMatchObject({
    kind: 'issued',
    creditNote: { kind: 'credit-note', number: 'NOR-2026-0001', corrects: 'a' },
  })
  const account = (await ledgerOf(documents).account(customerAt(1)))!
  const bill = account.invoices.find(({ id }) => id === 'a')!
  expect(invoiceState(account, bill, day('2027-01-01'))).toMatchObject({
    kind: 'paid',
    open: euros('0.00'),
    credited: bill.total,
  })
})

test('by lines it says which line of the bill each one corrects', async () => {
  const result = await credit(await withBill(['10.00', '20.00', '30.00']), [3, 2])
  expect(
    result.kind === 'issued' &&
      result.creditNote.lines.map(({ number, corrects, net }) => [number, corrects, amountText(net)]),
  ).toEqual([
    [1, 2, '-20.00'],
    [2, 3, '-30.00'],
  ])
})

describe('nothing is credited twice', () => {
  test('a line', async () => {
    const documents = await withBill(['10.00', '20.00'])
    await credit(documents, [1])
    expect(await credit(documents, [1, 2])).toEqual({ kind: 'already-credited', lines: [1] })
  })

  test('a whole bill, even at the same moment', async () => {
    const documents = await withBill(['10.00', '20.00'])
    const results = await Promise.all([credit(documents), credit(documents), credit(documents)])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['already-credited', 'already-credited', 'issued'])
  })
})

test.each([
  ['another customer’s bill', undefined, 'a', customerAt(2), 'unknown-invoice'],
  ['a bill that does not exist', undefined, 'b', customerAt(1), 'unknown-invoice'],
  ['a line that is not on it', [9], 'a', customerAt(1), 'unknown-lines'],
])('%s cannot be credited', async (_, lines, invoice, customer, kind) => {
  expect((await credit(await withBill(['10.00']), lines, invoice, customer)).kind).toBe(kind)
})

test('a credit note cannot be credited', async () => {
  const documents = await withBill(['10.00'])
  const result = await credit(documents)
  const note = result.kind === 'issued' ? result.creditNote.id : ''
  expect((await credit(documents, undefined, note)).kind).toBe('unknown-invoice')
})

test('credit notes for all the parts of a bill take exactly the bill, tax included', async () => {
  const nets = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(nets, fc.integer({ min: 1, max: 27 }), async (cents, rate) => {
      const texts = [...cents, 1].map((each) => amountText(money(BigInt(each), eur)))
      const documents = await withBill(texts, `${rate}`)
      for (let line = 1; line <= texts.length; line++) await credit(documents, [line])
      const all = await ledgerOf(documents).invoices(customerAt(1))
      expect(
        sum(
          all.map(({ total }) => total),
          eur,
        ),
      ).toEqual(euros('0.00'))
    }),
    { numRuns: process.env.SALDO_LONG ? 200 : 10 },
  )
})
