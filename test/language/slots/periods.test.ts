import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Language, languages } from '../../../src/values/language.ts'
import { periodOf } from '../../../src/values/period.ts'
import { slotsOf } from './read.ts'

const rows: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: [
    ['how much was October?', '2026-10'],
    ['what came in November', '2026-11'],
    ['the December invoice', '2025-12'],
    ['October 2025 please', '2025-10'],
    ['Oct-25 total', '2025-10'],
    ['october last year', '2025-10'],
    ['last November', '2025-11'],
    ['next January', '2027-01'],
    ['the May invoice', '2026-05'],
    ['is it for may?', '2026-05'],
    ['in may we paid', '2026-05'],
    ['2026-09 total', '2026-09'],
    ['total for 09/2026', '2026-09'],
    ['from July to September', '2026-07/2026-09'],
    ['between November and January', '2025-11/2026-01'],
    ['July, August and September', '2026-07/2026-09'],
    ['June + July', '2026-06/2026-07'],
    ['since September', '2026-09/2026-11'],
    ['from 9 Jul to 31 Jul', '2026-07'],
    ['15 March - 14 April 2026', '2026-03/2026-04'],
    ['last month', '2026-10'],
    ['this month', '2026-11'],
    ['next month', '2026-12'],
    ['two months ago', '2026-09'],
    ['the last three months', '2026-08/2026-10'],
    ['Q3', '2026-07/2026-09'],
    ['Q4 2025', '2025-10/2025-12'],
    ['the first quarter', '2026-01/2026-03'],
    ['last quarter', '2026-07/2026-09'],
    ['H1 2026', '2026-01/2026-06'],
    ['first half of 2025', '2025-01/2025-06'],
    ['all of last year', '2025'],
    ['this year so far', '2026'],
    ['FY2025 invoices', '2025'],
    ['2024-2025', '2024-01/2025-12'],
  ],
  'pt-PT': [
    ['quanto foi a de outubro?', '2026-10'],
    ['a fatura de março', '2026-03'],
    ['a fatura de marco', '2026-03'],
    ['setembro de 2025', '2025-09'],
    ['set/25', '2025-09'],
    ['e a de out?', '2026-10'],
    ['outubro do ano passado', '2025-10'],
    ['de abril a junho', '2026-04/2026-06'],
    ['entre dezembro e fevereiro', '2025-12/2026-02'],
    ['desde janeiro', '2026-01/2026-11'],
    ['no mês passado', '2026-10'],
    ['este mês', '2026-11'],
    ['próximo mês', '2026-12'],
    ['há dois meses', '2026-09'],
    ['os últimos seis meses', '2026-05/2026-10'],
    ['3.º trimestre', '2026-07/2026-09'],
    ['segundo trimestre de 2025', '2025-04/2025-06'],
    ['1.º semestre', '2026-01/2026-06'],
    ['trimestre passado', '2026-07/2026-09'],
    ['ano passado', '2025'],
    ['faturas de 2025', '2025'],
  ],
  'pt-BR': [
    ['quanto deu em outubro', '2026-10'],
    ['nota de maio', '2026-05'],
    ['mês que vem', '2026-12'],
    ['mês retrasado', '2026-09'],
    ['dois meses atrás', '2026-09'],
    ['jan x fev', '2026-01/2026-02'],
    ['quarto trimestre de 2025', '2025-10/2025-12'],
    ['primeiro semestre', '2026-01/2026-06'],
    ['de dezembro até março', '2025-12/2026-03'],
    ['desde o começo do ano', '2026'],
  ],
  es: [
    ['¿cuánto fue octubre?', '2026-10'],
    ['la de mayo', '2026-05'],
    ['factura de setiembre', '2026-09'],
    ['octubre del año pasado', '2025-10'],
    ['enero de 2026', '2026-01'],
    ['de julio a septiembre', '2026-07/2026-09'],
    ['entre abril y junio', '2026-04/2026-06'],
    ['desde junio', '2026-06/2026-11'],
    ['el mes pasado', '2026-10'],
    ['este mes', '2026-11'],
    ['el mes que viene', '2026-12'],
    ['hace dos meses', '2026-09'],
    ['los últimos tres meses', '2026-08/2026-10'],
    ['tercer trimestre', '2026-07/2026-09'],
    ['2T 2025', '2025-04/2025-06'],
    ['primer semestre de 2026', '2026-01/2026-06'],
    ['el año pasado', '2025'],
    ['lo que va del año', '2026'],
  ],
}

for (const language of languages)
  test.each(rows[language])(`${language}: "%s" is the period %s`, (text, period) => {
    expect(slotsOf(text, language)).toEqual({ period })
  })

test.each([
  ['may I ask something', 'en'],
  ['please set it up', 'en'],
  ['3 out of 10', 'en'],
  ['we ran out', 'en'],
  ['every month', 'en'],
  ['dez licenças a mais não', 'pt-PT'],
  ['vamos ao mar', 'pt-PT'],
  ['em relação ao mês anterior', 'pt-BR'],
  ['todo mês', 'pt-BR'],
  ['cada mes', 'es'],
  ['el mar', 'es'],
] as const)('"%s" states no period', (text, language) => {
  expect(slotsOf(text, language).period).toBeUndefined()
})

test('two months that do not follow one another are no one period', () => {
  expect(slotsOf('compare August and October')).toEqual({})
})

test('every period that is read is one that the ledger can read', () => {
  const vocabulary =
    'october may mar out set 2026 2025 Q3 trimestre mes last since from to de a e and entre half 3 10/2026 ano passado 31 - / enero ate hasta'
  const message = fc.array(fc.constantFrom(...vocabulary.split(' ')), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(message, fc.constantFrom('en', 'pt-PT', 'pt-BR', 'es'), (words, language) => {
      const { period } = slotsOf(words.join(' '), language)
      if (period) expect(periodOf(period).from <= periodOf(period).to).toBe(true)
    }),
    { numRuns: process.env.SALDO_LONG ? 20_000 : 500 },
  )
})
