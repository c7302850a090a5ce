import { expect, test } from 'vitest'
import { readOtherOne } from '../../src/language/other-one.ts'

test.each([
  'the other one',
  'no, I meant the other invoice, please',
  'a outra',
  'não, a outra fatura',
  'enganei-me, era a outra',
  'errei, a outra',
  'essa não, a outra',
  'la otra',
  'perdón, quise decir la otra factura',
])('“%s” means the one that was not taken', (text) => expect(readOtherOne(text)).toBe(true))

test.each([
  'and the others?',
  'a outra fatura é de quando?',
  'outra coisa',
  'otra cosa',
  'when is the other one due?',
  'the second one',
])('“%s” means something else', (text) => expect(readOtherOne(text)).toBe(false))
