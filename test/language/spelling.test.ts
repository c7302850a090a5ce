import { expect, test } from 'vitest'
import { isOneStep, spellerOf } from '../../src/language/spelling.ts'

const spell = spellerOf(
  new Map([
    ['invoice', 9],
    ['fatura', 7],
    ['faturas', 3],
    ['rare', 1],
    ['payment', 5],
    ['0xproduct', 50],
  ]),
)

test.each([
  ['invoce', 'invoice'],
  ['invoicee', 'invoice'],
  ['invoxce', 'invoice'],
  ['fatuar', 'fatura'],
  ['payemnt', 'payment'],
])('"%s" is meant to be "%s"', (typo, word) => {
  expect(spell(typo)).toBe(word)
})

test.each(['invoice', 'nvoice', 'invce', 'fat', 'f-2231', '2231', 'weather', '0xproduc'])(
  '"%s" stays as it is',
  (word) => {
    expect(spell(word)).toBe(word)
  },
)

test.each([
  ['abc', 'abc', true],
  ['abc', 'ab', true],
  ['abc', 'acb', true],
  ['abc', 'axc', true],
  ['abcd', 'adcb', false],
  ['abc', 'xbc', false],
  ['abcd', 'ab', false],
])('%s and %s one step apart: %s', (a, b, apart) => {
  expect(isOneStep(a, b)).toBe(apart)
})
