import type { IAdaptiveCard } from '@microsoft/teams.cards'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { actions } from '../../src/conversation/desk/case-actions.ts'
import { caseDeskOf } from '../../src/conversation/desk/case-desk.ts'
import { type CaseView, caseView } from '../../src/conversation/desk/case-view.ts'
import { preparing, steps } from '../../src/conversation/desk/escalation-actions.ts'
import { putLine } from '../../src/delivery/line.ts'
import { chargePageSchema, chargePages } from '../../src/ledger/charge.ts'
import { handoffStates } from '../../src/support/handoff.ts'
import { ticketStates } from '../../src/support/ticket.ts'
import { caseCard } from '../../src/teams/cards/case-card.ts'
import { plainFields } from '../../src/teams/cards/form.ts'
import { ticketCard } from '../../src/teams/cards/ticket-card.ts'
import { deskCards } from '../../src/teams/desk-cards.ts'
import { type ImportId, objectId } from '../../src/values/ids.ts'
import { languages } from '../../src/values/language.ts'
import { deskForTests, now } from '../conversation/support/open-desk.ts'
import { adega, everybody } from '../conversation/support/small-desk.ts'
import { aCharge, partner } from '../ledger/examples.ts'
import { type Case, escalation, handoff, owner, putCase, putLost, ticket, trailEntry } from './support/small-cases.ts'

const desk = deskForTests()
const none = new Map<string, string>()

async function viewOf(given: Case): Promise<CaseView> {
  await putCase(desk.documents, given)
  const view = await caseView(desk.documents, 'T-1042', now)
  if (!view) throw new Error('no case')
  return view
}
const cardFor = async (given: Case) => caseCard(await viewOf(given), none)

type Element = { readonly type?: string } & Record<string, unknown>
function elementsOf(value: unknown): Element[] {
  if (typeof value !== 'object' || value === null) return []
  const inner = Object.values(value).flatMap(elementsOf)
  return 'type' in value ? [value as Element, ...inner] : inner
}
const typed = (card: unknown, type: string) => elementsOf(card).filter((element) => element.type === type)
const verbsOf = (card: unknown) => typed(card, 'Action.Execute').map(({ verb }) => verb as string)

const shapes: Readonly<Record<string, z.ZodType>> = { ...actions, ...steps, 'escalation.prepare': preparing }

/** What a client sends for a button: its data, and what was put into the inputs of its card and of those that it is in. */
function clicksOf(card: unknown, above: readonly Element[] = []): { verb: string; data: Record<string, unknown> }[] {
  const { body = [], actions: below = [] } = card as { body?: Element[]; actions?: Element[] }
  const inputs = [...above, ...body.filter(({ type }) => type?.startsWith('Input.'))]
  const filled = Object.fromEntries(inputs.map((input) => [input.id as string, filledIn(input)]))
  const buttons = [...typed(body, 'Action.Execute'), ...below.filter(({ type }) => type === 'Action.Execute')]
  return [
    ...buttons.map(({ verb, data }) => ({
      verb: verb as string,
      data: plainFields({ ...(data as object), ...filled }) as Record<string, unknown>,
    })),
    ...below.flatMap((action) => (action.type === 'Action.ShowCard' ? clicksOf(action.card, inputs) : [])),
  ]
}

const filledIn = ({ type, value, choices }: Element): unknown =>
  type === 'Input.ChoiceSet' ? (value ?? (choices as { value: string }[])[0]?.value) : (value ?? 'words')

/** What Teams needs, and what people need of a card. */
function expectSound(given: IAdaptiveCard, language: string) {
  const card = given as unknown as Element
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language })
  expect(card.fallbackText).toBeTruthy()
  expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(28 * 1024)
  expect(typed(card, 'TextBlock').filter(({ style }) => style === 'heading')).toHaveLength(1)
  for (const block of typed(card, 'TextBlock'))
    expect(block).toMatchObject({ wrap: true, text: expect.stringMatching(/./) })
  for (const { facts } of typed(card, 'FactSet'))
    for (const fact of facts as object[])
      expect(fact).toEqual({ title: expect.stringMatching(/./), value: expect.stringMatching(/./) })
  const ids = elementsOf(card).flatMap(({ id }) => (id === undefined ? [] : [id]))
  expect(new Set(ids).size).toBe(ids.length)
  for (const input of elementsOf(card).filter(({ type }) => type?.startsWith('Input.'))) {
    expect(input).toMatchObject({ id: expect.any(String), label: expect.stringMatching(/./) })
    expect(Boolean(input.isRequired)).toBe(Boolean(input.errorMessage))
  }
  for (const each of [card, ...typed(card.actions, 'AdaptiveCard')])
    expect(((each.actions ?? []) as Element[]).length).toBeLessThanOrEqual(6)
  for (const action of elementsOf(card).filter(({ type }) => type?.startsWith('Action.')))
    expect(action.title).toMatch(/./)
  for (const { verb, data } of clicksOf(card)) {
    expect(shapes[verb]?.safeParse(data), verb).toMatchObject({ success: true })
    expect(z.object({ ticket: z.literal('T-1042'), once: z.string().min(1).max(60) }).safeParse(data).success).toBe(
      true,
    )
  }
}

const everything: Case = {
  dispute: 'open',
  problem: 'open',
  escalation: escalation('answered', { caseNumber: '2611220040001234' }),
  handoff: handoff('active', { transcript: [{ by: 'customer', at: now, text: 'O que é o Visio?' }] }),
  ticket: { owner },
}

const files = Array.from({ length: 20 }, (_, at) => ({
  ...{ id: `f-${at}`, customer: adega.id, name: 'n'.repeat(200), mediaType: 'text/plain', bytes: 1 },
  at: now,
  expires: now,
}))

/** The case with everything that people write as long as it can be, and as often. */
function endless(view: CaseView, long: string): CaseView {
  const many = <T>(one: T, more: (at: number) => Partial<T> = () => ({})) =>
    Array.from({ length: 60 }, (_, at) => ({ ...one, ...more(at) }))
  const post = { how: 'send', state: 'failed', queuedAt: now, settledAt: now, attempts: 1, line: 'l' } as const
  const content = { kind: 'words', by: 'Helena', text: long } as const
  const named = { ...owner, name: long }
  return {
    ...view,
    customer: { ...view.customer, name: long },
    ticket: {
      ...view.ticket,
      person: { ...view.ticket.person, name: long },
      owner: named,
      trail: [
        trailEntry({ what: 'opened', text: long }),
        ...many(trailEntry({ text: long, by: { ...named, side: 'staff' } }), (at) => ({ id: `e-${at}` })),
      ],
      intake: many({ question: 'reason', answer: long }).slice(0, 5),
      tried: [{ what: 'explained', text: long }],
    },
    transcript: many({ by: 'customer', at: now, text: long }),
    suggestion: long.slice(0, 2500),
    undelivered: many({ post: { id: 'T-1042|x', ...post, content }, mark: 'm' }),
    files,
    choices: {
      ...view.choices,
      colleagues: many(everybody.helena, (at) => ({ name: `${at}${long}`, objectId: otherThan(at) })),
    },
  }
}
const otherThan = (at: number) => objectId(`44444444-4444-4444-8444-${String(100 + at).padStart(12, '0')}`)

describe.each(languages)('the helpdesk’s card in %s', (language) => {
  test.each(ticketStates)(
    'of a ticket that is %s, whatever became of its conversation, can be sent and read',
    async (state) => {
      for (const talk of [undefined, ...handoffStates]) {
        const card = await cardFor({ deskLanguage: language, ticket: { state }, handoff: talk && handoff(talk) })
        expectSound(card, language)
      }
    },
  )

  test.each([undefined, 'prepared', 'filed', 'answered', 'closed', 'withdrawn'] as const)(
    'with a case for Microsoft that is %s can be sent and read',
    async (state) => {
      const card = await cardFor({ ...everything, deskLanguage: language, escalation: state && escalation(state) })
      expectSound(card, language)
    },
  )
})

test('what the policy asks for is not called the customer’s words', async () => {
  const text = 'The policy’s step asks for a call about these bills: FT 2026/118'
  const trail = [trailEntry({ what: 'opened', by: 'saldo', text })]
  const shown = JSON.stringify(await cardFor({ ticket: { trail } }))
  expect(shown).toContain(text)
  expect(shown).toContain('From the policy')
  expect(shown).not.toContain('In the customer’s words')
  expect(JSON.stringify(await cardFor({}))).toContain('In the customer’s words')
})

describe('a case with everything in it', () => {
  test('shows who, what, the bill, what was tried and asked, what was written, and how it stands', async () => {
    const text = JSON.stringify(await cardFor({ ...everything, deskLanguage: 'en' }))
    for (const shown of [
      'T-1042 · Adega Vale Claro, Lda',
      'Clara',
      'Portugal',
      'Portuguese (Portugal)',
      'Disputing a charge',
      'Não pedimos o Visio.',
      'FT 2026/118',
      'Visio Plan 2',
      '€214.80',
      '€264.20 (not decided yet)',
      'P-1, to be solved: T-1043',
      '2611220040001234',
      'Line 3 is a purchase.',
      'not answered',
      'O que é o Visio?',
      'Ask Rui first',
      'Helena',
      'missed',
    ])
      expect(text).toContain(shown)
    // Of the bill only what it is about.
    expect(text).not.toContain('Exchange Online')
  })

  test.each([
    ['words with accents and quotes', 'ção ✉ "\\\n'],
    ['signs that JSON writes with six', '\u0001'],
    ['signs of four bytes', '😀'],
  ])('stays small enough with everything endless, in %s, and loses no button', async (_, unit) => {
    const long = unit.repeat(8000 / unit.length)
    for (const language of languages) {
      const view = await viewOf({ ...everything, deskLanguage: language })
      const card = caseCard(
        endless(view, long),
        new Map(files.map(({ id }) => [id, `https://x.example/${'t'.repeat(300)}`])),
      )
      expectSound(card, language)
      const verbs = new Set(verbsOf(caseCard(view, none)))
      expect(new Set(verbsOf(card))).toEqual(verbs.add('case.resend'))
      expect(JSON.stringify(card)).toContain('saldo tickets')
    }
  })

  test('has no word of what the partner pays', async () => {
    const charge = aCharge({ subtotal: '137.31', price: '13.731' })
    await desk.documents.change(async (unit) => {
      const page = { import: 'import-1' as ImportId, partner, customer: adega.id, supplierInvoice: 'G1', page: 1 }
      unit.put(chargePages, 'page-1', z.encode(chargePageSchema, { ...page, charges: [charge] }), 0)
    })
    for (const deskLanguage of languages) {
      const text = JSON.stringify(await cardFor({ ...everything, deskLanguage }))
      expect(text).not.toMatch(/137[.,]31|13[.,]731|margin|margem|margen|\bcosts?\b|\bcustos?\b|\bcostes?\b/i)
    }
  })
})

describe('the buttons of a case', () => {
  const cases: readonly (readonly [string, Case, readonly string[], readonly string[]])[] = [
    [
      'somebody waits',
      { handoff: handoff('queued') },
      ['case.claim', 'case.return'],
      ['case.reply', 'case.close', 'case.end'],
    ],
    [
      'somebody has the talk',
      { handoff: handoff('active') },
      ['case.reply', 'case.end', 'case.transfer', 'case.return', 'case.close'],
      ['case.claim'],
    ],
    [
      'it has to be wrapped up',
      { handoff: handoff('wrap-up') },
      ['case.close', 'case.reply'],
      ['case.end', 'case.claim'],
    ],
    [
      'nobody has it',
      {},
      ['case.claim', 'case.close', 'case.priority'],
      ['case.reply', 'case.transfer', 'case.dispute'],
    ],
    ['somebody has it', { ticket: { owner } }, ['case.reply', 'case.close'], ['case.claim', 'case.end']],
    [
      'it is closed',
      { ticket: { state: 'closed', owner } },
      ['case.note'],
      ['case.reply', 'case.close', 'escalation.prepare'],
    ],
    ['a charge is contested', { dispute: 'open' }, ['case.dispute'], []],
    ['that was decided', { dispute: 'decided' }, [], ['case.dispute']],
    ['others have the problem', { problem: 'open' }, ['case.solve-problem'], []],
    ['their problem is solved', { problem: 'resolved' }, [], ['case.solve-problem']],
    ['Microsoft has nothing of it', {}, ['escalation.prepare'], ['escalation.file', 'escalation.close']],
    [
      'a case for Microsoft is prepared',
      { escalation: escalation('prepared') },
      ['escalation.file', 'escalation.withdraw'],
      ['escalation.prepare', 'escalation.answer', 'escalation.close'],
    ],
    [
      'Microsoft has the case',
      { escalation: escalation('filed') },
      ['escalation.answer', 'escalation.close', 'escalation.withdraw'],
      ['escalation.prepare', 'escalation.file'],
    ],
    ['Microsoft has closed it', { escalation: escalation('closed') }, ['escalation.prepare'], ['escalation.answer']],
  ]
  test.each(cases)('when %s', async (_, given, there, notThere) => {
    const verbs = verbsOf(await cardFor(given))
    expect(verbs).toEqual(expect.arrayContaining(['case.note', ...there]))
    for (const verb of notThere) expect(verbs).not.toContain(verb)
  })

  test('hand it to colleagues who may take cases, and to queues; not to who has it, nor to anybody else', async () => {
    const card = await cardFor({ handoff: handoff('active') })
    const [input] = typed(card, 'Input.ChoiceSet').filter(({ id }) => id === 'to-transfer')
    const to = ((input?.choices ?? []) as { title: string; value: string }[]).map(({ title }) => title)
    expect(to).toEqual(['Queue: billing', 'Queue: technical', 'Amelia', 'Bruno'])
  })

  test('prepare a case for Microsoft with what is known of it: the kind, the service of the line, the urgency', async () => {
    const valuesOf = async (over: Case['ticket']) =>
      typed(await cardFor({ ticket: over }), 'Input.ChoiceSet')
        .filter(({ id }) => String(id).endsWith('-prepare'))
        .map(({ value }) => value)
    expect(await valuesOf({})).toEqual(['commercial', 'microsoft-365', 'C'])
    const down = { kind: 'technical', service: 'azure', priority: 'urgent', about: {} } as const
    expect(await valuesOf(down)).toEqual(['technical', 'azure', 'A'])
    expect(await valuesOf({ about: {}, priority: 'high' })).toEqual(['commercial', undefined, 'B'])
  })

  test('carry another token once the case is another, and the same as long as it is the same', async () => {
    const once = async (given: Case) => clicksOf(await cardFor(given))[0]?.data.once
    const first = await once({})
    expect(await once({})).toBe(first)
    const others = [
      await once({ handoff: handoff('queued') }),
      await once({ handoff: handoff('active') }),
      await once({ escalation: escalation('filed') }),
      await once({ ticket: { trail: [...ticket().trail, trailEntry({ text: 'more' })] } }),
    ]
    expect(new Set([first, ...others]).size).toBe(5)
  })
})

describe('a suggested reply', () => {
  test('is what Saldo would answer, in the customer’s language', async () => {
    const { suggestion } = await viewOf({ deskLanguage: 'en' })
    expect(suggestion).toContain('Linha 3 da fatura FT 2026/118: Visio Plan 2.')
    expect(suggestion).toContain('214,80')
  })
  test('shows a person no figures that they may not see', async () => {
    const { tenant, objectId } = everybody.rui
    expect((await viewOf({ ticket: { person: { tenant, objectId } } })).suggestion).toBeUndefined()
  })
  test.each([
    ['technical', { kind: 'technical', topic: 'technical.issue' }],
    ['about nothing that Saldo answers', { topic: 'account.details' }],
    ['only a greeting', { topic: 'greeting' }],
  ] as const)('is none where it is %s', async (_, over) => {
    expect((await viewOf({ ticket: over })).suggestion).toBeUndefined()
  })
})

describe('what did not reach the customer', () => {
  test('can be sent again, once however often and by whomever it is clicked on', async () => {
    await putCase(desk.documents, everything)
    await putLost(desk.documents, 'T-1042|lost one|words', 'failed', 'Bom dia, Clara')
    await putLost(desk.documents, 'T-1042|lost two|words', 'unknown', 'Até logo')
    const thread = {
      kind: 'thread',
      channel: 'msteams',
      serviceUrl: 'https://x.example/',
      teamsChannel: '19:x',
    } as const
    const to = { ...thread, tenant: everybody.helena.tenant, conversation: '19:x;messageid=1' }
    await desk.documents.change(async (unit) => putLine(unit, { id: 'case|T-1042', to, posts: [], names: {} }, 0))
    const cases = caseDeskOf({
      documents: desk.documents,
      clock: desk.clock,
      understander: desk.understander,
      newId: () => 'id',
    } as Parameters<typeof caseDeskOf>[0])
    const resends = async () =>
      clicksOf(caseCard((await caseView(desk.documents, 'T-1042', now))!, none)).filter(
        ({ verb }) => verb === 'case.resend',
      )
    const before = await resends()
    expect(before.map(({ data }) => data.post)).toEqual(['T-1042|lost one|words', 'T-1042|lost two|words'])
    const click = (data: unknown, activity: string) =>
      cases.take({
        delivery: { channel: 'msteams', conversation: to.conversation, activity, serviceUrl: to.serviceUrl },
        person: { tenant: everybody.helena.tenant, objectId: everybody.helena.objectId },
        what: { kind: 'action', verb: 'case.resend', data },
      })
    await click(before[0]?.data, 'click-1')
    await click(before[0]?.data, 'click-2')
    expect((await resends()).map(({ data }) => data.post)).toEqual(['T-1042|lost two|words'])
  })
})

describe.each(languages)('the customer’s card in %s', (language) => {
  test.each(ticketStates)('of a ticket that is %s shows nothing internal and asks what can be asked', async (state) => {
    const made = ticket({ state, owner })
    const card = ticketCard(made, language, 'Europe/Lisbon')
    const text = JSON.stringify(card)
    expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5', lang: language })
    expect(text).not.toContain('Ask Rui first')
    expect(text).not.toContain(owner.objectId)
    expect(text).not.toContain(owner.name)
    expect(text).toContain('FT 2026/118')
    expect(text).toContain('Não pedimos o Visio.')
    const asked = typed(card, 'Action.Execute').map(({ verb, data }) => [verb, (data as { slots: object }).slots])
    expect(asked.length).toBeGreaterThanOrEqual(2)
    for (const each of asked) expect(each).toEqual(['ask', { ticket: 'T-1042' }])
    for (const action of typed(card, 'Action.Execute')) expect(action.title).toContain('T-1042')
  })
})

test('a closed ticket asks how it was, until that was said', () => {
  const acts = (over: Parameters<typeof ticket>[0]) =>
    typed(ticketCard(ticket({ state: 'closed', ...over }), 'en', 'Europe/Lisbon'), 'Action.Execute').map(
      ({ data }) => (data as { act?: string }).act,
    )
  expect(acts({})).toEqual(['good', 'bad', 'not-solved', undefined])
  expect(acts({ rating: { good: true, at: now } })).toEqual(['not-solved', undefined])
})

describe('what the courier sends', () => {
  const cards = () =>
    deskCards({
      documents: desk.documents,
      clock: desk.clock,
      caseFiles: { link: async () => undefined, open: async () => ({ kind: 'gone' }) },
    })
  const to = {
    kind: 'talk',
    channel: 'msteams',
    serviceUrl: 'https://x.example/',
    conversation: 'c',
    tenant: 't',
  } as const

  test('a card alone, which can be changed later, with a line for the notification', async () => {
    await putCase(desk.documents, { deskLanguage: 'es' })
    for (const content of [
      { kind: 'case-card', ticket: 'T-1042' },
      { kind: 'ticket-card', ticket: 'T-1042', language: 'pt-PT' },
    ] as const) {
      const sent = await cards()(content, to)
      expect(sent).toMatchObject({ type: 'message', textFormat: 'plain', summary: expect.stringContaining('T-1042') })
      expect(sent?.summary?.length).toBeLessThanOrEqual(100)
      expect(sent?.text).toBeUndefined()
      expect(sent?.attachments).toHaveLength(1)
    }
  })
  test('the text too where cards may not be rendered', async () => {
    const sent = await cards()({ kind: 'ticket-card', ticket: 'T-1042', language: 'en' }, { ...to, channel: 'webchat' })
    expect(sent?.text).toContain('Ticket T-1042')
  })
  test('nothing for a ticket that there is not', async () => {
    expect(await cards()({ kind: 'case-card', ticket: 'T-9999' }, to)).toBeUndefined()
    expect(await cards()({ kind: 'ticket-card', ticket: 'T-9999', language: 'en' }, to)).toBeUndefined()
  })
})
