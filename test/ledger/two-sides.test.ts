import { expect, expectTypeOf, test } from 'vitest'
import type { Account } from '../../src/ledger/account.ts'
import type { Charge } from '../../src/ledger/charge.ts'
import { issueBills } from '../../src/ledger/issue-bills.ts'
import { type CustomerSide, ledgerOf } from '../../src/ledger/ledger.ts'
import { day, instant } from '../../src/values/day.ts'
import { amountText, type Money } from '../../src/values/money.ts'
import { aCharge, aCustomer, aPriceBook, aSupplierInvoice, customerAt, partner } from './examples.ts'
import { openLedger, putCustomers, putPriceBook, putSupplierInvoice } from './open-ledger.ts'

test('no field of a charge is money, so no cost can stand where an amount owed is wanted', () => {
  expectTypeOf<Extract<Charge[keyof Charge], Money>>().toEqualTypeOf<never>()
  expectTypeOf<Charge['subtotal']>().not.toExtend<Money>()
})

test('the customer’s side has no way to charges, usage, supplier invoices and the price book', () => {
  expectTypeOf<keyof CustomerSide & ('charges' | 'usage' | 'supplierInvoices' | 'priceBook')>().toEqualTypeOf<never>()
  expectTypeOf<keyof Account>().toEqualTypeOf<'customer' | 'invoices' | 'payments' | 'subscriptions' | 'disputes'>()
})

test('nothing that a customer’s account holds shows a cost or the margin', async () => {
  const documents = await openLedger()
  await putCustomers(documents, [aCustomer()])
  await putPriceBook(documents, aPriceBook())
  const charge = aCharge({ price: '71.37', subtotal: '713.70' })
  await putSupplierInvoice(documents, aSupplierInvoice(), [charge])
  await issueBills(documents, {
    supplierInvoice: { partner, number: 'G000000001' },
    issuedOn: day('2022-04-08'),
    now: instant('2022-04-08T09:00:00Z'),
    newId: () => 'run',
  })
  const account = (await ledgerOf(documents).account(customerAt(1)))!
  expect(amountText(account.invoices[0]!.net)).toBe('820.76')
  const everything = JSON.stringify(account, (_, value) => (typeof value === 'bigint' ? `${value}` : value))
  for (const secret of ['713.7', '71370', '71.37', '"15"']) expect(everything).not.toContain(secret)
})
