import type { Unit } from '../store/documents.ts'
import { later } from '../values/day.ts'
import { revocationOf } from './address.ts'
import { type Carrying, leaseTime } from './carrying.ts'
import { type Delivery, type Destination, type Line, putLine, readLine } from './line.ts'
import { type Errand, nextStep } from './next-step.ts'
import type { Post } from './post.ts'
import { settlePosts } from './settle-posts.ts'

/** What stands in the store then: nothing waits, or somebody else has the line; a post wants to be sent; one settled; one is being sent. */
export type Taken =
  | { readonly kind: 'done' }
  | { readonly kind: 'ready'; readonly line: Line }
  | { readonly kind: 'settled'; readonly line: Line; readonly ended: readonly Delivery[] }
  | { readonly kind: 'sending'; readonly to: Destination; readonly post: Post; readonly errand: Errand }

/** Takes the first post of a line in hand. `mayBeSent`: the pace allows it now; it is written down as being sent then. */
export async function takePost(unit: Unit, carrying: Carrying, id: string, mayBeSent: boolean): Promise<Taken> {
  const stored = await readLine(unit, id)
  if (stored?.line.holder !== carrying.holder) return { kind: 'done' }
  const { line, revision } = stored
  const step = nextStep(line)
  if (step.kind === 'empty') {
    putLine(unit, { ...line, due: undefined, holder: undefined }, revision)
    return { kind: 'done' }
  }
  const now = carrying.passing.now()
  const held: Line = { ...line, due: later(now, leaseTime) }
  const settle = async (post: Post): Promise<Taken> => {
    const { settled, clock } = carrying
    return {
      kind: 'settled',
      ...(await settlePosts(unit, { line: held, revision }, [post], { now: clock.now(), settled })),
    }
  }
  if (step.kind === 'settle') return settle(step.post)
  const revoked = line.to.kind === 'talk' ? await revocationOf(unit, line.to) : undefined
  if (revoked !== undefined) return settle({ ...step.post, state: 'failed', reason: revoked })
  if (!mayBeSent) return { kind: 'ready', line }
  const withheld = await carrying.maySend(unit, line, step.post)
  if (withheld !== undefined) return settle({ ...step.post, state: 'withheld', reason: withheld })
  const { attempts, triedAt = now } = step.post
  const post: Post = { ...step.post, state: 'sending', attempts: attempts + 1, triedAt }
  putLine(unit, { ...held, posts: [post, ...line.posts.slice(1)] }, revision)
  return { kind: 'sending', to: line.to, post, errand: step.errand }
}
