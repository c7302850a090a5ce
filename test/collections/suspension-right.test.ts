import { describe, expect, test } from 'vitest'
import { proposeSuspension } from '../../src/collections/propose-suspension.ts'
import { rightToTell } from '../../src/collections/right-to-tell.ts'
import { moveSuspension } from '../../src/conversation/collections/move-suspension.ts'
import { strikeSuspensions } from '../../src/conversation/collections/strike-suspensions.ts'
import { keepAddress } from '../../src/delivery/address.ts'
import { deliveries, lineSchema, lines } from '../../src/delivery/line.ts'
import type { Post } from '../../src/delivery/post.ts'
import { recordOf } from '../../src/ledger/record.ts'
import { adega, aWorld, everybody, id, type Known, now, type World } from './suspension-world.ts'

async function announced(): Promise<World> {
  const world = await aWorld()
  await world.documents.change(async (unit) => {
    await keepAddress(unit, everybody.clara, { channel: 'test', serviceUrl: 'https://x', conversation: 'clara' }, now)
    await proposeSuspension(unit, { customer: adega.id, invoices: [id('u-1')], by: 'saldo', now })
  })
  await act(world, 'amelia', 'approve')
  return world
}
async function act(world: World, who: Known, kind: 'approve' | 'cancel') {
  const what = kind === 'approve' ? { kind } : { kind, reason: 'no' }
  const by = await world.as(who)
  const order = { suspension: 'S-1001', act: what as never, by, now, event: kind }
  await world.documents.change((unit) => moveSuspension(unit, order))
}
const posts = async ({ documents }: World): Promise<readonly Post[]> => {
  const stored = await documents.get(lines, 'talk|test|clara')
  return stored ? recordOf(lineSchema, stored.data).posts : []
}
const right = (world: World, post: Post) => world.documents.change((unit) => rightToTell(unit, post, now))

describe('at the moment of sending', () => {
  test('a notice goes out while it is so', async () => {
    const world = await announced()
    const [notice, ...more] = await posts(world)
    expect(more).toEqual([])
    expect(await right(world, notice!)).toBeUndefined()
  })

  test('who has paid meanwhile is not threatened, and not told that it is off', async () => {
    const world = await announced()
    const [notice] = await posts(world)
    await world.pay('u-1')
    expect(await right(world, notice!)).toBe('paid')
    await strikeSuspensions(world.documents, now)
    expect(await right(world, notice!)).toBe('superseded')
    const lifted = (await posts(world))[1]!
    // As long as nobody knows whether the notice arrived, it is taken back.
    expect(await right(world, lifted)).toBeUndefined()
    await world.documents.change(async (unit) => {
      const settled = {
        ...notice!,
        state: 'withheld' as const,
        line: 'talk|test|clara',
        settledAt: now,
        content: undefined,
      }
      unit.put(deliveries, notice!.id, settled, 0)
    })
    expect(await right(world, lifted)).toBe('never-told')
  })

  test('a notice of what was withdrawn is not sent', async () => {
    const world = await announced()
    const [notice] = await posts(world)
    await act(world, 'bruno', 'cancel')
    expect(await right(world, notice!)).toBe('superseded')
  })

  test('other posts are none of its business', async () => {
    const world = await announced()
    const other = { ...(await posts(world))[0]!, id: 'T-1001|x|news' }
    expect(await right(world, other)).toBeUndefined()
  })
})
