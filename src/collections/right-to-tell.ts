import { deliveries } from '../delivery/line.ts'
import type { Post } from '../delivery/post.ts'
import { holdAccount } from '../ledger/hold-account.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { isOpen } from './last-check.ts'
import { situationAt } from './situation.ts'
import { suspensionOf } from './suspension.ts'

const noticeId = /^(S-\d+)\|notice /
const takenBackId = /^(S-\d+)\|.* (?:cancelled|restoring)\|([^|]+)$/

/**
 * Asked in the unit of work that writes down that a message about a suspension is being sent: why it may not be, or nothing. Who has paid is not
 * threatened any more, and who was never told of a day is not told that it is off. Other posts are none of its business.
 */
export async function rightToTell(unit: Unit, { id }: Post, now: Instant): Promise<string | undefined> {
  const [, noticed] = noticeId.exec(id) ?? []
  if (noticed) return noticeHeld(unit, noticed, id, now)
  const [, takenBack, person] = takenBackId.exec(id) ?? []
  const notice = takenBack ? (await suspensionOf(unit, takenBack))?.suspension.notice : undefined
  const post = notice?.posts.find((each) => each.endsWith(`|${person}`))
  return post && (await unit.get(deliveries, post))?.data.state === 'withheld' ? 'never-told' : undefined
}

async function noticeHeld(unit: Unit, suspension: string, post: string, now: Instant): Promise<string | undefined> {
  const stored = await suspensionOf(unit, suspension)
  if (!stored) return 'no-suspension'
  const { state, notice, customer, bills } = stored.suspension
  await holdAccount(unit, customer)
  const scene = await situationAt(unit, customer, now)
  if (state !== 'announced' || !notice?.posts.includes(post) || !scene) return 'superseded'
  const { account } = scene.situation
  return bills.some(({ invoice }) => isOpen(account, invoice, scene.today)) ? undefined : 'paid'
}
