import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../src/access/person.ts'
import { contactOf } from '../../src/collections/contact.ts'
import { giveNotices } from '../../src/collections/give-notices.ts'
import { type Policy, policies, policyKey, policySchema } from '../../src/collections/policy.ts'
import { putStanding, standingOf } from '../../src/collections/standing.ts'
import { keepAddress } from '../../src/delivery/address.ts'
import { lineOf } from '../../src/delivery/line.ts'
import { talkLine } from '../../src/delivery/talk-line.ts'
import { customerSchema, customers } from '../../src/ledger/customer.ts'
import { subscriptionKey, subscriptionSchema, subscriptions } from '../../src/ledger/subscription.ts'
import type { Documents } from '../../src/store/documents.ts'
import { day, type Instant, instant } from '../../src/values/day.ts'
import { subscription } from '../answers/reminder-cases.ts'
import { customer, rules } from '../answers/reminder-examples.ts'
import { everybody } from '../conversation/support/small-desk.ts'
import { MemoryDocuments } from '../desk-model/memory-documents.ts'
import { partner } from '../ledger/examples.ts'

const policy: Policy = {
  partner,
  name: 'Standard',
  effective: day('2026-01-01'),
  hours: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', to: '18:00' })),
  stages: rules.stages.map(({ fee: _, ...stage }) => stage),
  disputeDays: 7,
  paidDays: 5,
  laterDays: 3,
  suspension: rules.suspension,
  notices: { renewal: { days: 30 } },
  holidays: {},
  exemptions: [],
  overrides: [],
  payables: { netDays: 60, warnDays: 7 },
}
const clara = everybody.clara
const where = { channel: 'msteams', serviceUrl: 'https://teams.example', conversation: 'a:clara' }
/** A Tuesday, in hours. */
const noon = instant('2026-12-01T12:00:00Z')

/** A customer whose term ends on 15 December 2026, with one billing contact who is in Teams. */
async function furnished(over: Partial<Policy> = {}): Promise<Documents> {
  const documents = new MemoryDocuments(new Map())
  await documents.change(async (unit) => {
    unit.put(customers, customer.id, z.encode(customerSchema, customer), 0)
    unit.put(people, personKey(clara.tenant, clara.objectId), z.encode(personSchema, clara), 0)
    unit.put(subscriptions, subscriptionKey(subscription), z.encode(subscriptionSchema, subscription), 0)
    unit.put(policies, policyKey(policy), z.encode(policySchema, { ...policy, ...over }), 0)
    await keepAddress(unit, clara, where, noon)
  })
  return documents
}

const give = (documents: Documents, now: Instant = noon) =>
  documents.change((unit) => giveNotices(unit, customer.id, now))
const queued = async (documents: Documents) => (await lineOf(documents, talkLine(where)))?.posts ?? []

describe('a notice', () => {
  test('is one contact and one message to each billing contact, and is remembered', async () => {
    const documents = await furnished()
    const given = await give(documents)
    const id = `${customer.id}|2026-12-01|notices`
    expect(given).toMatchObject({ kind: 'given', contact: { id, kind: 'notice', on: '2026-12-01', bills: [] } })
    expect((await contactOf(documents, id))?.contact).toMatchObject({
      notices: [{ kind: 'renewal', subscription: 's-1', day: '2026-12-16' }],
      to: [{ person: { objectId: clara.objectId }, way: 'teams', state: 'queued', post: `${id}|${clara.objectId}` }],
    })
    expect(await queued(documents)).toMatchObject([
      { id: `${id}|${clara.objectId}`, name: `reminder ${id}`, content: { kind: 'reminder', contact: id } },
    ])
    expect((await standingOf(documents, customer.id)).standing).toMatchObject({
      noticed: ['renewal|s-1|2026-12-16'],
      contacted: [{ contact: id, on: '2026-12-01' }],
    })
  })

  test('is given once', async () => {
    const documents = await furnished()
    await give(documents)
    expect(await give(documents)).toEqual({ kind: 'none' })
    expect(await give(documents, instant('2026-12-02T12:00:00Z'))).toEqual({ kind: 'none' })
    expect(await queued(documents)).toHaveLength(1)
  })

  test.each([
    ['a minute before the hours', '2026-12-01T08:59:00Z', 'closed'],
    ['as they begin', '2026-12-01T09:00:00Z', 'given'],
    ['a minute before they end', '2026-12-01T17:59:00Z', 'given'],
    ['as they end', '2026-12-01T18:00:00Z', 'closed'],
    ['on a Saturday', '2026-12-05T12:00:00Z', 'closed'],
  ])('%s', async (_, at, kind) => {
    const documents = await furnished()
    expect((await give(documents, instant(at))).kind).toBe(kind)
    expect((await standingOf(documents, customer.id)).standing.noticed).toHaveLength(kind === 'given' ? 1 : 0)
  })

  test('not on a holiday of the customer’s country', async () => {
    const documents = await furnished({ holidays: { PT: [day('2026-12-01')] } })
    expect((await give(documents)).kind).toBe('closed')
    expect((await give(documents, instant('2026-12-02T12:00:00Z'))).kind).toBe('given')
  })

  test.each([
    ['under the cap', ['2026-11-24'], 'given'],
    ['at the cap', ['2026-11-25'], 'cap'],
    ['over it', ['2026-11-25', '2026-12-01'], 'cap'],
  ])('%s', async (_, days, kind) => {
    const documents = await furnished({ cap: { contacts: 1, days: 7 } })
    await documents.change(async (unit) => {
      const { standing, revision } = await standingOf(unit, customer.id)
      const contacted = days.map((on) => ({ contact: `c ${on}`, on: day(on) }))
      putStanding(unit, { ...standing, contacted }, revision)
    })
    expect((await give(documents)).kind).toBe(kind)
  })

  test('nobody to reach is said once, and counts for nothing', async () => {
    const documents = await furnished()
    await documents.change(async (unit) => unit.remove(people, personKey(clara.tenant, clara.objectId), 1))
    expect(await give(documents)).toMatchObject({
      kind: 'given',
      contact: { to: [{ state: 'failed', reason: 'unreachable' }] },
    })
    expect((await standingOf(documents, customer.id)).standing.contacted).toEqual([])
    expect(await give(documents)).toEqual({ kind: 'none' })
  })

  test('to a customer that nobody knows, nothing', async () => {
    const documents = new MemoryDocuments(new Map())
    expect(await give(documents)).toEqual({ kind: 'unknown-customer' })
  })
})
