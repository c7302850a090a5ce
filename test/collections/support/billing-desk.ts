import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Person, people, personKey, personSchema } from '../../../src/access/person.ts'
import { type Contact, contactSchema, contacts } from '../../../src/collections/contact.ts'
import { contactSettled } from '../../../src/collections/contact-settled.ts'
import type { Decision } from '../../../src/collections/decision.ts'
import { decisionsOf } from '../../../src/collections/decision-log.ts'
import type { OnStaff } from '../../../src/collections/give-to-staff.ts'
import { paymentsCame } from '../../../src/collections/payment-data.ts'
import { type Policy, policies, policyKey, policySchema } from '../../../src/collections/policy.ts'
import { hasLapsed, rightToSend } from '../../../src/collections/right-to-send.ts'
import { seedStandings } from '../../../src/collections/seed-standings.ts'
import { putStanding, type Standing, standingOf } from '../../../src/collections/standing.ts'
import { strikeCollections } from '../../../src/collections/strike-collections.ts'
import { keepAddress } from '../../../src/delivery/address.ts'
import type { Channel, Sent } from '../../../src/delivery/channel.ts'
import { type Courier, type CourierTools, courierOf } from '../../../src/delivery/courier.ts'
import { paceOf } from '../../../src/delivery/pace.ts'
import type { Content } from '../../../src/delivery/post.ts'
import { type Customer, customerSchema, customers } from '../../../src/ledger/customer.ts'
import { type Invoice, invoiceSchema, invoices } from '../../../src/ledger/invoice.ts'
import { takePayments } from '../../../src/ledger/take-payments.ts'
import type { Documents } from '../../../src/store/documents.ts'
import { type FixedClock, fixedClock } from '../../../src/values/clock.ts'
import { dayIn, instant, later } from '../../../src/values/day.ts'
import type { ImportId } from '../../../src/values/ids.ts'
import { objectId } from '../../../src/values/ids.ts'
import type { Money } from '../../../src/values/money.ts'
import { type Memory, MemoryDocuments } from '../../desk-model/memory-documents.ts'
import { aCustomer, euros } from '../../ledger/examples.ts'
import { aPolicy, bill } from '../decide/situations.ts'

export const adega = aCustomer(1, { name: 'Adega Vale Claro, Lda' })

export const clara = personOf(adega, 1, 'Clara')
export const rita = personOf(adega, 2, 'Rita')

export function personOf(of: Customer, at: number, name: string, over: Partial<Person> = {}): Person {
  return {
    tenant: of.tenant,
    objectId: objectId(`44444444-4444-4444-8444-${String(at).padStart(12, '0')}`),
    name,
    mail: `${name.toLowerCase()}@${of.domain}`,
    customer: of.id,
    roles: ['billing-contact'],
    ...over,
  }
}

/** How the channel answers: as told, by taking it and never answering, or by never having had it. */
export type Answer = Sent | 'no answer' | 'dead'

/** What arrived in Teams. */
export type Arrived = { readonly how: 'send' | 'update'; readonly contact: string; readonly to: string }

export type Given = {
  readonly customers?: readonly Customer[]
  readonly people?: readonly Person[]
  /** Those who have written to the bot. */
  readonly known?: readonly Person[]
  readonly bills?: readonly Invoice[]
  readonly policy?: Partial<z.input<typeof policySchema>> | 'none'
  readonly now?: string
  readonly memory?: Memory
}

const defaults = { customers: [adega], people: [clara], now: '2026-11-30T10:00:00Z', bills: [bill()] }

/** A partner with its collections and couriers: time passes when a test says so. */
export async function billingDesk(given: Given = {}) {
  const { customers: all, people: persons, now, bills } = { ...defaults, ...given }
  const documents = new MemoryDocuments(given.memory ?? new Map())
  const clock = fixedClock(instant(now))
  await documents.change(async (unit) => {
    for (const each of all) unit.put(customers, each.id, z.encode(customerSchema, each), 0)
    for (const each of persons) unit.put(people, personKey(each.tenant, each.objectId), z.encode(personSchema, each), 0)
    for (const each of given.known ?? persons)
      await keepAddress(
        unit,
        each,
        { channel: 'msteams', serviceUrl: 'https://smba.example/', conversation: `a:${each.name}` },
        clock.now(),
      )
    for (const each of bills) unit.put(invoices, each.id, z.encode(invoiceSchema, each), 0)
  })
  const desk = deskOver(documents, clock)
  if (given.policy !== 'none') await desk.policy(aPolicy(given.policy))
  return desk
}

export type BillingDesk = Awaited<ReturnType<typeof billingDesk>>

export function deskOver(documents: Documents, clock: FixedClock) {
  const arrived: Arrived[] = []
  const answers: Answer[] = []
  const staff: string[] = []
  const faults: unknown[] = []
  const time = { now: 0 }
  let payments = 0

  const onStaff: OnStaff = async (_, { action, bills, why }) => {
    staff.push(`${action} (${why}): ${bills.map(({ number }) => number).join(' ')}`)
  }
  const fault = (error: unknown) => void faults.push(error)

  async function take(how: Arrived['how'], content: Content): Promise<Sent> {
    if (content.kind !== 'reminder') throw new Error('only reminders are sent here')
    if (await hasLapsed(documents, content)) return { kind: 'withheld', reason: 'nothing-to-say' }
    const answer = answers.shift()
    if (answer === 'dead') return new Promise(() => undefined)
    if (typeof answer === 'object' && answer.kind === 'refused') return answer
    arrived.push({ how, contact: content.contact, to: content.person.objectId })
    if (answer === 'no answer') return new Promise(() => undefined)
    return answer ?? { kind: 'sent', activity: `sent-${arrived.length}` }
  }
  const channel: Channel = {
    send: (_, content) => take('send', content),
    update: (_, __, content) => take('update', content),
    remove: async () => ({ kind: 'refused', reason: 'nothing is taken back here' }),
  }
  const courier = (more: Partial<CourierTools> = {}): Courier =>
    courierOf({
      documents,
      channel,
      clock,
      newId: randomUUID,
      pace: paceOf(),
      milliseconds: () => time.now,
      wait: async (milliseconds) => {
        time.now += milliseconds
      },
      random: () => 0.5,
      settled: contactSettled,
      maySend: (unit, _, post) => rightToSend(unit, post, clock.now()),
      fault,
      ...more,
    })

  return {
    documents,
    clock,
    arrived,
    answers,
    staff,
    faults,
    onStaff,
    courier,
    policy: (policy: Policy) =>
      documents.change(async (unit) => {
        const known = await unit.get(policies, policyKey(policy))
        unit.put(policies, policyKey(policy), z.encode(policySchema, policy), known?.revision ?? 0)
      }),
    /** Everything that is due by the clock, customers and messages, until nothing is. */
    async run(): Promise<void> {
      await seedStandings(documents, { now: clock.now(), limit: 100 })
      for (let did = 1; did > 0; ) {
        did = await strikeCollections(documents, { now: clock.now(), limit: 100, onStaff, fault })
        did += await courier().carry()
      }
      if (faults.length > 0) throw faults[0]
    },
    /** Decides, and sends nothing yet. */
    async decide(): Promise<void> {
      await seedStandings(documents, { now: clock.now(), limit: 100 })
      while ((await strikeCollections(documents, { now: clock.now(), limit: 100, onStaff, fault })) > 0);
    },
    /** Changes how it stands, as a promise, a hold or a suspension does. */
    async stands(over: Partial<Standing>, of: Customer = adega): Promise<void> {
      await documents.change(async (unit) => {
        const { standing, revision } = await standingOf(unit, of.id)
        putStanding(unit, { ...standing, ...over, due: clock.now() }, revision)
      })
    },
    /** The clock goes to then, and what comes due on the way is done at its time. */
    async until(then: string): Promise<void> {
      for (const end = Date.parse(instant(then)); Date.parse(clock.now()) < end; ) {
        const step = Math.min(end - Date.parse(clock.now()), 3_600_000)
        clock.set(later(clock.now(), step))
        time.now += step
        await this.run()
      }
    },
    pass(milliseconds: number): void {
      time.now += milliseconds
      clock.set(later(clock.now(), milliseconds))
    },
    pay: (customer: Customer, amount: Money | string, reference = '') =>
      documents.change(async (unit) => {
        const payment = {
          customer: customer.id,
          receivedOn: dayIn(customer.timeZone, clock.now()),
          amount: typeof amount === 'string' ? euros(amount) : amount,
          reference,
          method: 'bank-transfer',
          line: 2,
        }
        const taken = await takePayments(unit, { import: `payments-${++payments}` as ImportId, payments: [payment] })
        if (taken.kind === 'refused') throw new Error(taken.faults[0]?.problem)
        await paymentsCame(unit, [customer.id], clock.now())
      }),
    async contacts(): Promise<readonly Contact[]> {
      const { items } = await documents.find(contacts, { index: 'on' })
      return items.map(({ data }) => z.decode(contactSchema, data))
    },
    /** `2026-11-30 due: Clara sent, Rita held paid`, the oldest first. */
    async told(): Promise<string[]> {
      return (await this.contacts()).map(
        ({ on, stage, kind, to }) =>
          `${on} ${stage ?? kind}: ${to
            .map(({ person, way, state, reason }) =>
              [person?.name ?? 'mail system', way === 'webhook' && 'by mail', state, reason].filter(Boolean).join(' '),
            )
            .join(', ')}`,
      )
    },
    standing: async (of: Customer = adega): Promise<Standing> => (await standingOf(documents, of.id)).standing,
    log: async (of: Customer = adega): Promise<readonly Decision[]> => decisionsOf(documents, of.id),
    /** `2026-11-30 contact stage`, the oldest first. */
    async logged(of: Customer = adega): Promise<string[]> {
      return (await decisionsOf(documents, of.id))
        .map(({ day: on, kind, reason }) => `${on} ${kind} ${reason}`)
        .reverse()
    },
    today: (of: Customer = adega) => dayIn(of.timeZone, clock.now()),
  }
}
