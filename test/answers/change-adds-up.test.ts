import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../src/access/person.ts'
import { writeSample } from '../../src/cli/sample/write-sample.ts'
import { conversationOf } from '../../src/conversation/conversation.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import type { Answer } from '../../src/values/answer.ts'
import type { Fact } from '../../src/values/fact.ts'
import type { ObjectId, TenantId } from '../../src/values/ids.ts'
import { understanderForTests } from '../conversation/support/open-desk.ts'
import { clock, type FilledLedger, fillLedger, today } from '../oracle/filled-ledger.ts'

type Who = { readonly tenant: TenantId; readonly objectId: ObjectId }
let filled: FilledLedger
let ask: (who: Who, data: object) => Promise<Answer>
let contacts: readonly Who[]

beforeAll(async () => {
  filled = await fillLedger(async (folder) => void (await writeSample(folder, { today })))
  const { documents } = filled
  const conversation = conversationOf({
    documents,
    understander: await understanderForTests(),
    clock,
    newId: randomUUID,
  })
  ask = async (person, data) => {
    const delivery = { channel: 'test', conversation: randomUUID(), activity: '1' }
    const what = { kind: 'action', verb: 'ask', data: { intent: 'invoice.change', ...data } } as const
    const { replies } = await conversation.take({ delivery, person, what, locale: 'en', at: clock.now() })
    return replies[0]?.answer as Answer
  }
  contacts = await withRole('billing-contact')
}, 60_000)
afterAll(() => filled.close())

const withRole = async (role: string): Promise<Who[]> =>
  (await filled.documents.find(people, { index: 'role', equals: role })).items.map(({ data }) => ({
    tenant: data.tenant as TenantId,
    objectId: data.objectId as ObjectId,
  }))

const cents = (fact: Fact | undefined): bigint => {
  if (fact?.value.type !== 'money') throw new Error('no amount')
  return fact.value.money.minor
}
const termOf = (fact: Fact | undefined): string => (fact?.value.type === 'term' ? fact.value.term : '')

/** What the shown reasons come to, the summed-up ones included. */
const explained = ({ rows = [], notes = [] }: Answer): bigint =>
  [...rows, ...notes.filter(({ kind }) => /more-(causes|rises)/.test(kind)).map(({ facts }) => facts)]
    .map(({ amount }) => cents(amount))
    .reduce((sum, amount) => sum + amount, 0n)

const difference = ({ facts }: Answer): bigint => cents(facts.to) - cents(facts.from)

const questions = [
  {},
  { all: true },
  { slots: { period: '2026-09' }, all: true },
  { slots: { period: '2026-08' } },
  { slots: { period: '2026-10' }, against: { period: '2026-06' } },
  { slots: { period: '2026-08/2026-10' } },
  { slots: { period: '2026-08/2026-10' }, all: true },
  { slots: { product: 'Azure' }, all: true },
]

describe('the reasons of a change', () => {
  test('add up to the difference, for every customer and however it is asked', async () => {
    let compared = 0
    for (const who of contacts)
      for (const question of questions) {
        const answer = await ask(who, question)
        if (!('difference' in answer.facts)) continue
        compared++
        expect(explained(answer), `${answer.kind} ${JSON.stringify(question)}`).toBe(difference(answer))
        expect(answer.notes?.some(({ kind }) => kind === 'note.unexplained') ?? false).toBe(false)
      }
    expect(compared).toBeGreaterThan(contacts.length * 4)
  })

  test('are at most three and the sum of the others until all are asked for', async () => {
    const [few, all] = [await longest({}), await longest({ all: true })]
    expect(few.rows?.length).toBe(3)
    expect(few.notes?.map(({ kind }) => kind)).toContain('note.more-causes')
    expect(all.rows?.length).toBeGreaterThan(4)
    expect(all.notes?.map(({ kind }) => kind) ?? []).not.toContain('note.more-causes')
  })

  test('say so where there is no bill a year before', async () => {
    const answer = await ask(contacts[0] as Who, { against: { year: true } })
    expect(answer.kind).toBe('invoice.change.none-of-period')
  })
})

/** The answer to the customer whose bill has most reasons. */
async function longest(question: object): Promise<Answer> {
  const answers = await Promise.all(contacts.map((who) => ask(who, question)))
  return answers.reduce((a, b) =>
    (a.rows?.length ?? 0) + (a.notes?.length ?? 0) >= (b.rows?.length ?? 0) + (b.notes?.length ?? 0) ? a : b,
  )
}

describe('what a change cost the partner', () => {
  const about = { slots: { customer: 'Vale do Mondego', period: '2026-10' }, all: true }

  test('is not what a customer is told, whatever a card of theirs says', async () => {
    for (const who of contacts.slice(0, 4))
      for (const side of ['cost', 'margin']) expect((await ask(who, { side })).kind).toBe((await ask(who, {})).kind)
  })

  test('is not told to staff without that right', async () => {
    for (const role of ['helpdesk-agent', 'sales-agent'])
      for (const who of (await withRole(role)).slice(0, 1))
        if (!(await isBilling(who))) expect((await ask(who, { ...about, side: 'cost' })).kind).toBe('access.role')
  })

  test('adds up for a billing admin, and the margin is what was billed less what it cost', async () => {
    const [admin] = await withRole('billing-admin')
    const [cost, margin] = await Promise.all(['cost', 'margin'].map((side) => ask(admin as Who, { ...about, side })))
    if (!cost || !margin) throw new Error('no answer')
    expect([cost.kind, margin.kind]).toEqual(['cost.change', 'margin.change'])
    for (const answer of [cost, margin]) expect(explained(answer)).toBe(difference(answer))
    expect(cents(margin.facts.to)).toBe((await billedNet('2026-10')) - (await costNet('2026-10')))
    expect(termOf(cost.facts.direction)).toMatch(/^direction\./)
  })
})

const isBilling = async ({ objectId }: Who): Promise<boolean> =>
  [...(await withRole('billing-admin')), ...(await withRole('admin-agent'))].some((each) => each.objectId === objectId)

async function mondego() {
  const [customer] = await ledgerOf(filled.documents).findCustomers('Mondego')
  if (!customer) throw new Error('no such customer')
  return customer
}

const billedNet = async (month: string): Promise<bigint> =>
  (await ledgerOf(filled.documents).invoices((await mondego()).id))
    .filter(({ period }) => period.from.startsWith(month))
    .reduce((sum, { net }) => sum + net.minor, 0n)

/** The cents of the charges, which for this customer have no more digits. */
async function costNet(month: string): Promise<bigint> {
  const { id, partner } = await mondego()
  const ledger = ledgerOf(filled.documents)
  const bills = (await ledger.supplierInvoices(partner)).filter(({ period }) => period.from.startsWith(month))
  const charges = (await Promise.all(bills.map(({ number }) => ledger.charges(id, number)))).flat()
  return charges.reduce((sum, { subtotal }) => sum + BigInt(subtotal.times(100).toFixed(0)), 0n)
}
