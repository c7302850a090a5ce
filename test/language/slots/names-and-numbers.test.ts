import { expect, test } from 'vitest'
import type { Slots } from '../../../src/language/question.ts'
import type { Language } from '../../../src/values/language.ts'
import { slotsOf } from './read.ts'

const rows: [string, Slots, Language?][] = [
  ['open LIS-2026-000123 for me', { invoice: 'LIS-2026-000123' }],
  ['pull up g016933870', { invoice: 'G016933870' }],
  ['is f-2231 paid', { invoice: 'F-2231' }],
  ['FT 2026/118, please', { invoice: 'FT 2026/118' }],
  ['what is on FT A/2231', { invoice: 'FT A/2231' }],
  ['INV/26/0882', { invoice: 'INV/26/0882' }],
  ['go through invoice 2026/091', { invoice: '2026/091' }],
  ['your invoice no. 4417', { invoice: '4417' }],
  ['a NF 4411 venceu?', { invoice: 'NF 4411' }, 'pt-BR'],
  ['a fatura n.º 77', { invoice: '77' }, 'pt-PT'],
  ['la factura 4398', { invoice: '4398' }, 'es'],
  ['invoices of 2025', { period: '2025' }],
  ['our PO is PO-88231', {}],
  ['ponham o pedido 66120 na fatura', {}, 'pt-PT'],
  ['any news on T-1042', { ticket: 'T-1042' }],
  ['close t1042? no, ticket 987', { ticket: 'T-987' }],
  ['chamado nº 1042', { ticket: 'T-1042' }, 'pt-BR'],
  ['la incidencia 1042', { ticket: 'T-1042' }, 'es'],
  ['line 3 of F-2231', { line: 3, invoice: 'F-2231' }],
  ['the third item', { line: 3 }],
  ['a terceira linha', { line: 3 }, 'pt-PT'],
  ['linha 2 de setembro', { line: 2, period: '2026-09' }, 'pt-PT'],
  ['la segunda línea', { line: 2 }, 'es'],
  ['posición 4', { line: 4 }, 'es'],
  ['18% higher', { percent: 18 }],
  ['2,5 por cento', { percent: 2.5 }, 'pt-PT'],
  ['40 percent', { percent: 40 }],
  ['add 5 more business premium', { quantity: 5, product: 'business premium' }],
  ['two more seats', { quantity: 2 }],
  ['from 10 to 14 licences', { quantity: 14 }],
  ['go down to 18', { quantity: 18 }],
  ['pasar de 10 a 14', { quantity: 14 }, 'es'],
  ['uma linha de 1 a 12', {}, 'pt-PT'],
  ['order 2x Project Plan 3', { quantity: 2, product: 'Project Plan 3' }],
  ['vinte e cinco licenças', { quantity: 25 }, 'pt-PT'],
  ['doze licenças de Power BI Pro', { quantity: 12, product: 'Power BI Pro' }, 'pt-BR'],
  ['quítame tres puestos', { quantity: 3 }, 'es'],
  ['uma licença', {}, 'pt-PT'],
  ['can we get two more weeks', {}],
  ['7 days or 30 days', {}],
  ['Microsoft 365 Business Premium (non-profit)', { product: 'Microsoft 365 Business Premium (non-profit)' }],
  ['is Exchange Online Plan 1 in', { product: 'Exchange Online Plan 1' }],
  ['what exchange rate did you use', {}],
  ['Defender for Office 365', { product: 'Defender for Office 365' }],
  ['o e-mail entra no plano', {}, 'pt-PT'],
  ['tirar o E3', { product: 'E3' }, 'pt-BR'],
  ['our teams work', {}],
  ['Teams calls drop', { product: 'Teams' }],
  ['balance of customer Marlow Joinery', { customer: 'Marlow Joinery' }],
  ['saldo do cliente Mercadinho Ipê', { customer: 'Mercadinho Ipê' }, 'pt-BR'],
  ['what does Harbour & Finch Ltd owe', { customer: 'Harbour & Finch Ltd' }],
  ['as a customer I expect better', {}],
]

test.each(rows)('"%s" states %j', (text, slots, language = 'en') => {
  expect(slotsOf(text, language)).toEqual(slots)
})

test('a message with accents in two pieces is read like any other', () => {
  expect(slotsOf('março'.normalize('NFD'), 'pt-PT')).toEqual({ period: '2026-03' })
})
