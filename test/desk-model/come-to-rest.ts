import { lines } from '../../src/delivery/line.ts'
import { isOver } from '../../src/support/ticket.ts'
import { everybody } from '../conversation/support/small-desk.ts'
import { type Customer, customers } from './acts.ts'
import { Violation, type World } from './world.ts'

const hour = 60
const week = 8 * 24 * hour

/** Nothing goes wrong any more: everything is carried, and time passes until every case has its end. */
export async function comeToRest(world: World): Promise<void> {
  const { stage } = world
  stage.mishaps.length = 0
  stage.teams.laterMishaps.length = 0
  await carryAll(world)
  for (let steps = 0; steps < 40 && (await hasWork(world)); steps++) await letPass(world, 3 * hour)
  if (await hasWork(world)) throw new Violation('a handoff has no end')
  for (const ticket of await world.tickets()) if (!isOver(ticket)) await finish(world, ticket.id)
  await letPass(world, week)
  await letPass(world, week)
  for (const ticket of await world.tickets())
    if (!isOver(ticket)) throw new Violation(`${ticket.id} has no end: ${ticket.state}`)
}

async function letPass(world: World, minutes: number): Promise<void> {
  await world.stage.passTime(minutes)
  await world.stage.strike()
  await carryAll(world)
}

async function carryAll(world: World): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds++) {
    await world.stage.carry()
    const { items } = await world.stage.documents.find(lines, { index: 'due' })
    if (items.length === 0) return
    // Leases and pauses end.
    await world.stage.passTime(2)
  }
  throw new Violation('there are messages that are never carried')
}

const hasWork = async (world: World): Promise<boolean> =>
  (await world.handoffs()).some(({ state }) => state !== 'closed' && state !== 'returned')

/** An agent resolves what nobody has resolved; where no card ever arrived, the customer says that it is solved. */
async function finish(world: World, id: string): Promise<void> {
  const { stage } = world
  const known = (await world.tickets()).find((ticket) => ticket.id === id)!
  const thread = (await world.threadOf(id)) ?? world.threadsOf(id).at(-1)
  if (known.state === 'resolved') return
  if (!thread) {
    const customer = customers.find((each) => everybody[each].objectId === known.person.objectId) as Customer
    const data = { intent: 'ticket.close', slots: { ticket: id }, act: 'solved' }
    await stage.take(customer, { kind: 'action', verb: 'ask', data }, world.activity())
    await carryAll(world)
    return
  }
  const agent = (Object.keys(everybody) as (keyof typeof everybody)[]).find(
    (each) => everybody[each].objectId === known.owner?.objectId,
  )
  const mark = stage.teams.attempts.length
  await stage.seat(
    agent ?? 'helena',
    thread,
    { kind: 'action', verb: 'case.close', data: { ticket: id, outcome: 'resolved' } },
    world.activity(),
  )
  await carryAll(world)
  const isTold = stage.teams.attempts
    .slice(mark)
    .some(({ text }) => text.includes('"ticket.resolved"') && text.includes(id))
  if (!isTold) throw new Violation(`the customer of ${id} is not told that it is resolved`)
}
