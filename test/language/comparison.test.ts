import { describe, expect, test } from 'vitest'
import { onlyAgainst, readComparison } from '../../src/language/comparison.ts'
import { readLedgerSide } from '../../src/language/ledger-side.ts'
import type { Day } from '../../src/values/day.ts'
import type { Language } from '../../src/values/language.ts'

const today = '2026-11-22' as Day
const month = (period: string) => ({ of: { period } })

describe('what is compared with what', () => {
  test.each<[string, Language, object]>([
    ['why is october higher than september?', 'en', { ...month('2026-10'), against: { period: '2026-09' } }],
    ['why is october higher than last year?', 'en', { ...month('2026-10'), against: { year: true } }],
    ['compare october 2026 with october 2025', 'en', { ...month('2026-10'), against: { period: '2025-10' } }],
    ['Q3 vs Q2', 'en', { of: { period: '2026-07/2026-09' }, against: { period: '2026-04/2026-06' } }],
    ['from September to October what changed', 'en', { ...month('2026-10'), against: { period: '2026-09' } }],
    ['why was 2026 higher than 2025', 'en', { of: { period: '2026' }, against: { period: '2025' } }],
    ['why is my invoice higher than last month', 'en', { against: { period: '2026-10' } }],
    [
      'why did FT 2026/12 go up compared to FT 2026/11',
      'en',
      { of: { invoice: 'FT 2026/12' }, against: { invoice: 'FT 2026/11' } },
    ],
    ['why did it go up', 'en', {}],
    ['agosto vs julho', 'pt-PT', { ...month('2026-08'), against: { period: '2026-07' } }],
    [
      'porque é que outubro está mais caro do que setembro',
      'pt-PT',
      { ...month('2026-10'), against: { period: '2026-09' } },
    ],
    // "É que" compares nothing.
    ['porque é que a fatura de setembro baixou?', 'pt-PT', month('2026-09')],
    ['por que a fatura veio mais alta que a do mês passado', 'pt-BR', { against: { period: '2026-10' } }],
    [
      'por que pagamos mais em outubro do que em setembro',
      'pt-BR',
      { ...month('2026-10'), against: { period: '2026-09' } },
    ],
    ['qué cambió entre agosto y octubre', 'es', { ...month('2026-10'), against: { period: '2026-08' } }],
    [
      'por qué la de octubre es más cara que la de agosto',
      'es',
      { ...month('2026-10'), against: { period: '2026-08' } },
    ],
  ])('%s', (text, language, expected) => {
    expect(readComparison(text, { today, language })).toEqual(expected)
  })

  test.each<[string, Language, object]>([
    ['and compared with last year?', 'en', { year: true }],
    ['and the year before?', 'en', { year: true }],
    ['compare it with july', 'en', { period: '2026-07' }],
    ['e em relação ao ano passado?', 'pt-PT', { year: true }],
    ['e comparando com julho?', 'pt-BR', { period: '2026-07' }],
    ['y comparado con el año pasado', 'es', { year: true }],
  ])('%s: the last bill once more', (text, language, against) => {
    expect(onlyAgainst(text, { today, language })).toEqual(against)
  })

  test.each(['how much was october?', 'is it paid?', 'quanto foi outubro', 'and october?'])(
    '%s compares nothing',
    (text) => {
      expect(onlyAgainst(text, { today, language: 'en' })).toBeUndefined()
    },
  )
})

describe('which side of the books', () => {
  test.each([
    ['why did the cost of Aurora go up?', 'cost'],
    ['quanto nos cobrou a Microsoft pela Aurora?', 'cost'],
    ['porque baixou a margem da Aurora?', 'margin'],
    ['por qué bajó el margen?', 'margin'],
    ['why is the invoice higher?', undefined],
  ])('%s', (text, side) => {
    expect(readLedgerSide(text)).toBe(side)
  })
})
