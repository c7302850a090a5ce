import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import type { Principal } from '../../src/access/principal.ts'
import { answer } from '../../src/answers/answer.ts'
import type { Answered, Asking } from '../../src/answers/asking.ts'
import { policies, policyKey, type policySchema } from '../../src/collections/policy.ts'
import { putStanding, type Standing, standingOf } from '../../src/collections/standing.ts'
import { say } from '../../src/language/say.ts'
import type { Customer } from '../../src/ledger/customer.ts'
import type { Answer } from '../../src/values/answer.ts'
import { day, instant } from '../../src/values/day.ts'
import type { Fact } from '../../src/values/fact.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { moneyOf } from '../../src/values/money.ts'
import { plainSpaces } from '../conversation/support/read-transcript.ts'
import { adega, bills, everybody, finch, furnish, offering, serra } from '../conversation/support/small-desk.ts'
import { openStore } from '../formats/import-text.ts'
import { eur, partner } from '../ledger/examples.ts'

type Written = z.input<typeof policySchema>

const written: Written = {
  partner,
  name: 'standard',
  effective: '2026-10-01',
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  cap: { contacts: 2, days: 7 },
  minimum: [{ amount: '12.34', currency: 'EUR' }],
  stages: [
    { id: 'courtesy', when: 'before', days: 5, count: 'business', action: 'remind' },
    { id: 'due', when: 'after', days: 0, action: 'remind' },
    { id: 'reminder', when: 'after', days: 20, action: 'remind', fee: { percentPerYear: '8.5' } },
    { id: 'warning', when: 'after', days: 30, action: 'warn' },
    { id: 'proposal', when: 'after', days: 40, action: 'propose-suspension' },
  ],
  promises: { days: 14, atMost: 2, atLeast: '50', broken: 'warning' },
  suspension: { noticeDays: 10 },
  holidays: { PT: ['2026-12-08'] },
}

const asCustomer = (customer: Customer, role: 'billing-contact' | 'employee'): Principal => ({
  kind: 'customer',
  key: everybody.clara,
  customer,
  roles: [role],
})
const clara = asCustomer(adega, 'billing-contact')
const rui = asCustomer(adega, 'employee')
const staff = (role: 'helpdesk-agent' | 'sales-agent' | 'billing-admin'): Principal => ({
  kind: 'partner',
  key: everybody.helena,
  roles: [role],
})

type Given = {
  readonly policy?: Partial<Written> | 'none'
  readonly standing?: Partial<Standing>
  readonly slots?: Asking['slots']
  readonly lines?: true
}

/** Asked at a desk with that policy. */
async function asked(
  principal: Principal,
  { policy = {}, standing, slots = {}, lines }: Given = {},
): Promise<Answered> {
  const documents = await openStore()
  await furnish(documents)
  await documents.change(async (unit) => {
    const one = { ...written, ...(policy === 'none' ? {} : policy) }
    if (policy !== 'none') unit.put(policies, policyKey(one), one, 0)
    const { standing: fresh } = await standingOf(unit, adega.id)
    if (standing) putStanding(unit, { ...fresh, ...standing }, 0)
  })
  const said = { intent: 'collections.policy', slots, principal, language: 'en', offering } as const
  return answer(documents, { ...said, now: instant('2026-11-23T10:00:00Z'), ...(lines && { lines }) })
}

const textOf = ({ answer: { next: _, ...said } }: Answered, language: Language): string => {
  const words = say({ ...said, next: [] }, language)
  return plainSpaces([words.lead, ...words.rows.map(({ text }) => text), ...words.notes].join('\n'))
}
const factsOf = ({ facts, rows = [], notes = [] }: Answer): Fact[] =>
  [facts, ...rows, ...notes.map((note) => note.facts)].flatMap((all) => Object.values(all))

describe('a billing contact reads what happens when, how the own bills stand in it, and what it can do', () => {
  test.each([
    [
      'en',
      `This is our payment policy, in force since 1 October 2026. While an invoice is unpaid, this happens:
5 business days before the due date: a friendly reminder.
On the due date: a reminder.
20 days after the due date: a reminder; interest of 8.5% a year applies to what is late.
30 days after the due date: a warning that further steps may follow.
40 days after the due date: we consider suspending the unpaid subscriptions.
FT 2026/110: €170.60, due on 7 November 2026, open.
FT 2026/118: €534.80, due on 8 December 2026, open.
FT 2026/119: €61.50, due on 10 December 2026, open.
As things stand, the next step comes on 23 November 2026: a reminder.
By these steps, your access is not affected before 28 December 2026.
Your access: if nothing else helps, the subscriptions that are unpaid, and no others, may be suspended. That is never automatic: a person decides, and you are told 10 days before. Paying stops it.
Messages come Monday to Friday, 09:00–18:00 (Western European Time).
What falls on another day, or on a public holiday, comes on the next of these days. All that is due comes in one message.
You get at most 2 such messages in 7 days.
Tell me an amount and a date to promise a payment: up to 14 days ahead, at least 50% of what is due, up to 2 times for an invoice. Its reminders wait until then.
If a promise is not kept, this follows: a warning that further steps may follow.
If something on an invoice is wrong, contest it here: that part is put on hold and the rest stays due. Once it is decided, you have 7 days to pay what is left of it.
If you have paid already, tell me: the reminders wait 5 days for the payment to arrive.
“Remind me later” puts them off for 3 days, and you can stop reminders before the due date.`,
    ],
    [
      'pt-PT',
      `Esta é a nossa política de pagamentos, em vigor desde 1 de outubro de 2026. Enquanto uma fatura estiver por pagar:
5 dias úteis antes do vencimento: um lembrete de cortesia.
Na data de vencimento: um lembrete.
20 dias depois do vencimento: um lembrete; acrescem juros de 8,5% ao ano sobre o valor em atraso.
30 dias depois do vencimento: um aviso de que podem seguir-se outras medidas.
40 dias depois do vencimento: ponderamos suspender as subscrições por pagar.
FT 2026/110: 170,60 €, vencimento em 7 de novembro de 2026, por pagar.`,
    ],
    [
      'pt-BR',
      `Esta é a nossa política de cobrança, em vigor desde 1 de outubro de 2026. Enquanto uma fatura estiver em aberto:
5 dias úteis antes do vencimento: um lembrete de cortesia.
No vencimento: um lembrete.
20 dias depois do vencimento: um lembrete; há juros de 8,5% ao ano sobre o valor em atraso.
30 dias depois do vencimento: um aviso de que outras medidas podem vir em seguida.
40 dias depois do vencimento: avaliamos suspender as assinaturas em atraso.
FT 2026/110: € 170,60, vencimento em 7 de novembro de 2026, em aberto.`,
    ],
    [
      'es',
      `Esta es nuestra política de pagos, en vigor desde el 1 de octubre de 2026. Mientras una factura está sin pagar:
5 días hábiles antes del vencimiento: un recordatorio de cortesía.
El día del vencimiento: un recordatorio.
20 días después del vencimiento: un recordatorio; se aplican intereses de 8,5 % al año sobre el importe vencido.
30 días después del vencimiento: un aviso de que pueden seguir otras medidas.
40 días después del vencimiento: valoramos suspender las suscripciones sin pagar.
FT 2026/110: 170,60 €, vencimiento el 7 de noviembre de 2026, pendiente.`,
    ],
  ] as const)('%s', async (language, text) => {
    const said = textOf(await asked(clara), language)
    expect(said.slice(0, text.length)).toBe(text)
    // Whatever the language, nothing is left out of it.
    expect(said.split('\n')).toHaveLength(20)
  })
})

describe('an employee', () => {
  test('reads the rules and no amount, no bill and no rate', async () => {
    const answered = await asked(rui)
    for (const language of languages) {
      const text = textOf(answered, language)
      for (const figure of ['170', '534', 'FT 2026', '8.5', '8,5', '50']) expect(text).not.toContain(figure)
    }
    expect(factsOf(answered.answer).filter(({ value }) => value.type === 'money' || value.type === 'percent')).toEqual(
      [],
    )
    const text = textOf(answered, 'en')
    expect(text).toContain('20 days after the due date: a reminder; a late fee or interest applies.')
    expect(text).toContain('Your company’s billing contacts can promise a payment')
    expect(answered.offers.map(({ asked: { intent } }) => intent)).toEqual(['human', 'support.terms'])
  })

  test('who asks for the lines behind it gets none', async () => {
    expect((await asked(rui, { lines: true })).answer.kind).toBe('provenance.none')
  })
})

describe('how the open bills stand', () => {
  const promise = {
    id: 'p',
    invoices: [bills[1]!.id],
    amount: moneyOf('170.60', eur),
    by: day('2026-11-30'),
    madeOn: day('2026-11-20'),
    person: everybody.clara,
    settledBefore: moneyOf('100.00', eur),
    state: 'open',
  } as const
  const hold = { id: 'h', reason: 'x', from: day('2026-11-20'), by: 'saldo' } as const
  test.each([
    ['promised', { promises: [promise] }, 'FT 2026/110: €170.60, due on 7 November 2026, promised.'],
    [
      'put off',
      { holds: [{ ...hold, kind: 'later', until: day('2026-11-25') }] },
      '7 November 2026, reminders put off.',
    ],
    [
      'said to be paid',
      { holds: [{ ...hold, kind: 'paid', until: day('2026-11-25') }] },
      '7 November 2026, reported as paid.',
    ],
    ['held by the partner', { holds: [{ ...hold, kind: 'held' }] }, '7 November 2026, reminders on hold.'],
    ['exempt by the partner', { holds: [{ ...hold, kind: 'exempt' }] }, '7 November 2026, not reminded.'],
  ] as const)('%s', async (_, standing, said) => {
    expect(textOf(await asked(clara, { standing: standing as unknown as Partial<Standing> }), 'en')).toContain(said)
  })

  test('what the partner thinks too little to write about is no customer’s business', async () => {
    const text = textOf(await asked(clara, { policy: { minimum: [{ amount: '9999.00', currency: 'EUR' }] } }), 'en')
    expect(text).toContain('FT 2026/110: €170.60, due on 7 November 2026, open.')
    expect(text).not.toMatch(/9.?999|12\.34/)
  })

  test.each([
    [
      'the proposal of the bill due first, and the notice after it, on a day on which it can be written to',
      10,
      '28 December 2026',
    ],
    ['one day of notice less', 9, '28 December 2026'],
    ['five days less', 5, '22 December 2026'],
  ])('access is not affected before: %s', async (_, noticeDays, on) => {
    const text = textOf(await asked(clara, { policy: { suspension: { noticeDays } } }), 'en')
    expect(text).toContain(`your access is not affected before ${on}.`)
  })

  test('no day is named where nothing proposes a suspension, or a broken promise leads to it at once', async () => {
    const promises = { days: 14, atMost: 2, broken: 'proposal' }
    for (const policy of [{ stages: written.stages.slice(0, 4) }, { promises }])
      expect(textOf(await asked(clara, { policy }), 'en')).not.toContain('is not affected before')
  })

  test('a customer of whom nothing is open hears that', async () => {
    const text = textOf(await asked(asCustomer(finch, 'billing-contact')), 'en')
    expect(text).toContain('No invoice is open at the moment.')
  })

  test('are each customer’s own', async () => {
    const text = textOf(await asked(asCustomer(serra, 'billing-contact')), 'en')
    expect(text).toContain('FT 2026/777')
    expect(text).not.toContain('FT 2026/110')
  })
})

describe('what the policy does not say is not made up', () => {
  const bare = { stages: written.stages.slice(0, 2), promises: undefined, suspension: undefined, cap: undefined }
  test('no fee, no suspension, no promise, no cap', async () => {
    const text = textOf(await asked(clara, { policy: bare }), 'en')
    expect(text).toContain('This policy adds no late fee and no interest; your contract may.')
    expect(text).toContain('This policy has no step that affects your access.')
    expect(text).not.toMatch(/promise|suspend|at most/)
  })

  test('no holidays, where the country has none on record', async () => {
    expect(textOf(await asked(clara, { policy: { holidays: {} } }), 'en')).not.toContain('public holiday')
  })

  test.each([
    ['an amount', { amount: { amount: '40.00', currency: 'EUR' } }, 'a late fee of €40.00 applies.'],
    ['a percentage', { percent: '2' }, 'a late fee of 2% of what is late applies.'],
    [
      'an amount in a currency that the customer is not billed in',
      { amount: { amount: '40.00', currency: 'BRL' } },
      'a reminder.\n',
    ],
  ] as const)('a fee is told as it is configured: %s', async (_, fee, said) => {
    const stages = written.stages.map((stage) => (stage.fee ? { ...stage, fee } : stage))
    expect(textOf(await asked(clara, { policy: { stages } }), 'en')).toContain(said)
  })

  test('without a policy it says so, and offers a ticket', async () => {
    const { answer: said, offers } = await asked(clara, { policy: 'none' })
    expect(said.kind).toBe('collections.policy.none')
    expect(offers[0]?.asked).toMatchObject({ intent: 'ticket.open', topic: 'collections.policy' })
  })

  test.each([
    ['a version that comes within 60 days is told', '2027-01-22', true],
    ['one that is further off is not', '2027-01-23', false],
  ])('%s', async (_, effective, told) => {
    const { answer: said } = await asked(clara, { policy: { effective } })
    expect(said.kind).toBe('collections.policy.none')
    expect((said.notes ?? []).some(({ kind }) => kind === 'note.policy-changes')).toBe(told)
  })

  test.each([
    ['until its last day', '2026-11-23', true],
    ['not the day after', '2026-11-22', false],
  ])('a customer that is exempt hears until when: %s', async (_, until, told) => {
    const exemptions = [{ customer: adega.tenant, reason: 'a secret of ours', until }]
    const text = textOf(await asked(clara, { policy: { exemptions } }), 'en')
    expect(text.includes('Reminders are switched off for your company until')).toBe(told)
    expect(text).not.toContain('secret')
  })
})

describe('who may ask', () => {
  test('staff who see a customer’s figures, once they name the customer', async () => {
    expect((await asked(staff('helpdesk-agent'))).answer.kind).toBe('customer.which')
    const { answer: said, customer } = await asked(staff('billing-admin'), { slots: { customer: 'Adega Vale Claro' } })
    expect(said.kind).toBe('collections.policy')
    expect(customer).toBe(adega.id)
    expect(said.notes?.[0]?.kind).toBe('note.about-customer')
  })

  test.each([
    ['staff without customers’ figures', staff('sales-agent'), { customer: 'Adega Vale Claro' }, 'access.role'],
    [
      'somebody of another customer',
      asCustomer(serra, 'employee'),
      { customer: 'Adega Vale Claro' },
      'customer.unknown',
    ],
    ['a stranger', { kind: 'stranger', key: everybody.stranger } as Principal, {}, 'direct.unknown'],
  ])('%s does not', async (_, principal, slots, kind) => {
    expect((await asked(principal, { slots })).answer.kind).toBe(kind)
  })
})

test('everything that is said comes from the policy, from records or the clock', async () => {
  const { answer: said } = await asked(clara)
  const settings = factsOf(said).flatMap(({ source }) => (source.type === 'configured' ? [source.setting] : []))
  expect(settings).toContain('policy.stages.courtesy')
  expect(settings).toContain('policy.stages.reminder.fee')
  expect(settings).toContain('policy.suspension.noticeDays')
  expect(settings.every((setting) => setting.startsWith('policy.'))).toBe(true)
  for (const { source } of factsOf(said)) expect(['configured', 'computed', 'record']).toContain(source.type)
})
