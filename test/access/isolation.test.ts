import { describe, expect, test } from 'vitest'
import { intents } from '../../src/language/vocabulary.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests } from '../conversation/support/open-desk.ts'
import { bills, type Known, serra } from '../conversation/support/small-desk.ts'

const desk = deskForTests()
let asked = 0
const press = async (who: Known, data: unknown, locale = 'en') => {
  const what = { kind: 'action', verb: 'ask', data } as const
  return (await desk.say(who, what, { conversation: `isolation-${++asked}`, locale })).replies[0]!
}

const ofSerra = bills.filter(({ customer }) => customer === serra.id)
/** Whatever of Serra's must not be seen: its amounts, and the number that nobody else has. */
const secrets = [
  '8131',
  '8,131',
  '8.131',
  '10001',
  '10,001',
  '10.001',
  '613.37',
  '613,37',
  '754.45',
  '754,45',
  'Serra',
  'b-1',
  'b-2',
]

const without = (text: string, ...parts: string[]) => parts.reduce((left, part) => left.replaceAll(part, '…'), text)

describe('another customer’s bill is as one that never was', () => {
  test.each(languages)('in %s', async (language) => {
    for (const intent of ['invoice.show', 'invoice.line', 'payment.due', 'payment.status', 'billing.period'] as const) {
      const other = await press('clara', { intent, slots: { invoice: 'FT 2026/777' } }, language)
      const none = await press('clara', { intent, slots: { invoice: 'FT 2026/999' } }, language)
      expect(without(other.words.text, 'FT 2026/777')).toBe(without(none.words.text, 'FT 2026/999'))
      expect(other.answer.kind).toBe('invoice.unknown')
    }
  })

  test('a number that two customers have is each one’s own bill', async () => {
    const question = { intent: 'invoice.show', slots: { invoice: 'FT 2026/118' } }
    expect((await press('clara', question)).words.text).toContain('€534.80')
    expect((await press('sofia', question)).words.text).toContain('€10,001.22')
  })

  test('another customer’s amount or payment is found nowhere', async () => {
    expect((await press('clara', { intent: 'invoice.line', slots: { amount: '613.37' } })).answer.kind).toBe(
      'invoice.line.none-of-amount',
    )
    expect((await press('clara', { intent: 'invoice.show', slots: { amount: '754.45' } })).answer.kind).toBe(
      'invoice.none-of-amount',
    )
    expect((await press('sofia', { intent: 'payment.status', slots: { amount: '246.00' } })).answer.kind).toBe(
      'payment.missing-amount',
    )
  })
})

describe('another customer’s name is as one that nobody has', () => {
  test.each(['balance', 'invoice.list', 'subscription.list', 'payment.methods'] as const)('%s', async (intent) => {
    const other = await press('clara', { intent, slots: { customer: 'Serra Transportes' } })
    const none = await press('clara', { intent, slots: { customer: 'Zebra Unlimited' } })
    expect(other.answer.kind).toBe('customer.unknown')
    expect(without(other.words.text, 'Serra Transportes')).toBe(without(none.words.text, 'Zebra Unlimited'))
  })

  test('the own company’s name is heeded', async () => {
    expect((await press('clara', { intent: 'balance', slots: { customer: 'Adega' } })).answer.kind).toBe('balance')
  })
})

describe('whatever is asked, nothing of another customer comes', () => {
  const slots = [
    {},
    { invoice: 'FT 2026/777' },
    { invoice: 'B-2' },
    { period: '2026-10' },
    { amount: '613.37' },
    { date: '2026-11-08' },
  ]

  test.each(['clara', 'rui', 'newcomer', 'stranger', 'james', 'ulisses', 'sara'] as const)('to %s', async (who) => {
    for (const intent of intents)
      for (const pointing of slots) {
        const reply = await press(who, { intent, slots: pointing })
        const all = without(
          JSON.stringify([reply.words, reply.answer], (_, value) =>
            typeof value === 'bigint' ? String(value) : value,
          ),
          '613.37',
        )
        for (const secret of secrets) expect(all, `${who} ${intent} ${JSON.stringify(pointing)}`).not.toContain(secret)
      }
  })

  test('and the secrets are what Serra’s own contact sees', async () => {
    const seen = await Promise.all(
      ofSerra.map(({ number }) => press('sofia', { intent: 'invoice.show', slots: { invoice: number } })),
    )
    const all = seen.map(({ words }) => words.text).join('\n')
    for (const secret of ['8,131', '10,001', '613.37', '754.45']) expect(all).toContain(secret)
  })
})

describe('refusals are the same for all that was asked', () => {
  test.each(['rui', 'newcomer', 'ulisses', 'stranger'] as const)('to %s', async (who) => {
    const questions = [
      { invoice: 'FT 2026/118' },
      { invoice: 'FT 2026/777' },
      { invoice: 'FT 2026/999' },
      { customer: 'Serra' },
      { customer: 'Zebra' },
    ]
    const replies = await Promise.all(questions.map((slots) => press(who, { intent: 'invoice.show', slots })))
    expect(new Set(replies.map(({ words }) => words.text)).size).toBe(1)
  })
})
