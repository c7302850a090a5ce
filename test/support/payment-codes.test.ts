import { describe, expect, test } from 'vitest'
import { brCode } from '../../src/support/br-code.ts'
import { epcCode } from '../../src/support/epc-code.ts'
import { iban } from '../../src/support/iban.ts'
import { type PaymentCode, paymentCode, paymentCodeSchema } from '../../src/support/payment-code.ts'
import { currency } from '../../src/values/currency.ts'
import { moneyOf } from '../../src/values/money.ts'

const eur = (amount: string) => moneyOf(amount, currency('EUR'))
const brl = (amount: string) => moneyOf(amount, currency('BRL'))

describe('an IBAN', () => {
  // Examples of the SWIFT IBAN registry.
  test.each([
    ['PT50 0002 0123 1234 5678 9015 4', 'PT50000201231234567890154'],
    ['es91 2100 0418 4502 0005 1332', 'ES9121000418450200051332'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['IE29 AIBK 9311 5212 3456 78', 'IE29AIBK93115212345678'],
    ['MT84MALT011000012345MTLCAST001S', 'MT84MALT011000012345MTLCAST001S'],
  ])('%s is read', (written, plain) => expect(iban(written)).toBe(plain))

  test.each([
    ['a digit is wrong', 'PT50 0002 0123 1234 5678 9015 5'],
    ['two digits are swapped', 'ES91 2100 0418 4502 0005 3132'],
    ['it is cut off', 'DE8937040044'],
    ['it is empty', ''],
    ['it is a card number', '4111 1111 1111 1111'],
  ])('is refused when %s', (_, written) => expect(() => iban(written)).toThrow(RangeError))
})

describe('a SEPA code', () => {
  const transfer = { name: 'Wikimedia Foerdergesellschaft', iban: 'DE33 1002 0500 0001 1947 00', bic: 'BFSWDE33BER' }

  test('has the lines of EPC069-12 version 002, with a creditor reference', () => {
    // The example of the Wikipedia article on the EPC QR code, in UTF-8 and without its purpose.
    const code = epcCode({ ...transfer, amount: eur('123.45'), reference: 'RF18 5390 0754 7034' })
    expect(code.split('\n')).toEqual([
      'BCD',
      '002',
      '1',
      'SCT',
      'BFSWDE33BER',
      'Wikimedia Foerdergesellschaft',
      'DE33100205000001194700',
      'EUR123.45',
      '',
      'RF18539007547034',
    ])
  })

  test('has a free text on its eleventh line, and no BIC where there is none', () => {
    const lines = epcCode({ ...transfer, bic: undefined, amount: eur('1.00'), text: 'FT 2026/123' }).split('\n')
    expect([lines[4], lines[7], lines[9], lines[10], lines.length]).toEqual(['', 'EUR1.00', '', 'FT 2026/123', 11])
  })

  test('holds 331 bytes of UTF-8 and no more', () => {
    const code = epcCode({ ...transfer, name: 'ã'.repeat(70), amount: eur('1.00'), text: 'x'.repeat(118) })
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(331)
    const tooLong = { ...transfer, name: 'ã'.repeat(70), amount: eur('1.00'), text: 'ç'.repeat(140) }
    expect(() => epcCode(tooLong)).toThrow('331 bytes')
  })

  test.each([
    ['nothing is to be paid', { amount: eur('0.00') }],
    ['the amount is beyond the most', { amount: eur('1000000000.00') }],
    ['it is another currency', { amount: brl('1.00') }],
    ['the IBAN is wrong', { iban: 'DE33100205000001194701' }],
    ['the BIC is wrong', { bic: 'BFSW' }],
    ['the name is longer than 70', { name: 'x'.repeat(71) }],
    ['the name has two lines', { name: 'A\nEUR1.00' }],
    ['the text is longer than 140', { text: 'x'.repeat(141) }],
    ['the creditor reference is wrong', { reference: 'RF19539007547034' }],
    ['it has a reference and a text', { reference: 'RF18539007547034', text: 'x' }],
  ])('is refused when %s', (_, wrong) =>
    expect(() => epcCode({ ...transfer, amount: eur('1.00'), ...wrong })).toThrow(RangeError),
  )
})

describe('a Pix code', () => {
  const fulano = { key: '123e4567-e12b-12d1-a456-426655440000', name: 'Fulano de Tal', city: 'BRASILIA' }

  test("is the one of the central bank's manual", () => {
    // Manual de Padrões para Iniciação do Pix, static QR code.
    expect(brCode(fulano)).toBe(
      '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
    )
  })

  test('holds amount and txid, and names without accents', () => {
    const code = brCode({ ...fulano, name: 'Padaria São João', amount: brl('1493.61'), txid: 'NBR20260016' })
    expect(code).toContain('54071493.61')
    expect(code).toContain('5916Padaria Sao Joao')
    expect(code).toContain('62150511NBR20260016')
    expect(code).toMatch(/6304[0-9A-F]{4}$/)
  })

  test.each([
    ['the name is longer than 25', { name: 'x'.repeat(26) }],
    ['the city is longer than 15', { city: 'x'.repeat(16) }],
    ['the city is empty', { city: '' }],
    ['the key is longer than 77', { key: 'x'.repeat(78) }],
    ['the txid has a slash', { txid: 'FT2026/1' }],
    ['the txid is longer than 25', { txid: 'A'.repeat(26) }],
    ['it is another currency', { amount: eur('1.00') }],
    ['nothing is to be paid', { amount: brl('0.00') }],
  ])('is refused when %s', (_, wrong) => expect(() => brCode({ ...fulano, ...wrong })).toThrow(RangeError))
})

describe('the code for a bill', () => {
  const epc: PaymentCode = { standard: 'epc', name: 'Nortada', iban: 'PT50000201231234567890154' }
  const pix: PaymentCode = { standard: 'pix', name: 'Nortada', key: 'a@b.example', city: 'Sao Paulo' }

  test('gives the number to find the payment by', () => {
    expect(paymentCode(epc, eur('10.00'), 'FT 2026/123')).toMatch(/\nEUR10\.00\n\n\nFT 2026\/123$/)
    expect(paymentCode(pix, brl('10.00'), 'NBR-2026-0016')).toContain('0511NBR20260016')
    expect(paymentCode(pix, brl('10.00'), 'A'.repeat(26))).toContain('0503***')
  })

  test('is left out for another currency and where nothing is open', () => {
    expect(paymentCode(epc, brl('10.00'), 'X')).toBeUndefined()
    expect(paymentCode(pix, eur('10.00'), 'X')).toBeUndefined()
    expect(paymentCode(epc, eur('0.00'), 'X')).toBeUndefined()
    expect(paymentCode(epc, eur('-5.00'), 'X')).toBeUndefined()
  })

  test('is refused when it comes in with a wrong account', () => {
    const wrong = paymentCodeSchema.safeParse({ ...epc, iban: 'PT50000201231234567890155' })
    expect(wrong.error?.issues[0]?.message).toContain('check digits')
    expect(paymentCodeSchema.safeParse({ ...pix, city: 'São José dos Campos' }).success).toBe(false)
  })
})
