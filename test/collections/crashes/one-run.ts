import { hasLapsed } from '../../../src/collections/right-to-send.ts'
import { freeStandings, seedStandings } from '../../../src/collections/seed-standings.ts'
import { strikeCollections } from '../../../src/collections/strike-collections.ts'
import type { Channel, Sent } from '../../../src/delivery/channel.ts'
import { freeLines } from '../../../src/delivery/free-lines.ts'
import { lines } from '../../../src/delivery/line.ts'
import type { Content } from '../../../src/delivery/post.ts'
import type { Customer } from '../../../src/ledger/customer.ts'
import { type Memory, MemoryDocuments } from '../../desk-model/memory-documents.ts'
import { aCustomer } from '../../ledger/examples.ts'
import type { Dice } from '../../teams/killed-desk/dice.ts'
import { bill } from '../decide/situations.ts'
import { type BillingDesk, billingDesk, personOf } from '../support/billing-desk.ts'
import { dyingProcess, type Step, steps } from './dying-process.ts'

const firms = [1, 2, 3].map((at) => aCustomer(at, { name: `Customer ${at}` }))
const persons = firms.flatMap((firm, at) => [
  personOf(firm, at * 2 + 1, `A${at}`),
  personOf(firm, at * 2 + 2, `B${at}`),
])

/** What was sent, in the order of everything that happened: `began` is when the process turned to it, `at` when Teams had it. */
export type Sending = { readonly contact: string; readonly to: string; readonly began: number; readonly at: number }

export type Run = {
  readonly desk: BillingDesk
  readonly sent: readonly Sending[]
  /** When a customer's payment was on disk. */
  readonly paid: ReadonlyMap<string, number>
  /** Where processes died. */
  readonly deaths: readonly Step[]
  readonly faults: readonly unknown[]
}

type Scene = {
  readonly desk: BillingDesk
  readonly dice: Dice
  readonly sent: Sending[]
  readonly paid: Map<string, number>
  readonly faults: unknown[]
  happened: number
}

/** A morning of a partner whose processes die again and again, while customers pay. Ends with one that lives, and a day later. */
export async function oneRun(dice: Dice): Promise<Run> {
  const memory: Memory = new Map()
  const bills = firms.flatMap((firm) => [
    bill(`${firm.name.at(-1)}a`, '100.00', { customer: firm.id }),
    bill(`${firm.name.at(-1)}b`, '50.00', { customer: firm.id }),
  ])
  const desk = await billingDesk({ customers: firms, people: persons, bills, memory })
  const scene: Scene = { desk, dice, sent: [], paid: new Map(), faults: [], happened: 0 }
  await seedStandings(desk.documents, { now: desk.clock.now(), limit: 100 })
  const deaths: Step[] = []
  for (let death = 1 + dice.below(3); death > 0; death--) {
    const step = steps[dice.below(steps.length)]!
    if (await live(scene, memory, { step, time: 1 + dice.below(3) })) deaths.push(step)
    if (dice.is(0.3)) await pay(scene)
    // Whoever has the store alone waits for nothing when it starts; the others wait until the leases are over.
    if (dice.is(0.5)) desk.pass(61_000)
    else
      await Promise.all([freeLines(desk.documents, desk.clock.now()), freeStandings(desk.documents, desk.clock.now())])
  }
  // What Teams put off comes later each time.
  for (let rest = 0; rest < 4 || (rest < 40 && (await isWaiting(desk))); rest++) {
    desk.pass(61_000)
    await live(scene, memory, undefined)
  }
  return { desk, sent: scene.sent, paid: scene.paid, deaths, faults: scene.faults }
}

const isWaiting = async ({ documents }: BillingDesk): Promise<boolean> =>
  (await documents.find(lines, { index: 'due', limit: 1 })).items.length > 0

/** A process from its start to its death, or until there is nothing left to do. Says whether it died. */
async function live(
  scene: Scene,
  memory: Memory,
  death: { readonly step: Step; readonly time: number } | undefined,
): Promise<boolean> {
  const { desk, dice, faults } = scene
  const pauses = dice.is(0.5)
  const documents = new MemoryDocuments(memory, () =>
    pauses && dice.is(0.2) ? new Promise((resolve) => setImmediate(resolve)) : undefined,
  )
  const process = dyingProcess(documents, death)
  const { clock, onStaff } = desk
  const fault = (error: unknown) => void faults.push(error)
  const strike = { now: clock.now(), limit: 10, onStaff, fault }
  void (async () => {
    for (let did = 1; did > 0; ) {
      const deciding = strikeCollections(process.store, strike)
      if (dice.is(0.4)) await Promise.race([deciding, pay(scene)])
      did = await deciding
      did += await desk.courier({ documents: process.store, channel: teams(scene, process), fault }).carry()
    }
  })()
  await process.still()
  if (dice.is(0.3)) await pay(scene)
  await process.still()
  return process.isDead()
}

/** Teams, as far as this process gets to it: a dead one learns of no answer. Customers pay at any moment, also in this one. */
function teams(scene: Scene, process: ReturnType<typeof dyingProcess>): Channel {
  const { desk, dice, sent } = scene
  async function take(how: 'send' | 'update', content: Content): Promise<Sent> {
    if (content.kind !== 'reminder') throw new Error('only reminders are sent here')
    const began = ++scene.happened
    if (dice.is(0.1)) await pay(scene)
    if (await hasLapsed(desk.documents, content)) return { kind: 'withheld', reason: 'nothing-to-say' }
    if (process.isDead() || process.dies('before it left')) return { kind: 'refused', reason: 'dead' }
    if (dice.is(0.1)) return { kind: 'refused', reason: '403 ConversationBlockedByUser' }
    if (dice.is(0.1)) return { kind: 'refused', reason: '429', retry: { after: 1_000 } }
    const at = ++scene.happened
    if (how === 'send') sent.push({ contact: content.contact, to: content.person.objectId, began, at })
    process.dies('after it left')
    return dice.is(0.05) ? { kind: 'unknown', reason: 'no-answer' } : { kind: 'sent', activity: `sent-${at}` }
  }
  return {
    send: (_, content) => process.alive(() => take('send', content)),
    update: (_, __, content) => process.alive(() => take('update', content)),
    remove: async () => ({ kind: 'refused', reason: 'nothing is taken back here' }),
  }
}

/** One of the customers pays all that it owes; a second payment of the same one pays nothing. */
async function pay(scene: Scene): Promise<void> {
  const { desk, dice, paid } = scene
  const firm = firms[dice.below(firms.length)] as Customer
  if (paid.has(firm.id)) return
  const number = firm.name.at(-1)
  paid.set(firm.id, Number.POSITIVE_INFINITY)
  await desk.pay(firm, '100.00', `${number}A`)
  await desk.pay(firm, '50.00', `${number}B`)
  paid.set(firm.id, ++scene.happened)
}
