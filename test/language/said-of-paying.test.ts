import { describe, expect, test } from 'vitest'
import { asksNextReminder, asksOwnPromise, asksWhenSuspended } from '../../src/language/asks-of-collections.ts'
import { saysWillPay } from '../../src/language/promised.ts'
import { readReminderWish } from '../../src/language/reminder-wish.ts'
import { saysPaid } from '../../src/language/said-paid.ts'
import { readRefusal } from '../../src/language/will-not-pay.ts'

describe('"we have paid"', () => {
  test.each([
    ['we paid yesterday'],
    ["I've already paid"],
    ['we have made the payment today'],
    ['our accountant has paid it'],
    ['já paguei'],
    ['nós já pagámos ontem por transferência'],
    ['pagamos ontem'],
    ['fizemos a transferência hoje'],
    ['acabei de pagar'],
    ['ya hemos pagado todo'],
    ['pagué ayer'],
    ['Sí, ya pagamos'],
    ['No, ya pagamos'],
    ['não entendo este lembrete, já pagámos'],
  ])('%s', (text) => expect(saysPaid(text)).toBe(true))

  test.each([
    ['did we pay?'],
    ['já pagámos?'],
    ['¿ya pagamos?'],
    ['have we paid'],
    ["I don't know if we already paid"],
    ['quero saber se já pagámos'],
    ["we haven't paid yet"],
    ['ainda não pagámos'],
    ['não paguei'],
    ['no hemos pagado'],
    ['todavía no pagamos'],
    ['pagamos na sexta'],
    ['we will pay on Friday'],
    ['we paid twice'],
    ['we paid part of it yesterday'],
    ['pagámos metade'],
    ['the invoice we paid last week'],
    ['a fatura que já pagámos'],
    ['how much have we paid this year'],
    ['we have always paid on time'],
  ])('not: %s', (text) => expect(saysPaid(text)).toBe(false))

  test('"ya pagamos el viernes" is of a Friday to come where one is named', () => {
    expect([saysPaid('ya pagamos el viernes', true), saysPaid('ya pagamos el viernes')]).toEqual([false, true])
  })
})

describe('"we cannot pay then"', () => {
  test.each([
    ['we cannot pay on Friday'],
    ["we won't be able to pay in time"],
    ['we are not paying FT 2026/118'],
    ['não vamos conseguir pagar dia 15'],
    ['não tenho como pagar essa semana'],
    ['a gente não paga na sexta'],
    ['no podemos pagar el viernes'],
    ['no llegamos a pagar el viernes'],
  ])('%s', (text) => expect(readRefusal(text)).toEqual({ rest: '' }))

  test.each([
    ['we cannot pay before Friday'],
    ['não conseguimos pagar até sexta'],
    ['no podemos pagar hasta el viernes'],
    ['we cannot pay by card'],
    ['não sei como pagar'],
    ['não pagámos'],
    ["we haven't paid yet"],
    ["can't we pay on Friday?"],
    ['só conseguimos pagar dia 15'],
    ['não conseguimos pagar tudo de uma vez'],
  ])('not: %s', (text) => expect(readRefusal(text)).toBeUndefined())

  test('what stands after a "but" is left', () => {
    expect(readRefusal('we cannot pay on Friday but on the 15th')?.rest).toBe('on the 15th')
    expect(readRefusal('não pagamos na sexta, mas dia 15 sim')?.rest).toBe('dia 15 sim')
  })
})

describe('questions of the collections', () => {
  test.each([['what did we promise?'], ['o que prometemos?'], ['o que a gente prometeu?'], ['¿qué prometimos?']])(
    '%s',
    (text) => expect(asksOwnPromise(text)).toBe(true),
  )
  test.each([['when will we be suspended?'], ['quando vamos ser suspensos?'], ['¿cuándo nos suspenden?']])(
    '%s',
    (text) => expect(asksWhenSuspended(text)).toBe(true),
  )
  test('of no company of their own is no such question', () => {
    expect(asksWhenSuspended('when are customers suspended?')).toBe(false)
  })
  test.each([
    ['when do I get the next reminder?'],
    ['quando vou receber o próximo lembrete?'],
    ['¿cuándo recibo el próximo recordatorio?'],
  ])('%s', (text) => expect(asksNextReminder(text)).toBe(true))
  test.each([['¿hasta cuándo esperan los recordatorios?'], ['até quando os lembretes estão adiados?']])(
    '%s wants nothing changed',
    (text) => expect(readReminderWish(text)).toBeUndefined(),
  )
  test.each([
    ['a gente paga 3000 reais na sexta', true],
    ['vamos pagar na sexta', true],
    ['a gente não paga na sexta', false],
    ['pagamos na sexta?', false],
  ])('%s', (text, is) => expect(saysWillPay(text)).toBe(is))
})
