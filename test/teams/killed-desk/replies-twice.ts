import type { Delivered } from './deliverer.ts'
import type { Taken } from './teams-side.ts'

/** The turns' own replies that were sent more often than their deliveries came: a repeat may be answered again, once each. */
export function repliesTwice(taken: readonly Taken[], delivered: ReadonlyMap<string, Delivered>): Taken[] {
  const times = new Map<string, number>()
  return taken.filter(({ how, replyTo, all }) => {
    if (how !== 'sent' || replyTo === undefined) return false
    const key = `${replyTo}|${all}`
    times.set(key, (times.get(key) ?? 0) + 1)
    return (times.get(key) ?? 0) > (delivered.get(replyTo)?.attempts ?? 0)
  })
}
