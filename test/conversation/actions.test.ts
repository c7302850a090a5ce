import { describe, expect, test } from 'vitest'
import { deskForTests } from './support/open-desk.ts'

const desk = deskForTests()
const press = async (
  who: 'clara' | 'rui' | 'sofia' | 'stranger',
  verb: string,
  data: unknown,
  conversation = 'cards',
) => (await desk.say(who, { kind: 'action', verb, data }, { conversation, locale: 'en' })).replies[0]!

describe('a card’s button', () => {
  test('asks what a message can ask', async () => {
    const { answer, words } = await press('clara', 'ask', { intent: 'invoice.show', slots: { invoice: 'FT 2026/118' } })
    expect(answer.kind).toBe('invoice.show')
    expect(words.text).toContain('534.80')
  })

  test('is authorised like a message, whatever it carries', async () => {
    const asked = { intent: 'invoice.show', slots: { invoice: 'FT 2026/777' } }
    expect((await press('clara', 'ask', asked)).answer.kind).toBe('invoice.unknown')
    expect((await press('rui', 'ask', asked)).answer.kind).toBe('access.no-figures')
    expect((await press('stranger', 'ask', asked)).answer.kind).toBe('direct.unknown')
    expect(
      (await press('clara', 'ask', { intent: 'balance', slots: { customer: 'Serra Transportes' } })).answer.kind,
    ).toBe('customer.unknown')
  })

  test('chooses one of the options that were shown', async () => {
    await desk.ask('clara', 'how much was October?', { conversation: 'choose' })
    const { answer } = await press('clara', 'choose', { index: 1 }, 'choose')
    expect(answer.facts.invoice?.value).toEqual({ type: 'text', text: 'FT 2026/118' })
  })

  test('says a message', async () => {
    expect((await press('clara', 'say', { text: 'how much do we owe?' })).answer.kind).toBe('balance')
  })

  test.each([
    ['an unknown verb', 'delete', {}],
    ['nothing', 'ask', undefined],
    ['no such intent', 'ask', { intent: 'invoice.delete' }],
    ['an unknown slot', 'ask', { intent: 'invoice.show', slots: { tenant: 'x' } }],
    ['a period that there is not', 'ask', { intent: 'invoice.show', slots: { period: '2026-13' } }],
    [
      'a period of which there is none before',
      'ask',
      { intent: 'invoice.change', slots: { period: '0000-01/2026-12' } },
    ],
    ['a period that has no end', 'ask', { intent: 'invoice.change', against: { period: '2026-01/9999-12' } }],
    ['a day that there is not', 'ask', { intent: 'invoice.show', slots: { date: '2026-02-30' } }],
    ['an amount in words', 'ask', { intent: 'invoice.line', slots: { amount: 'lots' } }],
    ['a negative choice', 'choose', { index: -1 }],
    ['a choice of nothing shown', 'choose', { index: 40 }],
    ['an empty message', 'say', { text: '' }],
    ['far too much', 'say', { text: 'x'.repeat(5000) }],
  ])('with %s asks for other words', async (_, verb, data) => {
    expect((await press('clara', verb, data, 'odd')).answer.kind).toBe('something-else')
  })
})
