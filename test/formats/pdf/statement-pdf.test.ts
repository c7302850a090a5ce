import { monitorEventLoopDelay } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { statementOf } from '../../../src/answers/statement.ts'
import { printStatement } from '../../../src/formats/pdf/print-statement.ts'
import { type Account, invoiceState } from '../../../src/ledger/account.ts'
import type { Customer } from '../../../src/ledger/customer.ts'
import type { Invoice } from '../../../src/ledger/invoice.ts'
import { type Offering, offeringSchema } from '../../../src/support/offering.ts'
import { day } from '../../../src/values/day.ts'
import { decimal } from '../../../src/values/decimal.ts'
import { formatMoney } from '../../../src/values/format.ts'
import type { ImportId, InvoiceId } from '../../../src/values/ids.ts'
import { type Language, languages } from '../../../src/values/language.ts'
import { aBill, aCustomer, aLine, aPayment, euros, partner } from '../../ledger/examples.ts'
import { infoOfPdf, noReader, textOfPdf } from './read-pdf.ts'

const offering: Offering = offeringSchema.decode({
  partner,
  name: 'Nortada Cloud',
  model: 'own',
  covers: {},
  timeZone: 'Europe/Lisbon',
  hours: [],
  holidays: [],
  contact: { mail: 'suporte@nortada.example' },
  payment: [
    {
      method: 'bank-transfer',
      details: { IBAN: 'PT50 0002 0123 1234 5678 9015 4' },
      qr: { standard: 'epc', name: 'Nortada Cloud, Lda', iban: 'PT50000201231234567890154' },
      countries: ['PT', 'PL'],
    },
  ],
})

const bill = (lines: number, over: Partial<Invoice> = {}): Invoice =>
  aBill(
    'bill-1',
    Array.from({ length: lines }, (_, at) => `${100 + at}.10`),
    {
      taxRate: '23',
      number: 'NOR-2026-0007',
      ...over,
    },
  )

const accountOf = (invoice: Invoice, customer: Partial<Customer> = {}, paid?: string): Account => ({
  customer: aCustomer(1, { taxNumber: 'PT501234567', ...customer }),
  invoices: [invoice],
  payments: paid ? [aPayment('payment-1', paid, { [invoice.id]: paid })] : [],
  subscriptions: [],
  disputes: [],
})

const today = day('2026-11-22')
const sheetOf = (account: Account, language: Language) =>
  statementOf({ account, invoice: account.invoices[0]!, offering, today, language })

const titles: Readonly<Record<Language, string>> = {
  en: 'Billing statement',
  'pt-PT': 'Extrato de faturação',
  'pt-BR': 'Demonstrativo de cobrança',
  es: 'Extracto de facturación',
}
const spaced = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ')

describe.skipIf(noReader)(`a statement as PDF${noReader ? ` (skipped: ${noReader})` : ''}`, () => {
  test.each(languages)('says in %s what the ledger says', async (language) => {
    const account = accountOf(bill(3), {}, '50.25')
    const [invoice] = account.invoices as [Invoice]
    const { open } = invoiceState(account, invoice, today)
    const text = textOfPdf(await printStatement(sheetOf(account, language)))
    const amounts = [invoice.net, invoice.taxes[0]!.amount, invoice.total, euros('50.25'), open]
    for (const amount of [...amounts, ...invoice.lines.map(({ net }) => net)])
      expect(text).toContain(spaced(formatMoney(amount, language)))
    expect(text).toContain(titles[language])
    expect(text).toContain('NOR-2026-0007')
    expect(text).toContain('PT501234567')
    expect(text).toContain('Nortada Cloud')
    // It is called by its own name alone, whatever language.
    const name = infoOfPdf(await printStatement(sheetOf(account, language))).match(/^Title:\s+(.*)$/m)?.[1]
    expect(name).toBe(`${titles[language]} NOR-2026-0007`)
    expect(name).not.toMatch(/(^|\s)(invoice|fatura|factura)(\s|$)/i)
  })

  test('says that it is no tax document, and which one is where that is known', async () => {
    const legal = { number: 'FT 2026/118', import: 'import-1' as ImportId }
    const pdf = await printStatement(sheetOf(accountOf(bill(1, { legal, number: 'FT 2026/118' })), 'en'))
    const known = textOfPdf(pdf).replace(/\s+/g, ' ')
    expect(known).toContain('This billing statement is not a tax document.')
    expect(known).toContain('The tax document for these amounts is FT 2026/118, issued by Nortada Cloud.')
    const unknown = textOfPdf(await printStatement(sheetOf(accountOf(bill(1)), 'en')))
    expect(unknown).toContain('The tax document is issued by Nortada Cloud.')
  })

  test('goes over as many pages as it takes, each with its number and the head of the table', async () => {
    const account = accountOf(bill(150))
    const pages = textOfPdf(await printStatement(sheetOf(account, 'pt-PT')))
      .split('\f')
      .filter((page) => page.trim())
    expect(pages.length).toBeGreaterThan(3)
    for (const [at, page] of pages.entries()) expect(page).toContain(`Página ${at + 1} de ${pages.length}`)
    for (const page of pages.slice(0, -1)) expect(page).toContain('Preço unitário')
    const lines = pages.join('').match(/Microsoft 365 Business Premium/g)
    expect(lines).toHaveLength(150)
    expect(pages.at(-1)).toContain(spaced(formatMoney(account.invoices[0]!.total, 'pt-PT')))
  })

  test('writes names with the letters they have', async () => {
    const name = 'Żółta Łódź – Çınar & Ștefănescu, Ελλάς'
    const text = textOfPdf(await printStatement(sheetOf(accountOf(bill(1), { name, country: 'PL' }), 'es')))
    expect(text).toContain(name)
  })

  test('never tears a figure in two', async () => {
    const line = aLine(1, '12345678.90', {
      unitPrice: decimal('0.123456789012345678'),
      quantity: decimal('99999999.123456'),
    })
    const text = textOfPdf(await printStatement(sheetOf(accountOf({ ...bill(1), lines: [line] }), 'en')))
    expect(text).toContain('€0.123456789012345678')
    expect(text).toContain('99,999,999.123456')
  })
})

test('the same statement has the same bytes, another day has others', async () => {
  const account = accountOf(bill(2))
  const once = await printStatement(sheetOf(account, 'en'))
  expect(Buffer.compare(once, await printStatement(sheetOf(account, 'en')))).toBe(0)
  const later = statementOf({
    account,
    invoice: account.invoices[0]!,
    offering,
    today: day('2026-11-23'),
    language: 'en',
  })
  expect(Buffer.compare(once, await printStatement(later))).not.toBe(0)
})

test('a code to pay is there while something is open, for the countries it is for, and only where it is configured', () => {
  const payload = (account: Account) => sheetOf(account, 'en').payment?.codes.map((code) => code.payload)
  const open = accountOf(bill(1))
  expect(payload(open)).toEqual([expect.stringContaining('EUR123.12\n\n\nNOR-2026-0007')])
  expect(payload(accountOf(bill(1), {}, '100.00'))).toEqual([expect.stringContaining('EUR23.12')])
  expect(payload(accountOf(bill(1), {}, '123.12'))).toBeUndefined()
  expect(payload(accountOf(bill(1), { country: 'BR' }))).toBeUndefined()
  const without = { ...offering, payment: offering.payment.map(({ qr: _, ...method }) => method) }
  const sheet = statementOf({ account: open, invoice: open.invoices[0]!, offering: without, today, language: 'en' })
  expect(sheet.payment).toBeUndefined()
})

test('a credit note says what is left of it', () => {
  const note = aBill('note-1', ['-40.00'], {
    kind: 'credit-note',
    number: 'NOR-2026-0008',
    corrects: 'bill-1' as InvoiceId,
  })
  const corrected = bill(1, { issuedOn: day('2026-10-01') })
  const account = { ...accountOf(corrected, {}, '100.00'), invoices: [note, corrected] }
  const sheet = statementOf({ account, invoice: note, offering, today, language: 'en' })
  expect(sheet.sums.at(-1)).toMatchObject({ label: 'Credit left', value: '€16.88' })
  expect(sheet.remarks[0]).toContain('NOR-2026-0007')
  expect(sheet.payment).toBeUndefined()
})

test('printing thousands of lines leaves the service free to answer meanwhile', async () => {
  const sheet = sheetOf(accountOf(bill(3)), 'en')
  await printStatement(sheet)
  const [line] = sheet.lines as [(typeof sheet.lines)[number]]
  const waits = monitorEventLoopDelay({ resolution: 5 })
  waits.enable()
  const pdf = await printStatement({ ...sheet, lines: Array(3000).fill(line) })
  waits.disable()
  expect(pdf.length).toBeGreaterThan(100_000)
  expect(waits.max / 1e6).toBeLessThan(500)
})

test('a statement that cannot be printed is a fault, and the next one is printed', async () => {
  const sheet = sheetOf(accountOf(bill(3)), 'en')
  const fault = printStatement({ ...sheet, details: undefined as unknown as typeof sheet.details })
  await expect(fault).rejects.toThrow('a statement was not printed')
  expect((await printStatement(sheet)).length).toBeGreaterThan(1000)
})
