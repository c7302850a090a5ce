import { expect, test } from 'vitest'
import { z } from 'zod'
import { collectionsJob } from '../../src/jobs/collections-job.ts'
import { customerSchema, customers } from '../../src/ledger/customer.ts'
import { bill } from '../collections/decide/situations.ts'
import { billingDesk, personOf } from '../collections/support/billing-desk.ts'
import { aCustomer } from '../ledger/examples.ts'

/** Sixty customers that are due, and the job that looks at them. */
async function sixty() {
  const firms = Array.from({ length: 60 }, (_, at) => aCustomer(at + 1))
  const desk = await billingDesk({
    customers: firms,
    people: firms.map((each, at) => personOf(each, at + 1, `P${at + 1}`)),
    bills: firms.map((each, at) => bill(`b${at + 1}`, '10.00', { customer: each.id })),
  })
  const time = { now: 0 }
  const { documents, clock, onStaff } = desk
  const fault = (error: unknown) => void desk.faults.push(error)
  return { desk, time, run: collectionsJob({ documents, clock, milliseconds: () => time.now, onStaff, fault }) }
}

test('a run does a part of what is due, says whether more waits, and all are done in the end', async () => {
  const { desk, run } = await sixty()
  expect([await run(), await run(), await run()]).toEqual([{ more: true }, { more: false }, { more: false }])
  expect(await desk.contacts()).toHaveLength(60)
  expect(desk.faults).toEqual([])
})

test('who is new is found within minutes, and not looked for all the time', async () => {
  const { desk, time, run } = await sixty()
  while ((await run()).more);
  const late = aCustomer(61)
  await desk.documents.change(async (unit) => unit.put(customers, late.id, z.encode(customerSchema, late), 0))
  time.now += 299_999
  await run()
  expect((await desk.standing(late)).due).toBeUndefined()
  time.now += 1
  await run()
  expect((await desk.standing(late)).decidedOn).toBe('2026-11-30')
})
