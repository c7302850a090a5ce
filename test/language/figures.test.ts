import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assertBound, UnboundFigure } from '../../src/language/figures.ts'

const passes = (text: string, bound: string[]) => expect(() => assertBound(text, bound)).not.toThrow()
const stops = (text: string, bound: string[]) => expect(() => assertBound(text, bound)).toThrow(UnboundFigure)

describe('a figure that is bound to a fact goes out', () => {
  test.each([
    ['no figure at all', []],
    ['It is €1,234.50.', ['€1,234.50']],
    ['Em 31 de outubro de 2026: 1.234,50 €', ['31 de outubro de 2026', '1.234,50 €']],
    ['NOR-2026-0001, Microsoft 365 E3', ['NOR-2026-0001', 'Microsoft 365 E3']],
    ['3 × 5 = 15', ['3', '5', '15']],
    ['1. Azure', ['1', 'Azure']],
    ['due in 5 days, 10 open', ['5', '10']],
  ])('%s', (text, bound) => passes(text, bound))
})

describe('a figure that is bound to none stops the message', () => {
  test.each([
    ['It is €1,234.50.', []],
    ['It is €1,234.51.', ['€1,234.50']],
    // Parts of a figure are another figure.
    ['It is €1,234.50.', ['1', '234', '50']],
    ['It is 12.', ['1']],
    ['It is 12.', ['1', '2']],
    ['1\u00a0234,50 €', ['1', '234,50']],
    ['€45', ['€45.50']],
    ['½ of it', ['1', '2']],
    ['about 55 %', ['5']],
  ])('%s with %j', (text, bound) => stops(text, bound))
})

test('the error tells no customer’s text', () => {
  expect(() => assertBound('Adega owes 77', [])).toThrow(/^(?!.*(Adega|77)).*$/)
})

test('whatever facts a template is filled with, they pass; one figure more is stopped', () => {
  const figure = fc.oneof(
    fc.integer({ min: 0, max: 10 ** 9 }).map((value) => value.toLocaleString('en-GB')),
    fc.integer({ min: 0, max: 10 ** 9 }).map((value) => `${(value / 100).toLocaleString('pt-PT')} €`),
    fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((at) => at.toISOString()),
  )
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 9 }), (facts, digit) => {
      const text = facts.join(' and ')
      passes(text, facts)
      stops(`${text} and ${10 ** 12 + digit}`, facts)
    }),
    { numRuns: process.env.SALDO_LONG ? 20_000 : 300 },
  )
})
