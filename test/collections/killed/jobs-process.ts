import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { accessCollections } from '../../../src/access/access-collections.ts'
import { collectionsCollections } from '../../../src/collections/collections-collections.ts'
import { contactSettled } from '../../../src/collections/contact-settled.ts'
import { paymentsCame } from '../../../src/collections/payment-data.ts'
import { hasLapsed, rightToSend } from '../../../src/collections/right-to-send.ts'
import { freeStandings } from '../../../src/collections/seed-standings.ts'
import type { Channel, Sent } from '../../../src/delivery/channel.ts'
import { courierOf } from '../../../src/delivery/courier.ts'
import { deliveryCollections } from '../../../src/delivery/delivery-collections.ts'
import { freeLines } from '../../../src/delivery/free-lines.ts'
import type { Destination } from '../../../src/delivery/line.ts'
import { paceOf } from '../../../src/delivery/pace.ts'
import type { Content } from '../../../src/delivery/post.ts'
import { collectionsJob } from '../../../src/jobs/collections-job.ts'
import { runJobs } from '../../../src/jobs/run-jobs.ts'
import { ledgerOf } from '../../../src/ledger/ledger.ts'
import { ledgerCollections } from '../../../src/ledger/ledger-collections.ts'
import { openBills } from '../../../src/ledger/open-bills.ts'
import { type IncomingPayment, takePayments } from '../../../src/ledger/take-payments.ts'
import type { Collection } from '../../../src/store/documents.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { fixedClock } from '../../../src/values/clock.ts'
import { dayIn, instant } from '../../../src/values/day.ts'
import type { CustomerId, ImportId } from '../../../src/values/ids.ts'

// The jobs of a service as start-jobs.ts begins them, in a process of their own that can be killed: a data folder and an instant.
const [folder = '', now = ''] = process.argv.slice(2)
// Those of other rooms take their time to load, and nothing of theirs is here.
const collections = [
  ...ledgerCollections,
  ...accessCollections,
  ...deliveryCollections,
  ...collectionsCollections,
] as unknown as readonly Collection<never>[]
const documents = await openEmbedded({ folder, collections })
const clock = fixedClock(instant(now))
const fault = (error: unknown) => process.send?.({ fault: String((error as Error).stack ?? error) })

async function post(to: Destination, content: Content, how: 'POST' | 'PUT', activity = ''): Promise<Sent> {
  if (content.kind !== 'reminder') return { kind: 'refused', reason: 'not-a-reminder' }
  if (await hasLapsed(documents, content)) return { kind: 'withheld', reason: 'nothing-to-say' }
  const place = `${to.serviceUrl}v3/conversations/${to.conversation}/activities${activity ? `/${activity}` : ''}`
  const body = JSON.stringify({ type: 'message', text: content.contact })
  try {
    const response = await fetch(place, { method: how, body, headers: { 'content-type': 'application/json' } })
    const { id } = (await response.json()) as { id: string }
    return { kind: 'sent', activity: id }
  } catch (cause) {
    return { kind: 'unknown', reason: String(cause) }
  }
}
const channel: Channel = {
  send: (to, content) => post(to, content, 'POST'),
  update: (to, activity, content) => post(to, content, 'PUT', activity),
  remove: async () => ({ kind: 'refused', reason: 'nothing is taken back here' }),
}

/** All that a customer owes, paid at once. */
async function pay(customer: CustomerId): Promise<void> {
  await documents.change(async (unit) => {
    const account = await ledgerOf(unit).account(customer)
    if (!account) throw new Error('nobody pays')
    const receivedOn = dayIn(account.customer.timeZone, clock.now())
    const payments = openBills(account).map(({ numbers, open }, at): IncomingPayment => {
      const reference = numbers[0] ?? ''
      return { customer, receivedOn, amount: open, reference, method: 'bank-transfer', line: at + 2 }
    })
    await takePayments(unit, { import: randomUUID() as ImportId, payments })
    await paymentsCame(unit, [customer], clock.now())
  })
  process.send?.({ paid: customer })
}

await Promise.all([freeLines(documents, clock.now()), freeStandings(documents, clock.now())])
const courier = courierOf({
  documents,
  channel,
  clock,
  newId: randomUUID,
  pace: paceOf(),
  milliseconds: () => performance.now(),
  wait,
  random: Math.random,
  settled: contactSettled,
  maySend: (unit, _, post) => rightToSend(unit, post, clock.now()),
  fault,
})
const onStaff = async () => undefined
const collect = collectionsJob({ documents, clock, milliseconds: () => performance.now(), onStaff, fault })
process.on('message', ({ pay: customer }: { pay: CustomerId }) => void pay(customer).catch(fault))
process.send?.({ ready: performance.now() })
const jobs = runJobs({
  jobs: [
    { name: 'courier', every: 50, run: () => courier.begin() },
    { name: 'collections', every: 200, run: async () => (await collect()).more && jobs.wake('collections') },
  ],
  fault,
})
