import { expect, test } from 'vitest'
import { adds, refersBack } from '../../src/language/refers-back.ts'

test.each([
  'is it paid?',
  'quando vence essa?',
  'esse valor já foi pago?',
  'isso leva IVA?',
  'ele já foi pago?',
  '¿ese importe ya se pagó?',
  '¿eso lleva IVA?',
  'e já foi paga?',
  'venceu?',
  '¿y ya está pagada?',
])('“%s” speaks of what was shown', (text) => expect(refersBack(text)).toBe(true))

test.each([
  'a fatura já está paga?',
  '¿está pagada la factura de octubre?',
  'quanto pagámos este mês?',
  'quanto devemos neste momento?',
  '¿cuánto pagamos este trimestre?',
  'o pagamento',
  'quando vence?',
])('“%s” does not', (text) => expect(refersBack(text)).toBe(false))

test.each([
  ['and by when do we pay?', true],
  ['e até quando se paga?', true],
  ['¿y cuándo vence?', true],
  ['by when do we pay?', false],
  ['e a última fatura?', false],
  ['e está tudo pago?', false],
  ['y la próxima?', false],
])('“%s” goes on with an and and names nothing: %s', (text, goesOn) => expect(adds(text)).toBe(goesOn))
