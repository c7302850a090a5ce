import { describe, expect, test } from 'vitest'
import { asksWhetherApplied, readGoingOn } from '../../src/language/going-on.ts'

describe('what a message asks of the last answer', () => {
  test.each([
    ['give me the whole list please', 'all'],
    ['y los demás motivos?', 'all'],
    ['quero ver todas as razões', 'all'],
    ['me mostra o resto', 'all'],
    ['what lines are behind it?', 'lines'],
    ['¿me enseñas las líneas?', 'lines'],
    ['e quais são as linhas?', 'lines'],
    ['which resource group is that?', 'groups'],
    ['¿cuál es el grupo de recursos?', 'groups'],
    ['so how do you get to 88.10?', 'worked'],
    ['¿de dónde sale ese importe?', 'worked'],
    ['como é que chegam a esse valor?', 'worked'],
    ['is that amount final?', 'certain'],
    ['¿es una cifra definitiva?', 'certain'],
    ['esse valor é garantido?', 'certain'],
    ['when will it be issued?', 'when'],
    ['¿cuándo se emite?', 'when'],
    ['quando vai sair?', 'when'],
    ['which date is that rate from?', 'when'],
    ['why was that refunded?', 'refunded'],
    ['¿por qué nos lo abonaron?', 'refunded'],
    ['por que vocês estornaram isso?', 'refunded'],
  ])('%s', (text, going) => expect(readGoingOn(text)).toBe(going))

  test.each([
    'show me all open invoices',
    'and line 2?',
    'e a linha 3?',
    'how is Power BI calculated?',
    '¿cuándo se renueva Visio?',
    'when is the June invoice due?',
    'is my account certain to be suspended?',
    'is everything ok with our subscriptions?',
    'all our users lost access to Outlook',
    'todo está mal facturado, quiero reclamar',
    'como faço para pagar?',
    '¿cómo hago para pagar?',
    'how do I pay?',
    '',
  ])('"%s" is a question of its own', (text) => expect(readGoingOn(text)).toBeUndefined())

  test.each([
    ['was it taken off the June bill?', true],
    ['¿lo habéis descontado ya?', true],
    ['isso foi abatido em junho?', true],
    ['where is my June bill?', false],
  ])('whether a credit was applied: %s', (text, asks) => expect(asksWhetherApplied(text)).toBe(asks))
})
