import { randomUUID } from 'node:crypto'
import { addressOf, keepAddress } from '../../../src/delivery/address.ts'
import type { Channel } from '../../../src/delivery/channel.ts'
import { courierOf } from '../../../src/delivery/courier.ts'
import { type Delivery, deliveries, queuePosts } from '../../../src/delivery/line.ts'
import { paceOf } from '../../../src/delivery/pace.ts'
import { talkLine } from '../../../src/delivery/talk-line.ts'
import { objectId, tenantId } from '../../../src/values/ids.ts'
import { fateOf } from './fates.ts'
import type { World } from './world.ts'

/** One line each. */
type Recipient = { readonly at: number; readonly tenant: number }

export type Written = {
  /** To how many it was sent. */
  readonly queued: number
  /** What became of it, by person: `state reason`. */
  readonly outcomes: ReadonlyMap<number, string>
  /** When requests left, by tenant, in milliseconds. */
  readonly departures: ReadonlyMap<string, readonly number[]>
}

export type Campaign = {
  /** Writes to everybody who can be written to, and resolves when each has an outcome. */
  write(what: string): Promise<Written>
  /** A person writes to the bot again. */
  hear(person: number): Promise<void>
  /** The ledger of one message: how many ended how. */
  ledger(what: string): Promise<Readonly<Record<string, number>>>
  readonly faults: readonly unknown[]
}

const number = (at: number) => String(at).padStart(12, '0')
const keyOf = ({ at, tenant }: Recipient) => ({
  tenant: tenantId(`22222222-2222-2222-2222-${number(tenant)}`),
  objectId: objectId(`33333333-3333-3333-3333-${number(at)}`),
})
/** Teams' ids say nothing and come in no order: those of one tenant do not stand together. */
const conversationOf = ({ at, tenant }: Recipient): string => `a:${(at * 7919) % 10_007}:${tenant}-${at}`
const postId = (what: string, at: number): string => `${what}|${at}`
const personOf = (post: string): number => Number(post.split('|')[1])

/** `tenants`: how many people each has. Everybody has written to the bot once. The courier, its pace and its loop are those of the service. */
export async function openCampaign(world: World, tenants: readonly number[], isQuick: boolean): Promise<Campaign> {
  const { documents, serviceUrl, clock } = world
  const audience = tenants
    .flatMap((people, tenant) => Array<number>(people).fill(tenant))
    .map((tenant, at) => ({ at, tenant }))
  const hear = (each: Recipient) => {
    const where = { channel: 'msteams', serviceUrl, conversation: conversationOf(each) }
    return documents.change((unit) => keepAddress(unit, keyOf(each), where, clock.now()))
  }
  await Promise.all(audience.map(hear))
  const faults: unknown[] = []
  return {
    faults,
    write: (what) => world.until(write({ ...world, audience, isQuick, faults }, what)),
    hear: (person) => hear(audience[person] as Recipient),
    async ledger(what) {
      const counts: Record<string, number> = {}
      for (const state of ['sent', 'withheld', 'failed', 'unknown']) {
        const { items } = await documents.find(deliveries, { index: 'state', from: `${state}|`, to: `${state}|~` })
        counts[state] = items.filter(({ id }) => id.startsWith(`${what}|`)).length
      }
      return counts
    },
  }
}

type Opened = World & {
  readonly audience: readonly Recipient[]
  readonly isQuick: boolean
  readonly faults: unknown[]
}

async function write(opened: Opened, what: string): Promise<Written> {
  const { wait, isQuick, faults } = opened
  const queued = await queueAll(opened, what)
  const outcomes = new Map<number, string>()
  const departures = new Map<string, number[]>()
  const courier = courierOf({
    ...opened,
    channel: watched(opened, departures),
    newId: randomUUID,
    pace: paceOf(),
    random: Math.random,
    maySend: async (_, __, { id }) => (fateOf(personOf(id), isQuick).kind === 'paid' ? 'paid' : undefined),
    noted: ({ id, state, reason }: Delivery) => {
      outcomes.set(personOf(id), [state, reason].filter(Boolean).join(' '))
    },
    fault: (error) => faults.push(error),
  })
  // As the service's own loop.
  while (outcomes.size < queued) {
    await courier.begin()
    await wait(250)
  }
  await courier.stop()
  return { queued, outcomes, departures }
}

/** The channel, and when what is given to it leaves. */
const watched = ({ channel, milliseconds }: World, departures: Map<string, number[]>): Channel => ({
  ...channel,
  send: (to, content, sending) =>
    channel.send(to, content, {
      ...sending,
      leaving: async () => {
        await sending.leaving?.()
        departures.set(to.tenant, [...(departures.get(to.tenant) ?? []), milliseconds()])
      },
    }),
})

/** As a run of the collections does it: whoever can be written to gets a post on their own line. */
async function queueAll({ documents, audience, clock }: Opened, what: string): Promise<number> {
  const queued = await Promise.all(
    audience.map((each) =>
      documents.change(async (unit) => {
        const address = await addressOf(unit, keyOf(each))
        if (!address) return 0
        const { channel, serviceUrl, conversation, tenant } = address
        const to = { kind: 'talk', channel, serviceUrl, conversation, tenant } as const
        const content = { kind: 'reminder', contact: what, person: keyOf(each), language: 'en' } as const
        const post = { id: postId(what, each.at), how: 'send', name: what, content } as const
        await queuePosts(unit, { id: talkLine(to), to, now: clock.now() }, [post])
        return 1
      }),
    ),
  )
  return queued.reduce<number>((sum, one) => sum + one, 0)
}
