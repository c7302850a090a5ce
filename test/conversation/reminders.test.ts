import type { IAdaptiveCard } from '@microsoft/teams.cards'
import type { Activity } from 'botbuilder'
import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../src/access/person.ts'
import { type Contact, contacts, putContact } from '../../src/collections/contact.ts'
import { reminderView } from '../../src/conversation/collections/reminder-view.ts'
import { paymentSchema, payments } from '../../src/ledger/payment.ts'
import { deskCards } from '../../src/teams/desk-cards.ts'
import { day, instant } from '../../src/values/day.ts'
import { type Language, languages } from '../../src/values/language.ts'
import { aPayment } from '../ledger/examples.ts'
import { deskForTests, now } from './support/open-desk.ts'
import { adega, bills, everybody, type Known } from './support/small-desk.ts'

const desk = deskForTests()
const [, september, october] = bills
const today = day('2026-11-22')

const reminder: Contact = {
  id: `${adega.id}|2026-11-22|first`,
  customer: adega.id,
  kind: 'reminder',
  on: today,
  at: now,
  stage: 'first',
  bills: [september!, october!].map((invoice) => ({
    invoice: invoice.id,
    number: invoice.number,
    amount: invoice.total,
    dueOn: invoice.dueOn,
    period: invoice.period,
    stage: 'first',
  })),
  fees: [],
  to: [],
}
const notice: Contact = {
  ...reminder,
  id: `${adega.id}|2026-11-22|notices`,
  kind: 'notice',
  stage: undefined,
  bills: [],
  notices: [{ kind: 'invoice-ready', invoice: october!.id, day: october!.issuedOn }],
}

beforeEach(() =>
  desk.documents.change(async (unit) => {
    for (const contact of [reminder, notice]) {
      const stored = await unit.get(contacts, contact.id)
      putContact(unit, contact, stored?.revision ?? 0)
    }
  }),
)

const contentFor = (who: Known, language: Language = 'en', contact: Contact = reminder) => {
  const { tenant, objectId } = everybody[who]
  return { kind: 'reminder', contact: contact.id, person: { tenant, objectId }, language } as const
}
const seen = (who: Known, contact = reminder) => reminderView(desk.documents, contentFor(who, 'en', contact), now)

describe('a reminder is laid out', () => {
  test('for a billing contact, from the ledger as it is then', async () => {
    const view = await seen('clara')
    // 100.00 of September's 270.60 was paid on 2 November; nothing of October's 534.80 yet, which is not due either.
    expect(view?.answer).toMatchObject({
      kind: 'reminder',
      facts: { why: { value: { term: 'reminder.why.overdue' } } },
    })
    expect(view?.answer.rows?.map(({ amount }) => amount?.value)).toMatchObject([
      { money: { minor: 17060n } },
      { money: { minor: 53480n } },
    ])
  })

  test.each<Known>(['rui', 'newcomer', 'sofia', 'james', 'stranger', 'bruno', 'helena'])('not for %s', async (who) => {
    expect(await seen(who)).toBeUndefined()
    expect(await seen(who, notice)).toBeUndefined()
  })

  test('not for a contact that nobody wrote', async () => {
    expect(await seen('clara', { ...reminder, id: 'other' })).toBeUndefined()
  })

  test('no longer for whoever lost the role', async () => {
    const { clara } = everybody
    const key = personKey(clara.tenant, clara.objectId)
    const set = (roles: typeof clara.roles) =>
      desk.documents.change(async (unit) => {
        const stored = await unit.get(people, key)
        unit.put(people, key, z.encode(personSchema, { ...clara, roles }), stored?.revision ?? 0)
      })
    await set(['employee'])
    expect(await seen('clara')).toBeUndefined()
    await set(['billing-contact'])
    expect(await seen('clara')).toBeDefined()
  })
})

const cardIn = (sent: Partial<Activity> | undefined) => sent?.attachments?.[0]?.content as IAdaptiveCard | undefined

describe('what the courier sends', () => {
  const cards = () =>
    deskCards({
      documents: desk.documents,
      clock: desk.clock,
      caseFiles: { link: async () => undefined, open: async () => ({ kind: 'gone' }) },
    })
  const to = (channel: string) =>
    ({ kind: 'talk', channel, serviceUrl: 'https://x.example/', conversation: 'c', tenant: 't' }) as const

  test.each(languages)('in Teams a card alone, with a line for the notification, in %s', async (language) => {
    for (const contact of [reminder, notice]) {
      const sent = await cards()(contentFor('clara', language, contact), to('msteams'))
      expect(sent).toMatchObject({
        type: 'message',
        textFormat: 'plain',
        attachments: [{ content: { lang: language } }],
      })
      expect(sent?.text).toBeUndefined()
      expect(sent?.summary?.length).toBeGreaterThan(20)
      expect(sent?.summary?.length).toBeLessThanOrEqual(100)
    }
  })

  test('elsewhere the text too, which says the same', async () => {
    const sent = await cards()(contentFor('clara'), to('webchat'))
    expect(sent?.text).toBe(cardIn(sent)?.fallbackText)
    expect(sent?.text).toContain('FT 2026/110')
  })

  test('nothing to whoever may not see it', async () => {
    expect(await cards()(contentFor('rui'), to('msteams'))).toBeUndefined()
  })

  test('every button asks something that the desk understands', async () => {
    const sent = await cards()(contentFor('clara'), to('msteams'))
    const actions = cardIn(sent)?.actions ?? []
    expect(actions.length).toBeGreaterThan(4)
    for (const action of actions) {
      const { verb, data } = action as { verb: string; data: unknown }
      const { replies } = await desk.say('clara', { kind: 'action', verb, data }, { conversation: `${action.title}` })
      expect(replies[0]?.answer.kind, `${action.title}`).not.toBe('something-else')
    }
  })

  test('once it is paid, the card says so', async () => {
    const paid = aPayment('p-9', '705.40', { 'a-2': '170.60', 'a-3': '534.80' })
    await desk.documents.change(async (unit) =>
      unit.put(payments, paid.id, z.encode(paymentSchema, { ...paid, receivedOn: day('2026-11-21') }), 0),
    )
    const view = await reminderView(desk.documents, contentFor('clara'), instant('2026-11-23T10:00:00Z'))
    expect(view?.answer.kind).toBe('reminder.settled')
    const sent = await cards()(contentFor('clara'), to('msteams'))
    expect(sent?.summary).toBe('Thank you. These 2 invoices are settled, and nothing is due on them any more.')
  })
})
