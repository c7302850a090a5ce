import { describe, expect, test } from 'vitest'
import type { FactValue } from '../../src/values/fact.ts'
import { formatDay, formatMoney } from '../../src/values/format.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'

const desk = deskForTests()
const ask = async (intent: string, slots: object = {}, more: object = {}, who: 'clara' | 'james' | 'sofia' = 'clara') =>
  (await desk.say(who, { kind: 'action', verb: 'ask', data: { intent, slots, ...more } }, { locale: 'en' })).replies[0]!
    .answer

const plain = (value: FactValue | undefined): string | number | undefined => {
  switch (value?.type) {
    case 'money':
      return formatMoney(value.money, 'en')
    case 'day':
      return formatDay(value.day, 'en')
    case 'count':
      return value.count
    case 'text':
      return value.text
    case 'term':
      return value.term
    case 'period':
      return `${value.period.from}/${value.period.to}`
    case 'decimal':
      return value.decimal
    default:
      return undefined
  }
}
const read = (facts: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(facts).map(([name, { value }]) => [name, plain(value)]))

// Everything here was added up by hand from small-desk.ts.
describe('what an answer says', () => {
  test('balance: open and overdue, a part payment leaves the rest overdue', async () => {
    const { facts, rows } = await ask('balance')
    expect(read(facts)).toEqual({
      today: '22 November 2026',
      state: 'balance.overdue',
      open: '€766.90',
      count: 3,
      overdue: '€170.60',
      late: 1,
    })
    expect(rows?.map((row) => [plain(row.invoice?.value), plain(row.open?.value), plain(row.status?.value)])).toEqual([
      ['FT 2026/110', '€170.60', 'invoice.status.overdue'],
      ['FT 2026/118', '€534.80', 'invoice.status.open'],
      ['FT 2026/119', '€61.50', 'invoice.status.open'],
    ])
  })

  test('balance of who owes nothing', async () => {
    const { facts, rows } = await ask('balance', {}, {}, 'james')
    expect(read(facts)).toMatchObject({ state: 'balance.settled', open: '£0.00', count: 0 })
    expect(rows).toEqual([])
  })

  test.each([
    [undefined, ['FT 2026/119', 'FT 2026/118', 'FT 2026/110', 'FT 2026/101']],
    ['open', ['FT 2026/119', 'FT 2026/118', 'FT 2026/110']],
    ['overdue', ['FT 2026/110']],
    ['paid', ['FT 2026/101']],
  ])('invoice.list, %s', async (filter, numbers) => {
    const { rows } = await ask('invoice.list', {}, { filter })
    expect(rows?.map(({ invoice }) => plain(invoice?.value))).toEqual(numbers)
  })

  test.each([
    ['2026-10', 2],
    ['2026-08/2026-09', 2],
    ['2026', 4],
  ])('invoice.list of %s', async (period, count) => {
    expect(read((await ask('invoice.list', { period })).facts).count).toBe(count)
  })

  test('invoice.list of a period without one', async () => {
    expect((await ask('invoice.list', { period: '2025-01' })).kind).toBe('invoice.list.none')
  })

  test.each([
    [{ invoice: 'FT 2026/110' }, 'FT 2026/110'],
    [{ invoice: 'ft2026/110' }, 'FT 2026/110'],
    [{ invoice: '110' }, 'FT 2026/110'],
    [{ period: '2026-09' }, 'FT 2026/110'],
    [{ date: '2026-10-08' }, 'FT 2026/110'],
    [{ amount: '270.6' }, 'FT 2026/110'],
    [{}, 'FT 2026/119'],
  ])('invoice.show %j', async (slots, number) => {
    const { kind, facts } = await ask('invoice.show', slots)
    expect([kind, plain(facts.invoice?.value)]).toEqual(['invoice.show', number])
  })

  test('invoice.show: totals, tax, what is open and since when', async () => {
    const { facts } = await ask('invoice.show', { invoice: 'FT 2026/110' })
    expect(read(facts)).toMatchObject({
      net: '€220.00',
      tax: '€50.60',
      total: '€270.60',
      paid: '€100.00',
      open: '€170.60',
      overdueDays: 15,
      due: '7 November 2026',
    })
  })

  test.each([
    [{ line: 2, invoice: 'FT 2026/110' }, 'invoice.line', 'Exchange Online (Plan 1)'],
    [{ line: 3, invoice: 'FT 2026/110' }, 'invoice.line.none-of-number', undefined],
    [{ amount: '214.80' }, 'invoice.line', 'Visio Plan 2'],
    [{ product: 'vizio' }, 'invoice.line', 'Visio Plan 2'],
    [{ product: 'exchnage' }, 'invoice.line', 'Exchange Online (Plan 1)'],
    [{ product: 'Dynamics' }, 'invoice.line.none-of-product', 'Dynamics'],
    [{ amount: '270.60' }, 'invoice.show', undefined],
    [{ period: '2026-09', product: 'premium' }, 'invoice.line', 'Microsoft 365 Business Premium'],
  ])('invoice.line %j', async (slots, kind, product) => {
    const answer = await ask('invoice.line', slots)
    expect([answer.kind, plain(answer.facts.product?.value)]).toEqual([kind, product])
  })

  test.each([
    [{ invoice: 'FT 2026/101' }, 'payment.status', { status: 'invoice.status.paid' }],
    [{ period: '2026-09' }, 'payment.status', { status: 'invoice.status.overdue', open: '€170.60' }],
    [{ amount: '246' }, 'payment.received', { on: '5 October 2026', reference: 'FT 2026/101' }],
    [{ amount: '500' }, 'payment.missing-amount', { amount: '€500.00' }],
    [{ date: '2026-11-02' }, 'payment.received', { amount: '€100.00' }],
    [{ date: '2026-11-03' }, 'payment.missing-day', { day: '3 November 2026' }],
    [{}, 'payment.received', { on: '2 November 2026' }],
  ])('payment.status %j', async (slots, kind, facts) => {
    const answer = await ask('payment.status', slots)
    expect(answer.kind).toBe(kind)
    expect(read(answer.facts)).toMatchObject(facts)
  })

  test('payment.due: the earliest first, in days from today', async () => {
    const { kind, facts, rows } = await ask('payment.due')
    expect(kind).toBe('payment.due.several')
    expect(read(facts)).toMatchObject({ invoice: 'FT 2026/110', days: 15, when: 'when.past' })
    expect(rows).toHaveLength(3)
    expect(read((await ask('payment.due', { invoice: 'FT 2026/118' })).facts)).toMatchObject({
      days: 16,
      when: 'when.later',
    })
  })

  test.each([
    ['clara', ['payment.bank-transfer', 'payment.multibanco']],
    ['james', ['payment.bank-transfer', 'payment.direct-debit']],
  ] as const)('payment.methods of %s are those of the country', async (who, methods) => {
    const { rows } = await ask('payment.methods', {}, {}, who)
    expect(rows?.map(({ method }) => plain(method?.value))).toEqual(methods)
  })

  test('billing.period', async () => {
    expect(read((await ask('billing.period', { invoice: 'FT 2026/110' })).facts).period).toBe('2026-09-01/2026-09-30')
  })

  test('billing.next is called an estimate', async () => {
    const answer = await ask('billing.next')
    expect(read(answer.facts)).toMatchObject({
      period: '2026-11-01/2026-11-30',
      net: '€220.00',
      tax: '€50.60',
      total: '€270.60',
    })
    expect(answer.notes?.map(({ kind }) => kind)).toContain('note.estimate')
    expect((await ask('billing.next', {}, {}, 'sofia')).kind).toBe('billing.next.no-amount')
    expect((await ask('billing.next', {}, {}, 'james')).kind).toBe('billing.next.none')
  })

  test('subscription.list and renewal', async () => {
    expect((await ask('subscription.list')).rows).toHaveLength(3)
    expect((await ask('subscription.list', { product: 'azure' })).rows).toHaveLength(1)
    expect((await ask('subscription.list', { product: 'fax' })).kind).toBe('subscription.unknown')
    expect((await ask('subscription.list', {}, {}, 'james')).kind).toBe('subscription.none')
    const renewal = await ask('subscription.renewal', { product: 'business premium' })
    expect(read(renewal.facts)).toMatchObject({ end: '31 January 2027', days: 70, renews: 'renews.auto' })
    expect((await ask('subscription.renewal', { product: 'exchange' })).notes?.[0]?.kind).toBe('note.renewal-unknown')
  })
})
