import { describe, expect, test } from 'vitest'
import { holdsCardNumber } from '../../src/language/card-number.ts'

describe('a card number in a message', () => {
  // The networks' published test numbers.
  test.each([
    'my card is 4111 1111 1111 1111 exp 12/27',
    'pague com 5555555555554444',
    '378282246310005',
    'tarjeta: 6011-1111-1111-1117',
    '2223003122003222.',
    '30569309025904',
  ])('%s', (text) => expect(holdsCardNumber(text)).toBe(true))

  test.each([
    '4111 1111 1111 1112',
    'o IBAN é PT50 0002 0123 1234 5678 9015 4',
    'IBAN ES91 2100 0418 4502 0005 1332, is that yours?',
    'FT 2026/123',
    'NIF 501234567, referência 123 456 789',
    'boleto 34191.79001 01043.510047 91020.150008 6 92300026000',
    'chave 35260411111111111111550010000000011000000017',
    'invoice G016907411 of 2026-10-31 for 1.234,56',
    '1234 5678',
  ])('none: %s', (text) => expect(holdsCardNumber(text)).toBe(false))
})
