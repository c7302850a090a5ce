import { describe, expect, test } from 'vitest'
import type { Asking } from '../../src/answers/asking.ts'
import { supportTerms } from '../../src/answers/support-terms.ts'
import { say } from '../../src/language/say.ts'
import type { Offering } from '../../src/support/offering.ts'
import { offeringFor } from '../../src/support/offering-for.ts'
import { day, type Instant } from '../../src/values/day.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { moneyOf } from '../../src/values/money.ts'
import { plainSpaces } from '../conversation/support/read-transcript.ts'
import { adega, offering, serra, serraNorte } from '../conversation/support/small-desk.ts'
import { eur } from '../ledger/examples.ts'

const planned: Offering = {
  ...offering,
  price: undefined,
  plans: [
    {
      name: 'Azure Plus',
      customers: [adega.tenant],
      price: { amount: moneyOf('85.00', eur), per: 'hour', for: ['technical'] },
      targets: { urgent: { respond: 30, resolve: 240 }, low: { respond: 60, resolve: 61 } },
    },
    {
      name: 'Iberia',
      customers: [serra.tenant],
      model: 'outsourced',
      provider: 'Sierra Norte, SL',
      timeZone: 'Europe/Madrid',
      hours: [{ weekday: 1, from: '08:00', to: '20:00' }],
      contact: { mail: 'soporte@sierranorte.example' },
    },
  ],
}

const saidTo = (said: Offering, language: Language, now = '2026-11-23T10:00:00.000Z') => {
  const asking = {
    intent: 'support.terms',
    slots: {},
    offering: said,
    language,
    now: now as Instant,
  } as unknown as Asking
  const words = say(supportTerms(asking).answer, language)
  return plainSpaces([words.lead, ...words.rows.map(({ text }) => text), ...words.notes].join('\n'))
}

describe('what a customer with a plan is told, in its language', () => {
  test.each([
    [
      'en',
      `Nortada Cloud answers during these hours:
Monday to Friday: 09:00–18:00 (Western European Time)
Contact Nortada Cloud: apoio@partner.example, +351 21 000 0000
Support is open now, until Monday 23 November at 18:00.
Support is closed on 1 December 2026, a holiday.
Your support plan: Azure Plus.
Covered: Billing questions.
Support is provided by the team of Nortada Cloud.
Technical support costs €85.00 per hour; questions about billing and licences cost nothing extra.
Urgent (nobody can work): first answer within 30 working minutes, solution within 4 working hours.
Low (a question): first answer within 1 working hour, solution within 61 working minutes.`,
    ],
    [
      'pt-PT',
      `Horário de atendimento da Nortada Cloud:
segunda-feira a sexta-feira: 09:00–18:00 (Hora da Europa Ocidental)
Contacto da Nortada Cloud: apoio@partner.example, +351 21 000 0000
O atendimento está aberto neste momento, até segunda-feira, 23 de novembro às 18:00.
O atendimento está fechado em 1 de dezembro de 2026, por ser feriado.
O seu plano de apoio: Azure Plus.
Inclui: Questões de faturação.
O apoio é prestado pela equipa da Nortada Cloud.
O apoio técnico custa 85,00 € por hora; as questões de faturação e de licenças não têm custo adicional.
Urgente (ninguém consegue trabalhar): primeira resposta no prazo de 30 minutos úteis, solução no prazo de 4 horas úteis.
Baixa (uma pergunta): primeira resposta no prazo de 1 hora útil, solução no prazo de 61 minutos úteis.`,
    ],
    [
      'pt-BR',
      `Horário de atendimento da Nortada Cloud:
segunda-feira a sexta-feira: 09:00–18:00 (Horário da Europa Ocidental)
Contato da Nortada Cloud: apoio@partner.example, +351 21 000 0000
O atendimento está aberto neste momento, até segunda-feira, 23 de novembro às 18:00.
O atendimento está fechado em 1 de dezembro de 2026, por ser feriado.
Seu plano de suporte: Azure Plus.
Inclui: Dúvidas de cobrança.
O suporte é prestado pela equipe da Nortada Cloud.
O suporte técnico custa € 85,00 por hora; dúvidas de cobrança e de licenças não têm custo adicional.
Urgente (ninguém consegue trabalhar): primeira resposta em até 30 minutos úteis, solução em até 4 horas úteis.
Baixa (uma dúvida): primeira resposta em até 1 hora útil, solução em até 61 minutos úteis.`,
    ],
    [
      'es',
      `Horario de atención de Nortada Cloud:
lunes a viernes: 09:00–18:00 (hora de Europa occidental)
Contacto de Nortada Cloud: apoio@partner.example, +351 21 000 0000
El servicio de atención está abierto, hasta el lunes, 23 de noviembre, 18:00.
El servicio de atención está cerrado el 1 de diciembre de 2026, por ser festivo.
Su plan de soporte: Azure Plus.
Incluye: Consultas de facturación.
El soporte lo presta el equipo de Nortada Cloud.
El soporte técnico cuesta 85,00 € por hora; las consultas de facturación y de licencias no tienen coste adicional.
Urgente (nadie puede trabajar): primera respuesta en un plazo de 30 minutos laborables, solución en un plazo de 4 horas laborables.
Baja (una consulta): primera respuesta en un plazo de 1 hora laborable, solución en un plazo de 61 minutos laborables.`,
    ],
  ] as const)('%s', (language, text) => {
    expect(saidTo(offeringFor(planned, adega.id), language)).toBe(text)
  })
})

describe.each(languages)('in %s', (language) => {
  test('whoever has no plan hears of none, and of no promise', () => {
    const text = saidTo(offeringFor(planned, serraNorte.id), language)
    for (const part of ['Azure Plus', 'Iberia', 'Sierra', '85', '30']) expect(text).not.toContain(part)
  })

  test('the provider that helps in the partner’s place is named, with its own hours and contact', () => {
    const text = saidTo(offeringFor(planned, serra.id), language)
    for (const part of ['Iberia', 'Sierra Norte, SL', '08:00–20:00', 'soporte@sierranorte.example'])
      expect(text).toContain(part)
    expect(text).not.toContain('apoio@partner.example')
  })

  test('resold support, and a price of billing questions alone, are said', () => {
    const costs = (kind: 'commercial' | 'technical'): Offering => ({
      ...offering,
      model: 'resold',
      provider: 'Helpline Ltd',
      price: { amount: moneyOf('10.00', eur), per: 'case', for: [kind] },
    })
    const text = saidTo(costs('commercial'), language)
    expect(text).toContain('Helpline Ltd')
    expect(text).toMatch(/10[.,]00/)
    expect(text).not.toBe(saidTo(costs('technical'), language))
  })
})

describe('the next holiday', () => {
  const closed = 'Support is closed on 1 December 2026, a holiday.'
  test.each([
    ['32 days before', '2026-10-30T12:00:00.000Z', false],
    ['31 days before', '2026-10-31T12:00:00.000Z', true],
    ['on the day', '2026-12-01T12:00:00.000Z', true],
    ['the day after', '2026-12-02T12:00:00.000Z', false],
  ])('%s', (_, now, said) => expect(saidTo(offering, 'en', now).includes(closed)).toBe(said))

  test('on a day without hours is none', () => {
    const sunday = { ...offering, holidays: [day('2026-11-29')] }
    expect(saidTo(sunday, 'en')).not.toContain('a holiday')
  })
})

test('support around the clock has no time at which it closes', () => {
  const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  const text = saidTo({ ...offering, hours: always, holidays: [] }, 'en')
  expect(text).toContain('Support is open now.')
})
