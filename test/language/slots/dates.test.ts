import { expect, test } from 'vitest'
import { type Language, languages } from '../../../src/values/language.ts'
import { slotsOf } from './read.ts'

const rows: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  en: [
    ['invoice of 3 October', '2026-10-03'],
    ['October 3rd, 2025', '2025-10-03'],
    ['the 3rd of October', '2026-10-03'],
    ['dated 2026-07-04', '2026-07-04'],
    ['from 03/10/2026', '2026-10-03'],
    ['on 3.10.26', '2026-10-03'],
    ['effective 1 December', '2026-12-01'],
    ['the one of 14 February', '2026-02-14'],
    ['the payment I made on Monday', '2026-11-16'],
    ["we'll pay on 5 January", '2027-01-05'],
    ['we paid on 1 December', '2025-12-01'],
    ["we'll pay on the 25th", '2026-11-25'],
    ['we paid on the 25th', '2026-10-25'],
    ['until the 20th', '2026-12-20'],
    ['by the 30th', '2026-11-30'],
    ['I will pay tomorrow', '2026-11-23'],
    ['the day after tomorrow', '2026-11-24'],
    ['paid it yesterday', '2026-11-21'],
    ['what is due today', '2026-11-22'],
    ['call me on Friday', '2026-11-27'],
    ['next Tuesday', '2026-11-24'],
    ['last Monday', '2026-11-16'],
    ['we transferred it on Monday', '2026-11-16'],
    ['paid two weeks ago', '2026-11-08'],
    ['in two weeks', '2026-12-06'],
    ['by the end of the month', '2026-11-30'],
    ['at the end of September', '2026-09-30'],
  ],
  'pt-PT': [
    ['a fatura de 3 de outubro', '2026-10-03'],
    ['1.º de dezembro', '2026-12-01'],
    ['em 03/04/2026', '2026-04-03'],
    ['pagamos a 10 de dezembro', '2026-12-10'],
    ['pago amanhã', '2026-11-23'],
    ['depois de amanhã', '2026-11-24'],
    ['paguei ontem', '2026-11-21'],
    ['na sexta-feira', '2026-11-27'],
    ['vence já na sexta?', '2026-11-27'],
    ['daqui a duas semanas', '2026-12-06'],
    ['até ao fim do mês', '2026-11-30'],
    ['até dia 20', '2026-12-20'],
    ['paguei há 3 dias', '2026-11-19'],
  ],
  'pt-BR': [
    ['vou pagar dia 25', '2026-11-25'],
    ['foi pago dia 8', '2026-11-08'],
    ['pra sexta', '2026-11-27'],
    ['até quarta', '2026-11-25'],
    ['08/12', '2026-12-08'],
    ['segunda que vem eu pago, segunda-feira', '2026-11-23'],
  ],
  es: [
    ['la factura del 3 de octubre', '2026-10-03'],
    ['el 16 de diciembre', '2026-12-16'],
    ['pagamos pasado mañana', '2026-11-24'],
    ['mañana os pago', '2026-11-23'],
    ['lo pagué ayer', '2026-11-21'],
    ['el viernes', '2026-11-27'],
    ['la que llegó el lunes', '2026-11-16'],
    ['el lunes pasado', '2026-11-16'],
    ['dentro de diez días', '2026-12-02'],
    ['a fin de mes', '2026-11-30'],
    ['antes del 30', '2026-11-30'],
  ],
}

for (const language of languages)
  test.each(rows[language])(`${language}: "%s" is the day %s`, (text, date) => {
    expect(slotsOf(text, language)).toEqual({ date })
  })

test.each([
  ['every Friday', 'en'],
  ['on the 5th of each month', 'en'],
  ['within 10 working days', 'en'],
  ['30 days net', 'en'],
  ['are you there 24/7', 'en'],
  ['on 30 February', 'en'],
  ['todo dia 5', 'pt-BR'],
  ['atendem ao sábado?', 'pt-PT'],
  ['a segunda via da fatura', 'pt-BR'],
  ['hoje em dia', 'pt-PT'],
  ['tenho febre há dois dias', 'pt-PT'],
  ['todos los lunes', 'es'],
  ['por la mañana', 'es'],
] as const)('"%s" states no day', (text, language) => {
  expect(slotsOf(text, language).date).toBeUndefined()
})

test('days come first, but for American readers an ambiguous date is left out and a clear one is month first', () => {
  expect(slotsOf('on 03/04/2026')).toEqual({ date: '2026-04-03' })
  expect(slotsOf('on 03/04/2026', 'en', true)).toEqual({})
  expect(slotsOf('on 03/24/2026', 'en', true)).toEqual({ date: '2026-03-24' })
  expect(slotsOf('on 24/03/2026', 'en', true)).toEqual({ date: '2026-03-24' })
  expect(slotsOf('on 04/04/2026', 'en', true)).toEqual({ date: '2026-04-04' })
})
