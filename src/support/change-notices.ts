import { z } from 'zod'
import type { Actor } from '../access/change-people.ts'
import { may } from '../access/may.ts'
import { personKey } from '../access/person.ts'
import { recordOf } from '../ledger/record.ts'
import type { Documents } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { plainWords, type ServiceNotice, serviceNoticeSchema, serviceNotices } from './service-notice.ts'

/** What a notice says; who posted it when is noted by itself. */
export type NoticeToPost = Omit<ServiceNotice, 'id' | 'postedBy' | 'postedAt' | 'changed' | 'ended'>
export type NoticeTools = { readonly by: Actor; readonly now: Instant }

/** `changed`: it was there and says something else now. `unchanged`: it says so already. A refusal changes nothing. */
export type NoticeOutcome =
  | { readonly kind: 'posted' | 'changed' | 'ended' | 'unchanged'; readonly notice: ServiceNotice }
  | { readonly kind: 'refused'; readonly reason: 'not-allowed' | 'unknown-notice' | 'ends-before-it-begins' }

/**
 * Posts a notice, or says anew what it says: Microsoft's incident of one account is one notice, and without an incident so is what
 * begins at one instant for the same services and products. One that had ended is current again if it says so. Safe to repeat.
 */
export async function postNotice(
  documents: Documents,
  post: NoticeToPost,
  { by, now }: NoticeTools,
): Promise<NoticeOutcome> {
  if (!mayPost(by)) return { kind: 'refused', reason: 'not-allowed' }
  if (post.until !== undefined && post.until <= post.from) return { kind: 'refused', reason: 'ends-before-it-begins' }
  const id = noticeId(post)
  return documents.change(async (unit): Promise<NoticeOutcome> => {
    const stored = await unit.get(serviceNotices, id)
    const known = stored && recordOf(serviceNoticeSchema, stored.data)
    if (known && sameJson(said(known), said(post))) return { kind: 'unchanged', notice: known }
    const author = authorOf(by)
    const notice: ServiceNotice = known
      ? { ...said(post), id, postedBy: known.postedBy, postedAt: known.postedAt, changed: { by: author, at: now } }
      : { ...said(post), id, postedBy: author, postedAt: now }
    unit.put(serviceNotices, id, z.encode(serviceNoticeSchema, notice), stored?.revision ?? 0)
    return { kind: known ? 'changed' : 'posted', notice }
  })
}

/** Ends a notice now; one that has ended stays as it is, and one that has not begun never does. Safe to repeat. */
export async function endNotice(documents: Documents, id: string, { by, now }: NoticeTools): Promise<NoticeOutcome> {
  if (!mayPost(by)) return { kind: 'refused', reason: 'not-allowed' }
  return documents.change(async (unit): Promise<NoticeOutcome> => {
    const stored = await unit.get(serviceNotices, id)
    if (!stored) return { kind: 'refused', reason: 'unknown-notice' }
    const known = recordOf(serviceNoticeSchema, stored.data)
    if (known.until !== undefined && known.until <= now) return { kind: 'unchanged', notice: known }
    const notice: ServiceNotice = { ...known, until: now, ended: { by: authorOf(by), at: now } }
    unit.put(serviceNotices, id, z.encode(serviceNoticeSchema, notice), stored.revision)
    return { kind: 'ended', notice }
  })
}

/** Whoever works on cases can say why there are so many; so can who runs commands where the data lies. */
const mayPost = (by: Actor): boolean => by.kind === 'operator' || (by.kind === 'partner' && may(by, 'cases'))

const authorOf = (by: Actor): string => (by.kind === 'operator' ? by.name : personKey(by.key.tenant, by.key.objectId))

/** In one order, with nothing that is undefined, so that what says the same is the same. */
const said = ({ partner, services, products, from, until, texts, incident }: NoticeToPost): NoticeToPost => ({
  partner,
  services: [...services].sort(),
  ...(products?.length && { products: [...products].sort() }),
  from,
  ...(until && { until }),
  texts: Object.fromEntries(Object.entries(texts).sort()),
  ...(incident && { incident }),
})

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Readable, because people end a notice by it: `EX25194`, or `microsoft-365:outlook@2026-11-22T09:00:00.000Z`. */
function noticeId(post: NoticeToPost): string {
  const { partner, services, products = [], from, incident } = said(post)
  const about = [services.join('+'), ...products.map((product) => plainWords(product).replaceAll(' ', '-'))].join(':')
  return `${partner}.${incident ?? `${about}@${from}`}`
}
