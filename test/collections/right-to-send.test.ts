import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personKey, personSchema } from '../../src/access/person.ts'
import type { Hold, Standing } from '../../src/collections/standing.ts'
import { webhooks } from '../../src/delivery/event.ts'
import { invoiceSchema, invoices } from '../../src/ledger/invoice.ts'
import { openDispute } from '../../src/ledger/open-dispute.ts'
import { day, instant } from '../../src/values/day.ts'
import type { InvoiceId } from '../../src/values/ids.ts'
import { aBill, euros } from '../ledger/examples.ts'
import { aPolicy, bill } from './decide/situations.ts'
import { adega, type BillingDesk, billingDesk, clara, type Given, rita } from './support/billing-desk.ts'

/** A reminder is decided at ten on 30 November, something happens, and then its turn to be sent comes. */
async function meanwhile(happens: (desk: BillingDesk) => Promise<unknown>, given: Given = {}) {
  const desk = await billingDesk(given)
  await desk.decide()
  await happens(desk)
  await desk.courier().carry()
  return desk
}

const hold = (kind: Hold['kind'], over: Partial<Hold> = {}): Partial<Standing> => ({
  holds: [{ id: 'H-1', kind, reason: 'why', from: day('2026-11-30'), until: day('2026-12-04'), by: 'saldo', ...over }],
})
const promise: Partial<Standing> = {
  promises: [
    {
      id: 'P-1',
      invoices: ['a' as InvoiceId],
      amount: euros('100.00'),
      by: day('2026-12-10'),
      madeOn: day('2026-11-30'),
      person: clara,
      settledBefore: euros('0.00'),
      state: 'open',
    },
  ],
}
const dispute = (lines: number[]) => (desk: BillingDesk) =>
  openDispute(desk.documents, {
    customer: adega.id,
    invoice: 'a' as InvoiceId,
    lines,
    reason: 'not ours',
    now: desk.clock.now(),
    newId: () => 'D-1',
  })
const creditNote = (desk: BillingDesk) =>
  desk.documents.change(async (unit) => {
    const note = aBill('n', ['-100.00'], { kind: 'credit-note', corrects: 'a' as InvoiceId })
    unit.put(invoices, note.id, z.encode(invoiceSchema, note), 0)
  })

describe('a reminder whose turn has come is not sent', () => {
  test.each<[string, (desk: BillingDesk) => Promise<unknown>, string, Given?]>([
    ['when it was paid', (desk) => desk.pay(adega, '100.00', 'A'), 'paid'],
    [
      'when it was paid, and nobody knows yet for which bill',
      (desk) => desk.pay(adega, '100.01', '?'),
      'below-minimum',
    ],
    ['when it was credited', creditNote, 'nothing-due'],
    ['when all of it is contested', dispute([]), 'disputed'],
    ['when it is promised', (desk) => desk.stands(promise), 'promised'],
    ['when the partner exempts the customer', (desk) => desk.stands(hold('exempt')), 'exempt'],
    [
      'when the partner exempts the bill',
      (desk) => desk.stands(hold('exempt', { invoice: 'a' as InvoiceId })),
      'exempt',
    ],
    ['when the partner holds it', (desk) => desk.stands(hold('held')), 'held'],
    ['when the customer says that it has paid', (desk) => desk.stands(hold('paid')), 'says-paid'],
    ['when the customer wants it later', (desk) => desk.stands(hold('later')), 'later'],
    ['when a suspension goes on', (desk) => desk.stands({ suspension: 'S-1' }), 'suspension'],
    [
      'when the policy has a higher minimum now',
      (desk) => desk.policy(aPolicy({ minimum: [{ amount: '100.01', currency: 'EUR' }] })),
      'below-minimum',
    ],
    [
      'when payments are known too badly by now',
      (desk) => desk.policy(aPolicy({ paymentDataDays: 1 })),
      'stale-payments',
    ],
    [
      'when it was written to often enough meanwhile',
      (desk) => desk.stands({ contacted: [{ contact: 'other', on: day('2026-11-30') }] }),
      'cap',
      { policy: { cap: { contacts: 1, days: 3 } } },
    ],
    ['when the hours are over', async (desk) => desk.clock.set(instant('2026-11-30T18:00:00Z')), 'outside-hours'],
    [
      'when the next stage has come, which says it then',
      async (desk) => desk.clock.set(instant('2026-12-07T10:00:00Z')),
      'superseded',
    ],
    [
      'when another bill has come to its day meanwhile: both are said at once then',
      (desk) =>
        desk.documents.change(async (unit) => {
          const other = bill('b', '50.00', { dueOn: day('2026-12-01') })
          unit.put(invoices, other.id, z.encode(invoiceSchema, other), 0)
        }),
      'superseded',
    ],
    [
      'to somebody who is no billing contact any more',
      (desk) =>
        desk.documents.change(async (unit) => {
          const key = personKey(clara.tenant, clara.objectId)
          unit.put(people, key, z.encode(personSchema, { ...clara, roles: ['employee'] }), 1)
        }),
      'no-role',
    ],
  ])('%s', async (_, happens, reason, given) => {
    const desk = await meanwhile(happens, given)
    expect(desk.arrived).toEqual([])
    expect(await desk.told()).toEqual([`2026-11-30 due: Clara held ${reason}`])
    const { contacted } = await desk.standing()
    expect(contacted.filter(({ contact }) => contact !== 'other')).toEqual([])
    expect((await desk.log())[0]?.kind).toBe('none')
  })

  test('but a courtesy is, when the customer wants none', async () => {
    const stopped = { at: instant('2026-11-23T10:00:00Z'), by: clara }
    const desk = await meanwhile((it) => it.stands({ stopped }), { now: '2026-11-23T10:00:00Z' })
    expect(await desk.told()).toEqual(['2026-11-23 before: Clara held stopped'])
  })
})

describe('it is sent', () => {
  test.each<[string, (desk: BillingDesk) => Promise<unknown>]>([
    ['when a part was paid', (desk) => desk.pay(adega, '99.99', 'A')],
    ['when another bill was paid', (desk) => desk.pay(adega, '50.00', 'B')],
    ['when a line is contested and the others are not', dispute([1])],
    ['when the reasons for it have ended', (desk) => desk.stands(hold('held', { until: day('2026-11-29') }))],
    ['the minute before the hours end', async (desk) => desk.clock.set(instant('2026-11-30T17:59:59Z'))],
    ['the next morning, when nothing else has come', async (desk) => desk.clock.set(instant('2026-12-01T09:00:00Z'))],
  ])('%s', async (_, happens) => {
    const bills = [aBill('a', ['60.00', '40.00'], { issuedOn: day('2026-10-31'), dueOn: day('2026-11-30') })]
    const desk = await meanwhile(happens, { bills: [...bills, bill('b', '50.00')] })
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent'])
  })
})

test('what another bill was missing from is said again with it', async () => {
  const desk = await meanwhile((it) =>
    it.documents.change(async (unit) => {
      const other = bill('b', '50.00', { dueOn: day('2026-12-01') })
      unit.put(invoices, other.id, z.encode(invoiceSchema, other), 0)
    }),
  )
  await desk.run()
  const sent = (await desk.contacts()).filter(({ to }) => to.some(({ state }) => state === 'sent'))
  expect(sent.map(({ bills }) => bills.map(({ number }) => number))).toEqual([['A', 'B']])
})

describe('a reminder that names what else is due', () => {
  const done = { invoice: 'b' as InvoiceId, stage: 'due', on: day('2026-11-29') }
  const other = () => bill('b', '50.00', { dueOn: day('2026-11-29') })

  test('goes by the bills that it was written for', async () => {
    const desk = await billingDesk({ bills: [bill('a'), other()] })
    await desk.stands({ reached: [done] })
    await desk.decide()
    await desk.pay(adega, '100.00', 'A')
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara held paid'])
    expect((await desk.standing()).reached).toEqual([done])
  })

  test('is decided anew when another is to be paid again meanwhile', async () => {
    const desk = await billingDesk({ bills: [bill('a'), other()] })
    const open = promise.promises!.map((each) => ({ ...each, invoices: [done.invoice], amount: euros('50.00') }))
    await desk.stands({ reached: [done], promises: open })
    await desk.decide()
    await desk.stands({ promises: [] })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara held superseded', '2026-11-30 due: Clara sent'])
    expect((await desk.contacts()).map(({ bills }) => bills.length)).toEqual([1, 2])
  })
})

describe('what was held back', () => {
  test('for the hour is decided anew, and goes out the next morning', async () => {
    const desk = await meanwhile(async (it) => it.clock.set(instant('2026-11-30T18:00:00Z')))
    await desk.until('2026-12-02T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara held outside-hours', '2026-12-01 due: Clara sent'])
    expect(await desk.logged()).toEqual([
      '2026-11-30 none closed-day',
      '2026-12-01 contact stage',
      '2026-12-02 none done',
    ])
  })

  test('for a later stage is said by that one alone', async () => {
    const desk = await meanwhile(async (it) => it.clock.set(instant('2026-12-07T10:00:00Z')))
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara held superseded', '2026-12-07 overdue: Clara sent'])
  })

  test('on the same day can be said on it again', async () => {
    const desk = await meanwhile((it) => it.stands(hold('held')))
    await desk.stands({ holds: [] })
    await desk.run()
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara held held', '2026-11-30 due: Clara sent'])
    expect(new Set((await desk.contacts()).map(({ id }) => id)).size).toBe(2)
  })

  test('from one person, and went to another, is not said again', async () => {
    const desk = await meanwhile(
      (it) =>
        it.documents.change(async (unit) => {
          const key = personKey(rita.tenant, rita.objectId)
          unit.put(people, key, z.encode(personSchema, { ...rita, roles: ['employee'] }), 1)
        }),
      { people: [clara, rita] },
    )
    await desk.until('2026-12-02T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara sent, Rita held no-role'])
    expect((await desk.logged())[0]).toBe('2026-11-30 contact stage')
  })

  test('is decided for the bills that are left', async () => {
    const desk = await meanwhile((it) => it.pay(adega, '100.00', 'A'), {
      bills: [bill('a'), bill('b', '50.00', { dueOn: day('2026-12-02') })],
    })
    await desk.until('2026-12-02T10:00:00Z')
    const contacts = await desk.contacts()
    const said = contacts.map(({ stage, bills, to }) => [stage, bills.map(({ number }) => number), to[0]?.state])
    expect(said).toEqual([
      ['before', ['B'], 'sent'],
      ['due', ['A', 'B'], 'held'],
      ['due', ['B'], 'sent'],
    ])
  })
})

describe('what did not arrive', () => {
  const mail = (desk: BillingDesk) =>
    desk.documents.change(async (unit) =>
      unit.put(
        webhooks,
        'W-1',
        {
          id: 'W-1',
          url: 'https://mail.example',
          secret: 's',
          types: ['saldo.reminder.requested', 'saldo.delivery.settled'],
          addedAt: desk.clock.now(),
        },
        0,
      ),
    )

  test('for sure is asked of the mail system, once', async () => {
    const desk = await meanwhile(
      async (it) => {
        await mail(it)
        it.answers.push({ kind: 'refused', reason: '403 ConversationBlockedByUser' })
      },
      { people: [clara, rita] },
    )
    expect(await desk.told()).toEqual([
      '2026-11-30 due: Clara failed 403 ConversationBlockedByUser, Rita sent, Clara by mail queued',
    ])
  })

  test('perhaps is never sent again, counts for the cap, and a person sees it', async () => {
    const desk = await meanwhile(async (it) => {
      await mail(it)
      it.answers.push({ kind: 'unknown', reason: 'no-answer' })
    })
    await desk.until('2026-12-03T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara unknown no-answer'])
    expect((await desk.standing()).contacted).toHaveLength(1)
  })

  test('and nothing else is there, has had its turn', async () => {
    const desk = await meanwhile(async (it) => it.answers.push({ kind: 'refused', reason: '403' }))
    await desk.until('2026-12-03T10:00:00Z')
    expect(await desk.told()).toEqual(['2026-11-30 due: Clara failed 403'])
    expect((await desk.standing()).contacted).toEqual([])
  })
})

test('a payment in the moment between writing down and sending leaves nothing to say', async () => {
  const desk = await billingDesk()
  await desk.decide()
  const { documents } = desk
  let paid = false
  const paying = {
    get: documents.get.bind(documents),
    find: documents.find.bind(documents),
    claim: documents.claim.bind(documents),
    ping: () => documents.ping(),
    close: () => documents.close(),
    change: (async (work) => {
      const result = await documents.change(work)
      if (!paid && (result as { kind?: string })?.kind === 'sending') {
        paid = true
        await desk.pay(adega, '100.00', 'A')
      }
      return result
    }) as typeof documents.change,
  }
  await desk.courier({ documents: paying }).carry()
  expect(paid).toBe(true)
  expect(desk.arrived).toEqual([])
  expect(await desk.told()).toEqual(['2026-11-30 due: Clara held nothing-to-say'])
})
