import { z } from 'zod'
import type { Answered } from '../../answers/asking.ts'
import { suspensionNews as newsOf } from '../../answers/suspension-desk-words.ts'
import {
  suspensionLifted,
  suspensionNow,
  suspensionOnHold,
  suspensionRestored,
  suspensionRestoring,
} from '../../answers/suspension-news.ts'
import { wasSuspended } from '../../answers/suspension-status.ts'
import { type SuspensionEntry, suspensionOf, suspensionSchema, suspensions } from '../../collections/suspension.ts'
import type { NewPost } from '../../delivery/line.ts'
import type { Unit } from '../../store/documents.ts'
import type { Instant } from '../../values/day.ts'
import { answerJson } from '../answer-json.ts'
import { tellContacts } from './announce-suspension.ts'
import { suspensionCardPost, tellThread } from './suspension-line.ts'
import { type SuspensionScene, sceneOf } from './suspension-scene.ts'

/**
 * Tells whoever has to know what has happened to a suspension since they were told last: the helpdesk in its thread, whose card is brought up to
 * date, and the customer. What was told is noted in the same unit of work, so that it is told once, also when a process dies in between.
 */
export async function tellSuspension(unit: Unit, id: string, now: Instant): Promise<void> {
  const stored = await suspensionOf(unit, id)
  const scene = stored && (await sceneOf(unit, stored.suspension, now))
  if (!scene) return
  const { suspension } = stored
  const fresh = suspension.trail.slice(suspension.told)
  await tellThread(unit, id, threadPosts(scene, fresh), now)
  for (const entry of fresh) {
    const answered = forCustomer(scene, entry)
    if (answered)
      await tellContacts(unit, suspension, scene.customer, { answered, what: `${entry.id} ${entry.state}`, now })
  }
  if (fresh.length > 0)
    unit.put(
      suspensions,
      id,
      z.encode(suspensionSchema, { ...suspension, told: suspension.trail.length }),
      stored.revision,
    )
}

function threadPosts(
  { suspension, customer, language }: SuspensionScene,
  fresh: readonly SuspensionEntry[],
): NewPost[] {
  const last = fresh.at(-1)
  if (!last) return []
  const before = suspension.trail[suspension.told - 1]?.state
  const update = suspensionCardPost(suspension.id, last.id, 'update')
  // The card of a fresh thread says it all.
  if (before === undefined) return []
  if (last.state === before) return [update]
  const answer = answerJson(newsOf(suspension, customer).answer)
  const content = { kind: 'answer' as const, language, answer }
  return [update, { id: `${suspension.id}|${last.id}|news`, how: 'send', content }]
}

/** What the customer is told of an entry; the notice itself went out with it. */
function forCustomer(scene: SuspensionScene, { what, state }: SuspensionEntry): Answered | undefined {
  const { suspension } = scene
  // Of something that has changed again since, the later entry tells.
  if (!suspension.notice || state !== suspension.state) return undefined
  switch (what) {
    case 'hold':
      return suspensionOnHold(scene)
    case 'cancel':
      return wasSuspended(suspension) ? suspensionRestoring(scene) : suspensionLifted(scene)
    default:
      break
  }
  if (state === 'suspended' && (what === 'done' || what === 'execute')) return suspensionNow(scene)
  return state === 'restored' && wasSuspended(suspension) ? suspensionRestored(scene) : undefined
}
