import { expect, test } from 'vitest'
import { confusionsOf } from '../../src/language/confusions.ts'
import { evaluationOf, type Hit } from '../../src/language/evaluate.ts'
import { macroF1 } from '../../src/language/macro-f1.ts'
import type { Slots, Zone } from '../../src/language/question.ts'
import type { Intent } from '../../src/language/vocabulary.ts'
import { day } from '../../src/values/day.ts'

const hit = (wanted: Intent, heard: Intent, zone: Zone, near?: boolean): Hit => ({
  wanted: { text: '', language: 'en', intent: wanted, near, today: day('2026-11-22') },
  question: { text: '', language: 'en', intent: heard, confidence: 1, zone, alternatives: [], slots: {} },
})

test('macro-F1 counts every wanted intent alike, however often it is wanted', () => {
  // a: precision 3/4, recall 1; b: precision 1, recall 1/2.
  const pairs = [
    ['a', 'a'],
    ['a', 'a'],
    ['a', 'a'],
    ['b', 'a'],
    ['b', 'b'],
  ] as const
  expect(macroF1(pairs)).toBeCloseTo((6 / 7 + 2 / 3) / 2, 12)
})

test('an intent that was only heard lowers the precision of nobody else', () => {
  expect(
    macroF1([
      ['a', 'a'],
      ['a', 'c'],
    ]),
  ).toBeCloseTo(2 / 3, 12)
})

test('direct answers are judged by themselves, what is asked back does not count', () => {
  const { answeredRightly, asked, answered } = evaluationOf([
    hit('balance', 'balance', 'answer'),
    hit('balance', 'dispute', 'answer'),
    hit('balance', 'dispute', 'ask'),
    hit('balance', 'balance', 'ask'),
  ])
  expect({ answeredRightly, asked, answered }).toEqual({ answeredRightly: 0.5, asked: 0.5, answered: 0.5 })
})

test('refused is declined, or best guessed as out of scope', () => {
  const { refused, nearRefused, farRefused } = evaluationOf([
    hit('balance', 'out_of_scope', 'ask'),
    hit('balance', 'balance', 'decline'),
    hit('balance', 'balance', 'ask'),
    hit('balance', 'balance', 'answer'),
    hit('out_of_scope', 'balance', 'ask', true),
    hit('out_of_scope', 'out_of_scope', 'ask', true),
    hit('out_of_scope', 'out_of_scope', 'decline', false),
  ])
  expect({ refused, nearRefused, farRefused }).toEqual({ refused: 0.5, nearRefused: 0.5, farRefused: 1 })
})

test('confusions are counted by pair, the most frequent first', () => {
  const hits = [
    hit('balance', 'dispute', 'ask'),
    hit('human', 'dispute', 'ask'),
    hit('human', 'dispute', 'ask'),
    hit('human', 'human', 'ask'),
  ]
  expect(confusionsOf(hits, 1)).toEqual([{ wanted: 'human', heard: 'dispute', count: 2 }])
})

test('slots are right when all of them are, and messages without labelled slots do not count', () => {
  const stating = (wanted: Slots | undefined, heard: Slots): Hit => {
    const { wanted: message, question } = hit('balance', 'balance', 'answer')
    return { wanted: { ...message, slots: wanted }, question: { ...question, slots: heard } }
  }
  const { slots, statedSlots } = evaluationOf([
    stating({ line: 2, period: '2026-10' }, { period: '2026-10', line: 2 }),
    stating({ line: 2, period: '2026-10' }, { line: 2 }),
    stating({}, {}),
    stating({}, { line: 2 }),
    stating({}, {}),
    stating(undefined, { line: 2 }),
  ])
  expect({ slots, statedSlots }).toEqual({ slots: 0.6, statedSlots: 0.5 })
})
