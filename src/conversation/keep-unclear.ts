import { fold } from '../language/fold.ts'
import { hash } from '../language/hashing.ts'
import type { Stored, Unit } from '../store/documents.ts'
import { addDays } from '../values/day.ts'
import {
  drawers,
  type KeptUnclear,
  keptDays,
  placesInDrawer,
  type Unclear,
  unclearId,
  unclearMessages,
} from './unclear-messages.ts'

/**
 * Keeps a redacted message that was not understood, or counts it where an equal one is kept. Where its drawer is full, the one goes
 * that was said longest ago. Two turns that want one place are a conflict of revisions, so that the limit holds beside others too.
 */
export async function keepUnclear(unit: Unit, unclear: Unclear): Promise<void> {
  const drawer = (hash(0, sameness(unclear)) >>> 0) % drawers
  const { items } = await unit.find(unclearMessages, { index: 'drawer', equals: drawer })
  const equal = items.find(({ data }) => sameness(data) === sameness(unclear))
  const taken = new Set(items.map(({ data }) => data.place))
  const free = Array.from({ length: placesInDrawer }, (_, at) => at).find((at) => !taken.has(at))
  const into = equal ?? (free === undefined ? longestAgo(items) : undefined)
  const place = into?.data.place ?? free ?? 0
  const count = (equal?.data.count ?? 0) + 1
  const text = equal?.data.text ?? unclear.text
  const kept = { ...unclear, text, drawer, place, count, expires: addDays(unclear.day, keptDays) }
  unit.put(unclearMessages, unclearId(kept), kept, into?.revision ?? 0)
}

const sameness = ({ language, text }: Pick<Unclear, 'language' | 'text'>): string => `${language}|${fold(text)}`

const longestAgo = (items: readonly Stored<KeptUnclear>[]): Stored<KeptUnclear> | undefined =>
  items.reduce<Stored<KeptUnclear> | undefined>(
    (oldest, one) => (oldest && oldest.data.day <= one.data.day ? oldest : one),
    undefined,
  )
