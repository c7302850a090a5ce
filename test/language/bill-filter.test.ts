import { describe, expect, test } from 'vitest'
import { readBillFilter } from '../../src/language/bill-filter.ts'
import { refersBack } from '../../src/language/refers-back.ts'

test.each([
  ['which invoices are open?', 'open'],
  ['any bills we haven’t paid yet', 'open'],
  ['show unpaid invoices', 'open'],
  ['list overdue ones', 'overdue'],
  ['which invoices are paid?', 'paid'],
  ['show me all invoices', undefined],
  ['que faturas estão em aberto?', 'open'],
  ['que faturas temos por liquidar?', 'open'],
  ['quais é que ainda não paguei', 'open'],
  ['há alguma fatura vencida?', 'overdue'],
  ['faturas em atraso', 'overdue'],
  ['quais faturas já foram pagas?', 'paid'],
  ['histórico de faturação', undefined],
  ['qué facturas hay pendientes', 'open'],
  ['facturas sin pagar', 'open'],
  ['las que aún no hemos pagado', 'open'],
  ['facturas vencidas', 'overdue'],
  ['¿qué facturas están pagadas?', 'paid'],
])('%s', (text, filter) => expect(readBillFilter(text)).toBe(filter))

describe('a message that speaks of what was shown last', () => {
  test.each([
    'is it paid?',
    'when is this due?',
    'quando vence essa?',
    'ela já foi paga?',
    'está paga?',
    '¿ya está pagada?',
    '¿cuándo vence esa?',
  ])('%s', (text) => expect(refersBack(text)).toBe(true))
  test.each([
    'when do we have to pay?',
    'is anything due this month?',
    'o que vence esta semana?',
    'quando vence a próxima?',
    '¿cuándo vence la de octubre?',
  ])('and not: %s', (text) => expect(refersBack(text)).toBe(false))
})
