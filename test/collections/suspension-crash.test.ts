import { expect, test } from 'vitest'
import type { SuspensionAct } from '../../src/collections/act-on-suspension.ts'
import { moveSuspension, proposeAndTell } from '../../src/conversation/collections/move-suspension.ts'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { keepAddress } from '../../src/delivery/address.ts'
import { deliveries, lineSchema, lines } from '../../src/delivery/line.ts'
import { recordOf } from '../../src/ledger/record.ts'
import type { Documents } from '../../src/store/documents.ts'
import { setHelpdeskChannel } from '../../src/support/helpdesk-channel.ts'
import type { Instant } from '../../src/values/day.ts'
import { adega, aPolicy, at, aWorld, everybody, id, type Known, now, type World } from './suspension-world.ts'

/** A store whose process dies at the n-th unit of work: before it is on disk, or right after. */
function dying(documents: Documents, n: number, when: 'before' | 'after'): Documents {
  let units = 0
  const change: Documents['change'] = async (work) => {
    const isLast = ++units === n
    if (isLast && when === 'before') throw new Dead('dead')
    const result = await documents.change(work)
    if (isLast) throw new Dead('dead')
    return result
  }
  return new Proxy(documents, {
    get: (target, key) => {
      if (key === 'change') return change
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
class Dead extends Error {}

type Step = (documents: Documents) => Promise<unknown>

const act =
  (world: World, who: Known, event: string, what: SuspensionAct, when: Instant): Step =>
  async (documents) => {
    const by = await world.as(who)
    const order = { suspension: 'S-1001', act: what, by, now: when, event }
    return documents.change((unit) => moveSuspension(unit, order))
  }

/** What happens from the proposal to the end, each step as it may be repeated after a crash. */
function steps(world: World): readonly Step[] {
  const strike =
    (when: Instant): Step =>
    (documents) =>
      strikeSuspensions(documents, when)
  const due = at('2026-11-30T10:00:00Z')
  const paid = at('2026-12-02T10:00:00Z')
  const invoices = [id('u-1')]
  const tasks = ['reactivate-1', 'auto-renew-1', 'scheduled-1', 'verify-1']
  const others = ['reactivate-2', 'auto-renew-2', 'scheduled-2', 'verify-2']
  return [
    (documents) => documents.change((unit) => proposeAndTell(unit, { customer: adega.id, invoices, by: 'saldo', now })),
    strike(now),
    act(world, 'bruno', 'renew', { kind: 'auto-renew', outcome: 'declined' }, now),
    act(world, 'amelia', 'one', { kind: 'approve' }, now),
    act(world, 'andre', 'two', { kind: 'approve' }, now),
    strike(now),
    async () => arrived(world),
    strike(due),
    act(world, 'amelia', 'first', { kind: 'done', task: 'suspend-1' }, due),
    act(world, 'amelia', 'second', { kind: 'done', task: 'suspend-2' }, due),
    strike(due),
    // Paid before, when this is repeated.
    async () => (await world.documents.get(paid_, 'pay u-1 250.00')) ?? world.pay('u-1'),
    strike(paid),
    ...[...tasks, ...others].map((task) => act(world, 'bruno', task, { kind: 'done', task }, paid)),
    strike(paid),
  ]
}
const paid_ = { name: 'payments', indexes: {}, partition: () => '' }

/** The notice reached the customer, as the courier notes it. */
async function arrived({ documents }: World): Promise<void> {
  await documents.change(async (unit) => {
    for (const { post, line } of await postsIn(documents)) {
      if (!post.id.includes('|notice ') || (await unit.get(deliveries, post.id))) continue
      const sent = { ...post, state: 'sent' as const, line, settledAt: now, content: undefined }
      unit.put(deliveries, post.id, sent, 0)
    }
  })
}

async function postsIn(documents: Documents) {
  const found = ['talk|test|clara', 'suspension|S-1001'].map((line) => documents.get(lines, line))
  return (await Promise.all(found)).flatMap((stored) =>
    stored ? recordOf(lineSchema, stored.data).posts.map((post) => ({ post, line: stored.id })) : [],
  )
}

async function fresh(): Promise<World> {
  const world = await aWorld(aPolicy({ approvals: 2 }))
  await world.known('2026-12-02')
  await world.documents.change(async (unit) => {
    await keepAddress(unit, everybody.clara, { channel: 'test', serviceUrl: 'https://x', conversation: 'clara' }, now)
    const channel = { channel: 'test', serviceUrl: 'https://x', teamsChannel: '19:c', tenant: everybody.bruno.tenant }
    await setHelpdeskChannel(unit, channel, everybody.bruno, now)
  })
  return world
}

/** What is there in the end: the record, and what was sent to whom. */
async function end(world: World) {
  const { trail, ...record } = await world.get('S-1001')
  const posts = (await postsIn(world.documents)).map(({ post }) => `${post.how} ${post.id}`)
  return { record: { ...record, told: record.told === trail.length }, trail: trail.map(({ id: one }) => one), posts }
}

test('a process that dies between any two steps leaves nothing half done and says nothing twice', async () => {
  const clean = await fresh()
  let units = 0
  const counting = new Proxy(clean.documents, {
    get: (target, key) => {
      if (key === 'change') units++
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  for (const step of steps(clean)) await step(counting)
  const wanted = await end(clean)
  expect(wanted.record).toMatchObject({ state: 'restored', told: true, differences: [] })
  expect(wanted.posts.filter((post) => post.startsWith('send') && post.includes('44444444'))).toHaveLength(4)

  const start = await fresh()
  let crashes = 0
  for (let n = 1; n <= units; n++)
    for (const when of ['before', 'after'] as const) {
      const world = start.copy()
      let documents = dying(world.documents, n, when)
      for (const step of steps(world))
        try {
          await step(documents)
        } catch (error) {
          if (!(error instanceof Dead)) throw error
          crashes++
          // A new process: the same is asked for again, by whoever got no answer.
          documents = world.documents
          await step(documents)
        }
      // What only the next look tells comes with it.
      await strikeSuspensions(documents, at('2026-12-02T10:00:00Z'))
      const found = await end(world)
      expect(found.record, `unit ${n} ${when}`).toEqual(wanted.record)
      expect(found.trail, `unit ${n} ${when}`).toEqual(wanted.trail)
      expect([...found.posts].sort(), `unit ${n} ${when}`).toEqual([...wanted.posts].sort())
    }
  expect(crashes).toBe(2 * units)
  console.log(`suspension: ${crashes} crashes at ${units} units of work, same end, no message twice`)
})
