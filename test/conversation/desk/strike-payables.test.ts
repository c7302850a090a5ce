import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../../src/access/person.ts'
import { notePaidToMicrosoft } from '../../../src/collections/supplier-payment.ts'
import { answerFromJson } from '../../../src/conversation/answer-json.ts'
import { strikePayables } from '../../../src/conversation/desk/strike-payables.ts'
import { keepAddress } from '../../../src/delivery/address.ts'
import { outgoingEvents, webhookSchema, webhooks } from '../../../src/delivery/event.ts'
import { lines } from '../../../src/delivery/line.ts'
import { say } from '../../../src/language/say.ts'
import { supplierInvoiceKey, supplierInvoiceSchema, supplierInvoices } from '../../../src/ledger/charge.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { day, type Instant } from '../../../src/values/day.ts'
import { decimal } from '../../../src/values/decimal.ts'
import { languages } from '../../../src/values/language.ts'
import { monthOf } from '../../../src/values/period.ts'
import { MemoryDocuments } from '../../desk-model/memory-documents.ts'
import { aSupplierInvoice, customerAt, partner } from '../../ledger/examples.ts'
import { adega, bills, everybody, furnish } from '../support/small-desk.ts'

// Microsoft's invoice for October: due on 5 January, the account at risk on the 6th. Adega's bills were made from it.

const october = aSupplierInvoice({
  number: 'G000000001',
  period: monthOf('2026-10'),
  total: decimal('900.00'),
  customers: [customerAt(1), customerAt(2), customerAt(3)],
})
const at = (text: string): Instant => `${text}T09:00:00.000Z` as Instant
const { bruno, helena, clara, amelia } = everybody
let documents: Documents

beforeEach(async () => {
  documents = new MemoryDocuments(new Map())
  await furnish(documents)
  await documents.change(async (unit) => {
    const key = supplierInvoiceKey(partner, october.number)
    unit.put(supplierInvoices, key, z.encode(supplierInvoiceSchema, october), 0)
  })
})

/** Somebody's private chat with the bot. */
const knows = (...all: { tenant: string; objectId: string }[]) =>
  documents.change(async (unit) => {
    for (const one of all)
      await keepAddress(
        unit,
        one as typeof bruno,
        { channel: 'test', serviceUrl: 'http://localhost', conversation: `chat ${one.objectId}` },
        at('2026-11-01'),
      )
  })
const postsTo = async ({ objectId }: { objectId: string }) => {
  const { items } = await documents.find(lines, { index: 'conversation', equals: `chat ${objectId}` })
  return items.flatMap(({ data }) => data.posts)
}
const hook = (type: 'saldo.payables.at-risk' | 'saldo.ticket.changed') =>
  documents.change(async (unit) => {
    const webhook = {
      id: type,
      url: 'https://partner.example/hook',
      secret: 's',
      types: [type],
      addedAt: at('2026-01-01'),
    }
    unit.put(webhooks, type, z.encode(webhookSchema, webhook), 0)
  })
const events = async () => (await documents.find(outgoingEvents, { index: 'state' })).items.map(({ data }) => data)

describe('a billing admin is told that Microsoft’s invoice has to be paid', () => {
  test.each([
    ['2026-12-29', 0],
    ['2026-12-30', 1],
    ['2027-01-06', 1],
    ['2027-01-13', 1],
    ['2027-01-14', 0],
  ])('looked at first on %s: %i notices', async (on, count) => {
    await knows(bruno)
    expect(await strikePayables(documents, at(on))).toBe(count)
    expect(await postsTo(bruno)).toHaveLength(count)
  })

  test('once, however often it is looked at, and one for each invoice', async () => {
    await knows(bruno)
    for (const on of ['2026-12-30', '2026-12-30', '2027-01-02', '2027-01-06']) await strikePayables(documents, at(on))
    expect(await postsTo(bruno)).toHaveLength(1)
  })

  test('two processes that look at the same time tell it once', async () => {
    await knows(bruno)
    await hook('saldo.payables.at-risk')
    const given = await Promise.all([1, 2, 3].map(() => strikePayables(documents, at('2026-12-30'))))
    expect(given.reduce((sum, each) => sum + each, 0)).toBe(1)
    expect(await postsTo(bruno)).toHaveLength(1)
    expect(await events()).toHaveLength(1)
  })

  test('in the private chat of nobody but billing admins, and in no channel', async () => {
    await knows(bruno, helena, clara, amelia)
    await strikePayables(documents, at('2026-12-30'))
    expect(await postsTo(bruno)).toHaveLength(1)
    for (const other of [helena, clara, amelia]) expect(await postsTo(other)).toEqual([])
    const { items } = await documents.find(lines, { index: 'conversation' })
    expect(items.map(({ data }) => data.to.kind)).toEqual(['talk'])
  })

  test('a customer’s person with the role by mistake is told nothing', async () => {
    const key = personKey(clara.tenant, clara.objectId)
    await documents.change(async (unit) => {
      const stored = await unit.get(people, key)
      const both = z.encode(personSchema, { ...clara, roles: ['billing-contact', 'billing-admin'] })
      unit.put(people, key, both, stored?.revision ?? 0)
    })
    await knows(clara)
    expect(await strikePayables(documents, at('2026-12-30'))).toBe(0)
    expect(await postsTo(clara)).toEqual([])
  })

  test('nobody to tell: it waits for whoever writes to the bot first', async () => {
    expect(await strikePayables(documents, at('2026-12-30'))).toBe(0)
    await knows(bruno)
    expect(await strikePayables(documents, at('2026-12-31'))).toBe(1)
  })

  test('one that was noted as paid is nothing to tell', async () => {
    await knows(bruno)
    const by = { kind: 'operator', name: 'operator' } as const
    await documents.change((unit) =>
      notePaidToMicrosoft(
        unit,
        { partner, number: october.number, paidOn: day('2026-12-20') },
        { by, now: at('2026-12-20') },
      ),
    )
    expect(await strikePayables(documents, at('2026-12-30'))).toBe(0)
  })
})

test('the notice names the days, the gap and who causes it, in every language with the same figures', async () => {
  await knows(bruno)
  await strikePayables(documents, at('2026-12-30'))
  const [post] = await postsTo(bruno)
  if (post?.content?.kind !== 'answer') throw new Error('no answer')
  const answer = answerFromJson(post.content.answer)
  const said = languages.map((language) => say(answer, language).text)
  for (const text of said) {
    expect(text).toContain('G000000001')
    expect(text).toContain(adega.name)
    expect(text).not.toMatch(/\{|undefined/)
  }
  expect(said[0]).toMatch(/due on 5 January 2027|by 5 January 2027/)
  expect(said[0]).toContain('6 January 2027')
  expect(said[0]).toMatch(/1 customer has not been billed/)
  expect(bills.length).toBeGreaterThan(0)
})

test('the partner’s systems that want it are told as data, once', async () => {
  await hook('saldo.payables.at-risk')
  await hook('saldo.ticket.changed')
  await strikePayables(documents, at('2026-12-30'))
  await strikePayables(documents, at('2026-12-31'))
  expect(await events()).toMatchObject([
    {
      type: 'saldo.payables.at-risk',
      subject: 'G000000001',
      webhook: 'saldo.payables.at-risk',
      data: { number: 'G000000001', total: { amount: '900.00', currency: 'EUR' }, atRiskOn: '2027-01-06' },
    },
  ])
})

describe('noting that an invoice was paid to Microsoft', () => {
  const note = (by: Parameters<typeof notePaidToMicrosoft>[2]['by'], paidOn = '2026-12-20', number = october.number) =>
    documents.change((unit) =>
      notePaidToMicrosoft(unit, { partner, number, paidOn: day(paidOn) }, { by, now: at('2026-12-20') }),
    )
  const staff = (who: typeof bruno) =>
    ({ kind: 'partner', key: { tenant: who.tenant, objectId: who.objectId }, roles: who.roles as never }) as const

  test('is for who may see costs', async () => {
    expect(await note(staff(helena))).toEqual({ kind: 'refused', reason: 'not-allowed' })
    expect(await note(staff(bruno))).toEqual({ kind: 'noted' })
  })

  test('is safe to repeat, and another day takes its place', async () => {
    const operator = { kind: 'operator', name: 'o' } as const
    expect(await note(operator)).toEqual({ kind: 'noted' })
    expect(await note(operator)).toEqual({ kind: 'unchanged' })
    expect(await note(operator, '2026-12-21')).toEqual({ kind: 'changed' })
    expect(await note(operator, '2026-12-21', 'G9')).toEqual({ kind: 'refused', reason: 'unknown-invoice' })
  })
})
