import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { givePolicy, standingOfAdega, startAnew, talkAt } from './promises/reminding-desk.ts'
import { deskForTests, now } from './support/open-desk.ts'

const desk = deskForTests()
const talk = talkAt(desk)
const { says, clicks } = talk
const standing = () => standingOfAdega(desk.documents)

beforeAll(() => givePolicy(desk.documents))
beforeEach(async () => {
  desk.clock.set(now)
  talk.anew()
  await startAnew(desk.documents)
})

describe('"we have paid", written', () => {
  test.each([
    ['we paid yesterday', 'all of them'],
    ['just paid it', 'all of them'],
    ['já paguei', 'todas'],
    ['já pagámos a fatura', 'todas'],
    ['acabei de pagar', 'todas'],
    ['paguei ontem no pix', 'todas'],
    ['já transferimos ontem', 'todas'],
    ['hicimos la transferencia ayer', 'todas'],
  ])('"%s" asks which bill, as the button does', async (text, all) => {
    expect((await says(text)).kind).toBe('paid.which')
    expect((await standing()).holds).toEqual([])
    expect((await says(all)).kind).toBe('paid.noted-all')
  })

  test.each([
    ['we already paid FT 2026/110'],
    ['já pagámos a FT 2026/110'],
    ['já pagamos a FT 2026/110'],
    ['paguei a FT 2026/110 ontem'],
    ['ya pagamos ayer la FT 2026/110'],
    ['No, we have paid FT 2026/110'],
  ])('"%s" is noted after a yes', async (text) => {
    const asks = await says(text)
    expect(asks.kind).toBe('paid.confirm')
    expect(asks.text).toContain('FT 2026/110')
    expect((await standing()).holds).toEqual([])
    expect((await says('ok')).kind).toBe('paid.noted')
    expect((await standing()).holds).toMatchObject([{ kind: 'paid', invoice: 'a-2', until: '2026-11-27' }])
    expect((await says(text)).kind).toBe('paid.already')
  })

  test.each([['we have paid everything'], ['já pagámos tudo'], ['a gente já pagou tudo'], ['ya hemos pagado todo']])(
    '"%s" is of all of them',
    async (text) => {
      expect((await says(text)).kind).toBe('paid.confirm-all')
      expect((await says('ok')).kind).toBe('paid.noted-all')
      expect((await standing()).holds).toHaveLength(1)
    },
  )

  test('after a no nothing is noted', async () => {
    await says('we already paid FT 2026/110')
    await says('no')
    expect((await says('yes')).kind).not.toBe('paid.noted')
    expect((await standing()).holds).toEqual([])
  })

  test.each([
    ['did we pay?'],
    ['já pagámos?'],
    ['is FT 2026/110 paid?'],
    ['have you received our payment?'],
    ['¿ya hemos pagado la FT 2026/110?'],
    ['we already paid FT 2026/101'],
  ])('"%s" is told by what is on record', async (text) => {
    expect((await says(text)).kind).toMatch(/^payment\./)
    expect((await standing()).holds).toEqual([])
  })

  test.each([
    ['we have not paid FT 2026/110 yet'],
    ['ainda não pagámos a FT 2026/110'],
    ['no hemos pagado la FT 2026/110'],
  ])('"%s" is no such thing', async (text) => {
    expect((await says(text)).kind).not.toMatch(/^paid\./)
  })

  test('a bill of another company, and somebody who is no billing contact, come to nothing', async () => {
    expect((await says('we already paid FT 2026/777')).kind).toBe('invoice.unknown')
    expect((await says('we already paid FT 2026/110', 'rui')).kind).not.toMatch(/^paid\./)
    expect((await standing()).holds).toEqual([])
  })

  test('a payment of that amount and day that is on record is shown', async () => {
    expect((await says('we paid €100 on 2 November')).kind).toBe('payment.received')
  })
})

describe('a refusal is no promise', () => {
  test.each([
    ['não vamos conseguir pagar dia 15'],
    ["we won't pay FT 2026/110"],
    ['we cannot pay on Friday'],
    ['no podemos pagar el viernes'],
    ['não conseguimos pagar a FT 2026/118 na sexta'],
    ['a gente não vai conseguir pagar sexta'],
  ])('"%s"', async (text) => {
    const said = await says(text)
    expect(said.kind).toBe('promise.not-then')
    expect(said.text).toMatch(/22 (?:de )?(?:dezembro|diciembre|December)/)
    expect((await says('yes')).kind).not.toBe('promise.made')
    expect((await standing()).promises).toEqual([])
  })

  test('another day after it is taken', async () => {
    await says("we won't pay FT 2026/110 on Friday")
    const said = await says('the 15th')
    expect([said.kind, said.text.includes('15 December 2026')]).toEqual(['promise.confirm', true])
    expect((await says('yes')).kind).toBe('promise.made')
  })

  test('another day in the same breath too', async () => {
    const said = await says('we cannot pay FT 2026/118 on Friday but on the 15th')
    expect([said.kind, said.text.includes('15 December 2026')]).toEqual(['promise.confirm', true])
  })

  test('a refusal of what is to be confirmed leaves it', async () => {
    await says('we will pay FT 2026/118 on Friday')
    expect((await says('sorry, we cannot pay on Friday')).kind).toBe('promise.not-then')
    expect((await clicks({ intent: 'payment.promise', act: 'confirm' })).kind).not.toBe('promise.made')
    expect((await standing()).promises).toEqual([])
  })

  test('where one is open it can be taken back', async () => {
    await says('we will pay FT 2026/118 on Friday')
    await says('yes')
    const said = await says('we cannot pay FT 2026/118 on Friday')
    expect(said.text).toContain('We cannot pay FT 2026/118 by that day after all')
  })

  test.each([['we cannot pay before Friday'], ['no podemos pagar hasta el viernes']])(
    '"%s" names Friday',
    async (text) => {
      expect((await says(text)).kind).not.toBe('promise.not-then')
    },
  )
})

describe('while a promise is in the making', () => {
  test.each([
    ['já pagamos a FT 2026/110', /^paid\.confirm$/],
    ['quando vou receber o próximo lembrete?', /^(?!promise\.)/],
    ['when will we get the next reminder', /^(?!promise\.)/],
    ['send me the invoice FT 2026/118', /^invoice\./],
    ['is FT 2026/110 paid?', /^payment\.status$/],
    ['how do I pay?', /^payment\.methods$/],
    ['I want to talk to a person', /^(?!promise\.)/],
  ])('"%s" is something else, at any step', async (text, kind) => {
    await says('need more time to pay')
    expect((await says(text)).kind).toMatch(kind)
    talk.anew()
    await says('we will pay FT 2026/118, need a few days')
    expect((await says(text)).kind).toMatch(kind)
    talk.anew()
    await says('we will pay FT 2026/118 on Friday')
    expect((await says(text)).kind).toMatch(kind)
  })

  test('a question waits, the promise goes on', async () => {
    await says('we will pay FT 2026/118 on Friday')
    expect((await says('quando vou receber o próximo lembrete?')).text).not.toContain('Posso anotar')
    expect((await says('yes')).kind).toBe('promise.made')
  })
})

describe('what was not understood', () => {
  test.each([['a gente paga 300 euros na sexta'], ['a gente paga a FT 2026/118 na sexta']])('"%s"', async (text) => {
    expect((await says(text)).kind).toMatch(/^promise\.(?:which-bills|confirm)$/)
  })

  test.each([['what did we promise?'], ['o que prometemos?'], ['o que a gente prometeu?'], ['¿qué prometimos?']])(
    '"%s"',
    async (text) => {
      expect((await says(text)).kind).toBe('promise.none')
      await says('we will pay FT 2026/118 on Friday')
      await says('ok')
      expect((await says(text)).kind).toBe('promise.already')
    },
  )

  test('"when will we be suspended?"', async () => {
    expect((await says('when will we be suspended?')).kind).toMatch(/^suspension\./)
  })

  test.each([
    ['¿hasta cuándo esperan los recordatorios?'],
    ['até quando os lembretes estão adiados?'],
    ['until when are reminders paused?'],
  ])('"%s" shows how it stands', async (text) => {
    expect((await says(text)).kind).toBe('preferences.on')
  })
})
