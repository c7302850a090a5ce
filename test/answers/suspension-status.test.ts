import { beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { principalOf } from '../../src/access/principal-of.ts'
import { answer } from '../../src/answers/answer.ts'
import type { SuspensionAct } from '../../src/collections/act-on-suspension.ts'
import { putStanding, standingOf } from '../../src/collections/standing.ts'
import { moveSuspension, proposeAndTell } from '../../src/conversation/collections/move-suspension.ts'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { say } from '../../src/language/say.ts'
import type { Intent } from '../../src/language/vocabulary.ts'
import { subscriptionKey, subscriptionSchema, subscriptions } from '../../src/ledger/subscription.ts'
import { day, type Instant } from '../../src/values/day.ts'
import { languages } from '../../src/values/language.ts'
import {
  adega,
  at,
  aWorld,
  bought,
  everybody,
  id,
  type Known,
  now,
  type World,
} from '../collections/suspension-world.ts'

let world: World
let clicks = 0
let today = now

async function act(who: Known, what: SuspensionAct, when: Instant = today) {
  const by = await world.as(who)
  const order = { suspension: 'S-1001', act: what, by, now: when, event: `e ${++clicks}` }
  await world.documents.change((unit) => moveSuspension(unit, order))
}
async function ask(who: Known, when: Instant = today, customer?: string, intent: Intent = 'suspension.status') {
  const principal = await principalOf(world.documents, everybody[who])
  const slots = customer ? { customer } : {}
  const asking = {
    intent,
    slots,
    principal,
    now: when,
    language: 'en',
    offering: undefined,
  } as const
  return (await answer(world.documents, asking)).answer
}
const kinds = async (who: Known, when?: Instant) => {
  const { kind, notes = [] } = await ask(who, when)
  return [kind, ...notes.map((note) => note.kind)]
}
/** What stands beside the list of subscriptions of a suspension, in a language. */
async function listed(who: Known, language: (typeof languages)[number] = 'en') {
  const said = await ask(who, today, everybody[who].customer ? undefined : 'Adega', 'subscription.list')
  const notes = (said.notes ?? []).filter(({ kind }) => kind.startsWith('note.suspension-listed'))
  return say({ ...said, notes }, language).notes
}
const textOf = async (who: Known) => say(await ask(who), 'en').text

beforeAll(async () => {
  world = await aWorld()
})

describe('“why is our access blocked?”', () => {
  test('nothing is suspended, though bills are overdue', async () => {
    expect(await kinds('clara')).toEqual(['suspension.none', 'note.suspension-overdue', 'note.suspension-told-before'])
    expect(await textOf('clara')).toContain('the cause is likely technical: I can open a ticket')
    expect(await kinds('rui')).toEqual(['suspension.company-none'])
  })

  test('the list of subscriptions has nothing to add', async () => {
    expect(await listed('clara')).toEqual([])
  })

  test('a proposal is the partner’s own matter, until the day is told', async () => {
    await world.documents.change((unit) =>
      proposeAndTell(unit, { customer: adega.id, invoices: [id('u-1')], by: 'saldo', now }),
    )
    expect((await kinds('clara'))[0]).toBe('suspension.none')
    await act('amelia', { kind: 'approve' })
    expect((await kinds('clara'))[0]).toBe('suspension.none')
    const staff = await ask('bruno', now, 'Adega')
    expect(staff.notes?.at(-1)).toMatchObject({ kind: 'note.suspension-desk' })
    expect(say(staff, 'en').text).toContain('S-1001: approved')
  })

  test('announced: the day, the bills, what goes, until when data is kept, and how to avoid it', async () => {
    await act('bruno', { kind: 'told' })
    expect(await kinds('clara')).toEqual([
      ...['suspension.notice', 'note.suspension-product', 'note.suspension-product', 'note.suspension-only'],
      ...['note.suspension-backup', 'note.suspension-avoid'],
    ])
    const text = await textOf('clara')
    for (const said of ['30 November 2026', 'U-1: €250.00', 'Business Premium (10 licences)', 'until 14 December 2026'])
      expect(text).toContain(said)
    // Nobody without figures hears of what may come.
    expect(await kinds('rui')).toEqual(['suspension.company-none'])
  })

  test('held: it did not happen, why, and that a new day would be told', async () => {
    today = at('2026-11-30T10:00:00Z')
    await world.documents.change(async (unit) => {
      const { standing, revision } = await standingOf(unit, adega.id)
      const hold = { id: 'H', kind: 'paid' as const, reason: 'paid', from: day('2026-11-27'), by: 'saldo' as const }
      putStanding(unit, { ...standing, holds: [hold] }, revision)
    })
    await world.known('2026-11-30')
    await strikeSuspensions(world.documents, today)
    expect(await kinds('clara')).toEqual(['suspension.on-hold'])
    expect(await textOf('clara')).toMatch(/30 November 2026 has not been carried out.*said to be on its way/)
  })

  test('suspended: since when, for which bills that are still open, and how it comes back', async () => {
    await world.documents.change(async (unit) => {
      const { standing, revision } = await standingOf(unit, adega.id)
      putStanding(unit, { ...standing, holds: [] }, revision)
    })
    await act('bruno', { kind: 'told' })
    today = at('2026-12-07T10:00:00Z')
    await world.known('2026-12-07')
    await strikeSuspensions(world.documents, today)
    expect(await kinds('rui')).toEqual(['suspension.company-none'])
    for (const task of ['suspend-1', 'suspend-2']) await act('amelia', { kind: 'done', task })
    expect(await kinds('clara')).toContain('note.suspension-way-back')
    expect(await textOf('clara')).toMatch(/suspended since 7 December 2026.*U-1/s)
    expect(await kinds('clara')).toContain('note.suspension-backup')
    const employee = await textOf('rui')
    expect(employee).toContain('Business Premium, Teams Phone')
    expect(employee).not.toMatch(/\d/)
  })

  test('once a day until when data is kept has passed, it is not told: have it exported', async () => {
    const later = at('2026-12-15T10:00:00Z')
    expect(await kinds('clara', later)).toContain('note.suspension-export-now')
    expect(await kinds('clara', later)).not.toContain('note.suspension-backup')
    for (const language of languages) {
      const { text } = say(await ask('clara', later), language)
      expect(text).toMatch(/31.*(January|janeiro|enero).*2027/)
      expect(text).not.toMatch(/14 (de )?(December|dezembro|diciembre)/)
    }
    expect(say(await ask('clara', later), 'en').text).toContain('please have them export it now')
  })

  test('the list of subscriptions says what of them is suspended, since when, and, to whoever sees bills, why', async () => {
    expect(await listed('clara')).toEqual([
      'Suspended by us because of unpaid invoices (U-1): Business Premium, Teams Phone, since 7 December 2026.',
    ])
    expect(await listed('helena')).toEqual(await listed('clara'))
    expect(await listed('sara')).toEqual(['Suspended by us: Business Premium, Teams Phone, since 7 December 2026.'])
    for (const language of languages) expect((await listed('clara', language))[0]).toMatch(/\(U-1\).*Teams Phone.*2026/)
    expect((await ask('rui', today, undefined, 'subscription.list')).notes ?? []).toEqual([])
  })

  test('coming back, and back', async () => {
    await world.pay('u-1')
    await strikeSuspensions(world.documents, today)
    expect((await kinds('clara'))[0]).toBe('suspension.restoring')
    expect((await kinds('rui'))[0]).toBe('suspension.company-now')
    expect((await listed('clara'))[0]).toContain('(U-1), and being put back now: Business Premium, Teams Phone')
    await act('bruno', { kind: 'done', task: 'reactivate-1' })
    expect((await listed('clara'))[0]).toContain('being put back now: Teams Phone, since')
    for (const { id: task, done } of (await world.get('S-1001')).tasks)
      if (!done) await act('bruno', { kind: 'done', task })
    expect((await kinds('clara'))[0]).toBe('suspension.restored')
    expect(await listed('clara')).toEqual([])
    expect((await kinds('rui'))[0]).toBe('suspension.company-none')
    // After two weeks it is no news any more.
    expect((await kinds('clara', at('2026-12-21T10:00:00Z')))[0]).toBe('suspension.restored')
    expect((await kinds('clara', at('2026-12-22T10:00:00Z')))[0]).toBe('suspension.none')
  })

  test('suspended in the records, and not by us: that is said, and a ticket offered', async () => {
    today = at('2027-01-04T10:00:00Z')
    await world.documents.change(async (unit) => {
      const one = { ...bought[6]!, status: 'suspended' as const }
      const known = await unit.get(subscriptions, subscriptionKey(one))
      unit.put(subscriptions, subscriptionKey(one), z.encode(subscriptionSchema, one), known!.revision)
    })
    const said = await ask('clara')
    expect(said.kind).toBe('suspension.elsewhere')
    expect(say(said, 'en').text).toContain('Project Plan 3')
    expect(said.next?.map(({ kind }) => kind)).toContain('next.ticket-about')
  })

  test('every answer reads in four languages and ends with something to do', async () => {
    for (const who of ['clara', 'rui'] as const)
      for (const language of languages) expect(say(await ask(who), language).next.length).toBeGreaterThan(0)
  })
})
