import { may } from '../access/may.ts'
import { principalOf } from '../access/principal-of.ts'
import { deliveries } from '../delivery/line.ts'
import type { Post } from '../delivery/post.ts'
import { holdAccount } from '../ledger/hold-account.ts'
import type { Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { objectId, tenantId } from '../values/ids.ts'
import { isOpen } from './last-check.ts'
import { situationAt } from './situation.ts'
import { suspensionOf } from './suspension.ts'

const toPerson = /^(S-\d+)\|.*\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/
const noticeId = /^(S-\d+)\|notice /
const takenBackId = /^(S-\d+)\|.* (?:cancelled|restoring)\|([^|]+)$/

/**
 * Asked in the unit of work that writes down that a message about a suspension is being sent: why it may not be, or nothing. Who has paid is not
 * threatened any more, and who was never told of a day is not told that it is off. Other posts are none of its business.
 */
export async function rightToTell(unit: Unit, { id }: Pick<Post, 'id'>, now: Instant): Promise<string | undefined> {
  const [, about, object] = toPerson.exec(id) ?? []
  if (about && object && !(await isTheirs(unit, about, object))) return 'no-role'
  const [, noticed] = noticeId.exec(id) ?? []
  if (noticed) return noticeHeld(unit, noticed, id, now)
  const [, takenBack, person] = takenBackId.exec(id) ?? []
  const notice = takenBack ? (await suspensionOf(unit, takenBack))?.suspension.notice : undefined
  const post = notice?.posts.find((each) => each.endsWith(`|${person}`))
  return post && (await unit.get(deliveries, post))?.data.state === 'withheld' ? 'never-told' : undefined
}

/** Whoever is to read it may still see the customer's figures. */
async function isTheirs(unit: Unit, suspension: string, object: string): Promise<boolean> {
  const customer = (await suspensionOf(unit, suspension))?.suspension.customer
  if (!customer) return false
  const key = { tenant: tenantId(customer.split('.')[1] ?? ''), objectId: objectId(object) }
  const principal = await principalOf(unit, key)
  return principal.kind === 'customer' && principal.customer.id === customer && may(principal, 'own-figures')
}

async function noticeHeld(unit: Unit, suspension: string, post: string, now: Instant): Promise<string | undefined> {
  const stored = await suspensionOf(unit, suspension)
  if (!stored) return 'no-suspension'
  const { state, notice, customer, bills } = stored.suspension
  await holdAccount(unit, customer)
  const scene = await situationAt(unit, customer, now)
  const isOfNotice = notice?.posts.includes(post) || notice?.events.some((event) => event.startsWith(`${post}|`))
  if (state !== 'announced' || !isOfNotice || !scene) return 'superseded'
  const { account } = scene.situation
  return bills.some(({ invoice }) => isOpen(account, invoice, scene.today)) ? undefined : 'paid'
}
