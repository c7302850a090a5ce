import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { people, personSchema } from '../../src/access/person.ts'
import { type Assumption, simulate } from '../../src/collections/simulate.ts'
import { putStanding, standingOf } from '../../src/collections/standing.ts'
import { keepAddress } from '../../src/delivery/address.ts'
import { openBills } from '../../src/ledger/open-bills.ts'
import { paymentSchema, payments } from '../../src/ledger/payment.ts'
import { recordOf } from '../../src/ledger/record.ts'
import { addDays, day, type Instant } from '../../src/values/day.ts'
import { objectId } from '../../src/values/ids.ts'
import { zero } from '../../src/values/money.ts'
import { forecastOutcome, openPartner, realDays, standingNow } from './support/real-days.ts'

// The simulator and the real run, side by side: the sample partner with its policies, a promise, a hold and a customer who wants no courtesies.

const from = day('2026-11-20')
const days = process.env.SALDO_LONG === undefined ? 21 : 200
const timeout = 600_000

let partner: Awaited<ReturnType<typeof openPartner>>
beforeAll(async () => {
  partner = await openPartner(from)
})
afterAll(() => partner?.close())

/** Half of the customers' people have a chat with the bot; who has none is reached by nobody. */
async function giveAddresses({ documents }: typeof partner): Promise<void> {
  const { items } = await documents.find(people, { index: 'role', equals: 'billing-contact' })
  for (const [at, { data }] of items.entries())
    if (at % 2 === 0) {
      const { tenant, objectId } = recordOf(personSchema, data)
      const where = { channel: 'test', serviceUrl: 'http://localhost', conversation: `talk-${at}` }
      await documents.change((unit) =>
        keepAddress(unit, { tenant, objectId }, where, `${from}T08:00:00.000Z` as Instant),
      )
    }
}

/** Of the customers with open bills: one has promised, one is held for ten days, one wants no courtesies. */
async function steer({ documents, customers }: typeof partner): Promise<void> {
  const debtors = customers.filter(({ account }) => openBills(account).length > 0)
  const [promising, held, stopped] = debtors.map(({ account }) => account)
  if (!promising || !held || !stopped) throw new Error('the sample owes too little')
  const by = { tenant: promising.customer.tenant, objectId: objectId('44444444-4444-4444-8444-000000000001') }
  const [bill] = openBills(promising)
  await documents.change(async (unit) => {
    const change = async (id: typeof promising.customer.id, over: object) => {
      const { standing, revision } = await standingOf(unit, id)
      putStanding(unit, { ...standing, ...over }, revision)
    }
    const promise = {
      id: 'promise-1',
      invoices: [bill?.id],
      amount: bill?.open,
      by: addDays(from, 6),
      madeOn: from,
      person: by,
      settledBefore: zero(promising.customer.currency),
      state: 'open',
    }
    await change(promising.customer.id, { promises: [promise] })
    const hold = { id: 'hold-1', kind: 'held', reason: 'a call', from, until: addDays(from, 10), by: 'saldo' }
    await change(held.customer.id, { holds: [hold] })
    await change(stopped.customer.id, { stopped: { at: `${from}T08:00:00.000Z`, by } })
  })
}

/** As if nothing had been decided yet. */
const forget = ({ documents, customers }: typeof partner): Promise<void> =>
  documents.change(async (unit) => {
    for (const { account, standing } of customers)
      putStanding(unit, standing, (await standingOf(unit, account.customer.id)).revision)
  })

async function bothRuns(of: typeof partner, assume: Assumption) {
  const ids = of.customers.map(({ account }) => account.customer.id)
  const situations = await standingNow(of.documents, ids)
  const simulated = simulate({ situations, policies: of.policies, from, days, assume })
  const coming = simulated.forecasts.flatMap(({ assumed }) => assumed)
  const real = await realDays(of.documents, ids, {
    from,
    days,
    before: async (today) => {
      const received = coming.filter(({ receivedOn }) => receivedOn === today)
      await of.documents.change(async (unit) => {
        for (const each of received) unit.put(payments, each.id, z.encode(paymentSchema, each), 0)
      })
    },
  })
  return { ids, simulated, real, coming }
}

test('the simulator says of every customer and day what the real run then decides, for the same reason', {
  timeout,
}, async () => {
  await giveAddresses(partner)
  await steer(partner)
  const { ids, simulated, real } = await bothRuns(partner, { payments: 'none', data: 'as-is' })
  let compared = 0
  for (const [at, id] of ids.entries()) {
    const forecast = simulated.forecasts[at]?.days.map(forecastOutcome)
    expect(forecast, id).toEqual(real.get(id))
    compared += forecast?.length ?? 0
  }
  expect(compared).toBe(ids.length * days)
  const all = [...real.values()].flat()
  console.info(
    `${compared} customer's days alike, ${all.filter(({ kind }) => kind === 'contact').length} with a message`,
  )
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['contact', 'staff', 'none']))
  expect(all.map(({ reason }) => reason)).toEqual(expect.arrayContaining(['stage', 'promised', 'held', 'closed-day']))
  expect(all.some(({ notices }) => notices.length > 0)).toBe(true)
})

test('also where customers pay as late as usual, once those payments do come in', { timeout }, async () => {
  await forget(partner)
  const { ids, simulated, real, coming } = await bothRuns(partner, { payments: 'usual', data: 'as-is' })
  expect(coming.length).toBeGreaterThan(3)
  for (const [at, id] of ids.entries())
    expect(simulated.forecasts[at]?.days.map(forecastOutcome), id).toEqual(real.get(id))
})
