import { expect, test } from 'vitest'
import { readAllOfThem } from '../../src/language/all-of-them.ts'

test.each(['both', 'show me both of them, please', 'as duas', 'quero ver as duas', 'todas elas', 'las dos', 'ambas'])(
  '“%s” takes all that were to choose from',
  (text) => expect(readAllOfThem(text)).toBe(true),
)

test.each(['a dois', 'la dos', 'the second', 'all my invoices', 'as duas estão pagas?'])('“%s” does not', (text) =>
  expect(readAllOfThem(text)).toBe(false),
)
