import { setTimeout as wait } from 'node:timers/promises'
import type { Service } from './service.ts'

/** Repeats of a delivery that got no 200. */
const repeats = 4

/** An activity that Teams delivered, as often as it had to. */
export type Delivered = {
  readonly id: string
  attempts: number
  /** The service said 200. */
  acknowledged: boolean
  /** What it said. */
  said?: unknown
}

export type Deliverer = {
  readonly delivered: ReadonlyMap<string, Delivered>
  /** Delivers as Teams does. Resolves when the service said 200, or Teams gave up. */
  deliver(activity: Activity): Promise<Delivered>
  /** Resolves when the next delivery begins. */
  next(): Promise<void>
}

export type Activity = Readonly<Record<string, unknown>> & { readonly id: string }

/** Teams' way to the service: what got no 200 comes again, once the service is there again. */
export function delivererTo(service: Service): Deliverer {
  const delivered = new Map<string, Delivered>()
  let begun = Promise.withResolvers<void>()

  async function attempt(activity: Activity, record: Delivered): Promise<void> {
    const url = await service.up()
    record.attempts++
    begun.resolve()
    begun = Promise.withResolvers()
    try {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(activity),
      })
      const text = await response.text()
      if (response.status !== 200) return
      record.acknowledged = true
      record.said = text ? JSON.parse(text) : undefined
    } catch (error) {
      // The service died: whether it had taken the activity by then is what this is about.
      if (!(error instanceof TypeError)) throw error
    }
  }

  return {
    delivered,
    async deliver(activity) {
      const record: Delivered = delivered.get(activity.id) ?? { id: activity.id, attempts: 0, acknowledged: false }
      delivered.set(activity.id, record)
      for (let repeat = 0; repeat <= repeats; repeat++) {
        if (repeat > 0) await wait(50)
        await attempt(activity, record)
        if (record.acknowledged) break
      }
      return record
    },
    next: () => begun.promise,
  }
}
