import { expect, test } from 'vitest'
import { feesOf } from '../../src/collections/fees.ts'
import type { Fee } from '../../src/collections/policy.ts'
import { currency } from '../../src/values/currency.ts'
import { day } from '../../src/values/day.ts'
import { decimal } from '../../src/values/decimal.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { moneyOf } from '../../src/values/money.ts'
import { euros } from '../ledger/examples.ts'

const late = (amount: string, dueOn = '2026-11-30', code = 'EUR') => ({
  invoice: 'a' as InvoiceId,
  amount: moneyOf(amount, currency(code)),
  dueOn: day(dueOn),
})
const percent = (text: string): Fee => ({ percent: decimal(text) })
const yearly = (text: string): Fee => ({ percentPerYear: decimal(text) })

test.each([
  ['a fixed amount', { amount: euros('40.00') }, late('100.00'), '2026-12-01', '40.00'],
  ['on the due date nothing', { amount: euros('40.00') }, late('100.00'), '2026-11-30', undefined],
  ['before the due date nothing', percent('2'), late('100.00'), '2026-11-29', undefined],
  [
    'in another currency nothing',
    { amount: euros('40.00') },
    late('100.00', '2026-11-30', 'GBP'),
    '2026-12-01',
    undefined,
  ],
  ['of a bill that is all contested nothing', percent('2'), late('0.00'), '2026-12-10', undefined],
  ['a part of what is late', percent('2'), late('100.00'), '2026-12-01', '2.00'],
  ['half a cent counts', percent('0.5'), late('1.00'), '2026-12-01', '0.01'],
  ['less than half a cent is nothing', percent('0.49'), late('1.00'), '2026-12-01', undefined],
  ['a currency without cents', percent('1.5'), late('1033', '2026-11-30', 'JPY'), '2026-12-01', '15'],
  ['a year of interest', yearly('8'), late('1000.00', '2025-11-30'), '2026-11-30', '80.00'],
  ['a year with a leap day', yearly('8'), late('1000.00', '2027-11-30'), '2028-11-30', '80.22'],
  ['a day of interest', yearly('8'), late('1000.00'), '2026-12-01', '0.22'],
  ['exactly half a cent of interest', yearly('3.65'), late('50.00'), '2026-12-01', '0.01'],
  ['just less than half a cent of interest', yearly('3.65'), late('49.99'), '2026-12-01', undefined],
] as const)('%s', (_, fee, bill, today, expected) => {
  const fees = feesOf({ fee }, [bill], day(today))
  expect(fees.map(({ amount }) => amount)).toEqual(
    expected === undefined ? [] : [moneyOf(expected, bill.amount.currency)],
  )
})

test('nothing where none is configured', () => {
  expect(feesOf({}, [late('100.00')], day('2027-01-01'))).toEqual([])
})

test('each bill has its own, with the rule that made it', () => {
  expect(feesOf({ fee: yearly('8') }, [late('1000.00'), late('500.00', '2026-11-20')], day('2026-12-10'))).toEqual([
    { invoice: 'a', amount: euros('2.19'), rule: 'percent-per-year 8, 10 of 365 days' },
    { invoice: 'a', amount: euros('2.19'), rule: 'percent-per-year 8, 20 of 365 days' },
  ])
})
