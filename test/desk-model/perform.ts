import { lineOf } from '../../src/delivery/line.ts'
import { type Act, type Customer, customers, type SingleAct } from './acts.ts'
import { counts } from './counts.ts'
import { doOne } from './do-one.ts'
import { settle } from './settle.ts'
import type { Talk } from './talk.ts'
import { Violation, type World } from './world.ts'

export type Performing = { readonly world: World; readonly jitter: (seed: number | undefined) => void }

/** Does what an act says and compares what the desk made of it with what it may. */
export async function perform({ world, jitter }: Performing, act: Act): Promise<void> {
  const acts = act.k === 'together' ? act.acts : [act]
  world.group++
  counts.commands += acts.length
  if (act.k === 'together') counts.together++
  const before = new Map(world.talks)
  const posts = await newsOf(world)
  jitter(act.k === 'together' ? act.seed : undefined)
  const seen = await Promise.all(acts.map((each) => doOne(world, each)))
  jitter(undefined)
  const now = await world.observe()
  for (const customer of customers)
    settle(world, customer, { before: before.get(customer)!, now: now.get(customer)!, seen })
  await noNews(world, posts, { before, now, acts })
  for (const [customer, talk] of now) world.talks.set(customer, talk)
}

type Posts = Map<Customer, Set<string>>

async function newsOf(world: World): Promise<Posts> {
  const found: Posts = new Map()
  for (const customer of customers) {
    const line = await lineOf(world.stage.documents, `talk|msteams|chat-${customer}`)
    found.set(customer, new Set(line?.posts.filter(({ content }) => content?.kind === 'answer').map(({ id }) => id)))
  }
  return found
}

/** While a person has the conversation nothing comes from the bot but what a person of the helpdesk did. */
async function noNews(
  world: World,
  posts: Posts,
  { before, now, acts }: { before: Map<Customer, Talk>; now: Map<Customer, Talk>; acts: readonly SingleAct[] },
): Promise<void> {
  if (acts.some((act) => 'a' in act)) return
  const after = await newsOf(world)
  for (const customer of customers) {
    if (before.get(customer)?.kind !== 'owned' || now.get(customer)?.kind !== 'owned') continue
    for (const id of after.get(customer)!)
      if (!posts.get(customer)!.has(id))
        throw new Violation(`the bot speaks while a person has the conversation: ${id}`)
  }
}
