import { describe, expect, test } from 'vitest'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { day } from '../../src/values/day.ts'
import type { ImportId } from '../../src/values/ids.ts'
import { aBill, aCharge, aCustomer, aSupplierInvoice, customerAt, partner } from './examples.ts'
import { openLedger, putBills, putCharges, putCustomers, putSupplierInvoice } from './open-ledger.ts'

test('a customer’s bills are the issued ones, newest first, and its own', async () => {
  const documents = await openLedger()
  await putBills(documents, [
    aBill('a', ['1.00'], { issuedOn: day('2026-08-08') }),
    aBill('b', ['1.00'], { issuedOn: day('2026-10-08') }),
    aBill('c', ['1.00'], { issuedOn: day('2026-09-08') }),
    aBill('d', ['1.00'], { status: 'draft' }),
    aBill('e', ['1.00'], { customer: customerAt(2) }),
  ])
  const ledger = ledgerOf(documents)
  expect((await ledger.invoices(customerAt(1))).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  expect(await ledger.invoice(customerAt(1), ' b ')).toMatchObject({ id: 'b' })
  expect(await ledger.invoice(customerAt(1), 'E')).toBeUndefined()
  expect(await ledger.invoice(customerAt(1), 'D')).toBeUndefined()
})

test('an unknown customer has no account', async () => {
  expect(await ledgerOf(await openLedger()).account(customerAt(1))).toBeUndefined()
})

test('all customers are read, however many pages they take', async () => {
  const documents = await openLedger()
  await putCustomers(
    documents,
    Array.from({ length: 1203 }, (_, at) => aCustomer(at)),
  )
  const seen = new Set<string>()
  for await (const { id } of ledgerOf(documents).customers(partner)) seen.add(id)
  expect(seen.size).toBe(1203)
})

describe('customers are found by name', () => {
  const names = ['Adega São Brás', 'Adega do Norte', 'Clínica Brás & Filhos', 'Wroxham Boats Ltd']
  test.each([
    ['adega', ['Adega do Norte', 'Adega São Brás']],
    ['SAO BRAS', ['Adega São Brás']],
    ['brás', ['Adega São Brás', 'Clínica Brás & Filhos']],
    ['boats wrox', ['Wroxham Boats Ltd']],
    ['bras adega', ['Adega São Brás']],
    ['dega', []],
    ['', []],
    ['& -', []],
  ])('%s', async (text, expected) => {
    const documents = await openLedger()
    await putCustomers(
      documents,
      names.map((name, at) => aCustomer(at, { name })),
    )
    expect((await ledgerOf(documents).findCustomers(text)).map(({ name }) => name)).toEqual(expected)
  })

  test('at most twenty', async () => {
    const documents = await openLedger()
    await putCustomers(
      documents,
      Array.from({ length: 50 }, (_, at) => aCustomer(at)),
    )
    expect(await ledgerOf(documents).findCustomers('customer')).toHaveLength(20)
  })
})

test('charges are those of the import that the supplier invoice names', async () => {
  const documents = await openLedger()
  const ledger = ledgerOf(documents)
  const staged = new Map([[customerAt(1), [aCharge({ line: 7 })]]])
  await putCharges(documents, 'staged' as ImportId, 'G000000001', staged)
  expect(await ledger.charges(customerAt(1), 'G000000001')).toEqual([])
  await putSupplierInvoice(documents, aSupplierInvoice(), [aCharge({ line: 2 }), aCharge({ line: 3 })])
  expect((await ledger.charges(customerAt(1), 'G000000001')).map(({ line }) => line)).toEqual([2, 3])
  expect(await ledger.supplierInvoices(partner)).toMatchObject([{ number: 'G000000001' }])
})
