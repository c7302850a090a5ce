import { expect, test } from 'vitest'
import { withoutHowMuch } from '../../src/language/how-much.ts'
import { saysThatBill } from '../../src/language/refers-back.ts'

test.each([
  ['¿A cuánto ascendió septiembre?', 'septiembre'],
  ['quanto deu a de outubro', 'a de outubro'],
  ['how much is the October one', 'the October one'],
])('“%s” asks for the sum of “%s”', (text, bill) =>
  expect(withoutHowMuch(text)?.replace(/[¿?]/g, '').trim().replace(/\s+/g, ' ')).toBe(bill),
)

test.each(['show me October', '¿cuándo vence?', 'octubre'])('“%s” asks for no sum', (text) =>
  expect(withoutHowMuch(text)).toBeUndefined(),
)

test.each(['¿ese importe ya está pagado?', 'esse valor já caiu?', 'when is that invoice due', 'nessa fatura'])(
  '“%s” names what was shown',
  (text) => expect(saysThatBill(text)).toBe(true),
)

test.each(['is it paid?', 'the invoice', 'este mes', 'está na fatura'])('“%s” does not', (text) =>
  expect(saysThatBill(text)).toBe(false),
)
