import { expect, test } from 'vitest'
import { type FollowUp, readFollowUp } from '../../src/language/dialogue.ts'
import { day } from '../../src/values/day.ts'
import type { Language } from '../../src/values/language.ts'

const today = day('2026-11-22')
const choose = (index: number): FollowUp => ({ kind: 'choose', index })
const swap = (slots: Extract<FollowUp, { kind: 'swap' }>['slots']): FollowUp => ({ kind: 'swap', slots })
const none: FollowUp = { kind: 'none' }
const affirm: FollowUp = { kind: 'affirm' }
const deny: FollowUp = { kind: 'deny' }

const bills = ['FT 2026/118 · October 2026 · €214.80', 'FT 2026/131 · October 2026 · €99.00', 'FT 2026/140 · €7.00']
const months: Partial<Record<Language, string[]>> = {
  'pt-PT': ['fatura de outubro', 'fatura de setembro', 'fatura de agosto'],
  es: ['factura de octubre', 'factura de septiembre', 'factura de agosto'],
}

test.each<[string, FollowUp]>([
  ['1', choose(0)],
  ['2.', choose(1)],
  ['the second one', choose(1)],
  ['first', choose(0)],
  ['the last one please', choose(2)],
  ['option 3', choose(2)],
  ['number two', choose(1)],
  ['118', choose(0)],
  ['FT 2026/131', choose(1)],
  ['the 99.00 one', choose(1)],
  ['none of these', deny],
  ['something else', deny],
  ['4', none],
  ['both', none],
  ['why is it so high this time?', none],
])('of three bills, "%s" is %j', (text, expected) => {
  expect(readFollowUp(text, { today, language: 'en', options: bills, expects: 'choice' })).toEqual(expected)
})

test.each<[Language, string, FollowUp]>([
  ['pt-PT', 'a de outubro', choose(0)],
  ['pt-PT', 'a segunda', choose(1)],
  ['pt-PT', 'quero a de agosto', choose(2)],
  ['pt-PT', 'a última', choose(2)],
  ['pt-PT', 'a número dois, se faz favor', choose(1)],
  ['pt-PT', 'enganei-me, queria a primeira', choose(0)],
  ['pt-PT', 'as duas', none],
  ['es', 'las dos', none],
  ['es', 'la dos', choose(1)],
  ['pt-PT', 'nenhuma', deny],
  ['pt-PT', 'a de maio', swap({ period: '2026-05' })],
  ['es', 'la de octubre', choose(0)],
  ['es', 'la segunda', choose(1)],
  ['es', 'la tercera por favor', choose(2)],
  ['es', 'el 3', choose(2)],
  ['es', 'ninguna', deny],
])('%s: of three months, "%s" is %j', (language, text, expected) => {
  expect(readFollowUp(text, { today, language, options: months[language], expects: 'choice' })).toEqual(expected)
})

test('yes to the only option takes it', () => {
  expect(readFollowUp('yes', { today, language: 'en', options: ['FT 2026/118'], expects: 'choice' })).toEqual(choose(0))
})

test.each<[Language, string, FollowUp]>([
  ['en', 'yes', affirm],
  ['en', 'yes please open it', affirm],
  ['en', 'ok', affirm],
  ['en', 'no thanks', deny],
  ['en', "don't send it", deny],
  ['en', 'yes but for 5 seats', none],
  ['en', 'no, September', swap({ period: '2026-09' })],
  ['pt-PT', 'sim, pode abrir', affirm],
  ['pt-PT', 'não, setembro', swap({ period: '2026-09' })],
  ['pt-PT', 'não recebi a fatura', none],
  ['pt-BR', 'isso mesmo', affirm],
  ['pt-BR', 'não, deixa', deny],
  ['es', 'vale', affirm],
  ['es', 'no lo abras', deny],
  ['es', 'no, la de mayo', swap({ period: '2026-05' })],
])('%s: asked to confirm, "%s" is %j', (language, text, expected) => {
  expect(readFollowUp(text, { today, language, expects: 'confirmation' })).toEqual(expected)
})

test.each(['yes', 'no', 'sim', 'não', 'sí', 'ok'])('"%s" means nothing when nothing is pending', (text) => {
  expect(readFollowUp(text, { today, language: 'en' })).toEqual(none)
})

test.each<[Language, string, FollowUp]>([
  ['en', 'and October?', swap({ period: '2026-10' })],
  ['en', 'and may?', swap({ period: '2026-05' })],
  ['en', 'what about last month', swap({ period: '2026-10' })],
  ['en', 'and for Power BI?', swap({ product: 'Power BI' })],
  ['en', 'and the one from March 2025', swap({ period: '2025-03' })],
  ['en', 'no, not October, September', swap({ period: '2026-09' })],
  ['en', 'FT 2026/118', swap({ invoice: 'FT 2026/118' })],
  ['en', 'when is October due?', none],
  ['en', 'how much was October', none],
  ['en', 'and why?', none],
  ['pt-PT', 'e a de setembro?', swap({ period: '2026-09' })],
  ['pt-PT', 'desculpa, quis dizer setembro', swap({ period: '2026-09' })],
  ['pt-BR', 'E em 2025?', swap({ period: '2025' })],
  ['es', '¿y la de mayo?', swap({ period: '2026-05' })],
  ['es', 'y el mes pasado?', swap({ period: '2026-10' })],
])('%s: after an answer, "%s" is %j', (language, text, expected) => {
  expect(readFollowUp(text, { today, language })).toEqual(expected)
})
