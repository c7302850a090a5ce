import { describe, expect, test } from 'vitest'
import { assertBound, UnboundFigure } from '../../../src/language/figures.ts'
import { say } from '../../../src/language/say.ts'
import { currency } from '../../../src/values/currency.ts'
import { day } from '../../../src/values/day.ts'
import { languages } from '../../../src/values/language.ts'
import { money } from '../../../src/values/money.ts'
import { inventedFact } from './invented-facts.ts'

describe('what stands at a figure makes another figure of it', () => {
  test.each([
    ['-5 days', ['5']],
    ['−€20.00', ['€20.00']],
    ['€5', ['5']],
    ['5 €', ['5']],
    ['R$\u00a05', ['5']],
    ['5 R$', ['5']],
    ['CHF 5', ['5']],
    ['5 USD', ['5']],
    ['5%', ['5']],
    ['5 %', ['5']],
    ['E5', ['5']],
    ['5k', ['5']],
    ['1\u200b5', ['1', '5']],
    ['12:30', ['12', '30']],
    ['5/10', ['5', '10']],
    // Two facts cannot share what stands between them.
    ['5 €7', ['5 €', '€7']],
  ])('%s with %j is stopped', (text, said) => expect(() => assertBound(text, said)).toThrow(UnboundFigure))
})

describe('what is the facts’ own, or says nothing of the figure, goes out', () => {
  test.each([
    ['+€20.00', ['+', '€20.00']],
    ['5 €12.00', ['5', '€12.00']],
    ['12,00 € 5', ['12,00 €', '5']],
    ['3 × CHF 5.00', ['3', 'CHF 5.00']],
    ['5 VAT numbers', ['5']],
    ['IVA 21 100 %', ['IVA 21', '100 %']],
    ['0.33333… (line 5), “7”, ¿8?', ['0.33333', '5', '7', '8']],
  ])('%s with %j', (text, said) => expect(() => assertBound(text, said)).not.toThrow())
})

test.each(languages)('part of a cycle of three years is said in %s', (language) => {
  const count = (days: number) => inventedFact({ type: 'count', count: days })
  const euros = inventedFact({ type: 'money', money: money(100_000n, currency('EUR')) })
  const name = inventedFact({ type: 'text', text: 'FT 2026/118' })
  const term = (value: string) => inventedFact({ type: 'term', term: value })
  const row = {
    cause: term('cause.partial-period'),
    product: name,
    seatsBefore: count(1),
    seatsAfter: count(2),
    day: inventedFact({ type: 'day', day: day('2026-10-05') }),
    days: count(1033),
    of: count(1096),
    sign: term('sign.plus'),
    amount: euros,
  }
  const bridge = { to: euros, from: euros, toName: name, fromName: name, difference: euros, count: count(1) }
  const facts = { ...bridge, direction: term('direction.more'), reasons: term('reasons.one'), invoice: name }
  const words = ['toWhat', 'fromWhat'].map((each) => [each, term('compared.bill')])
  const said = say({ kind: 'invoice.change', facts: { ...facts, ...Object.fromEntries(words) }, rows: [row] }, language)
  expect(said.text).toMatch(/1.?096/)
})
