import { expect, test } from 'vitest'
import { questionsIn } from '../../src/language/questions-in.ts'

test.each([
  ['How much was October? And when is it due?', ['How much was October?', 'And when is it due?']],
  ['what do we owe and how can we pay', ['what do we owe', 'and how can we pay']],
  ['Show me the September bill. When was it paid?', ['Show me the September bill.', 'When was it paid?']],
  ['We got the bill. Why is it higher? Is it paid?', ['We got the bill. Why is it higher?', 'Is it paid?']],
  ['quanto devemos? e já agora, como pagamos?', ['quanto devemos?', 'e já agora, como pagamos?']],
  ['Quando vence a de outubro e quanto é o IVA?', ['Quando vence a de outubro', 'e quanto é o IVA?']],
  ['¿Cuánto debemos? ¿Y cómo se paga?', ['¿Cuánto debemos?', '¿Y cómo se paga?']],
  ['¿Cuándo vence la factura y cómo la pagamos?', ['¿Cuándo vence la factura', 'y cómo la pagamos?']],
])('“%s” asks more than one thing', (text, parts) => expect(questionsIn(text)).toEqual(parts))

test.each([
  'How much was October?',
  'Is FT 2026/118 the bill of S.A. Santos, Lda. for 1.234,56?',
  'Which invoice was sent in October and is overdue?',
  'Compare October and September please.',
  'Why is it higher? Last month it was 200.',
  'Olá! Bom dia. Quanto devemos?',
  '¿Por qué subió??',
  'How much?!',
])('“%s” asks one', (text) => expect(questionsIn(text)).toEqual([]))

test('what comes before a question may answer what was asked', () => {
  const text = 'The second one. And is it paid?'
  expect(questionsIn(text)).toEqual([])
  expect(questionsIn(text, { answers: true })).toEqual(['The second one.', 'And is it paid?'])
})
