import { setTimeout as wait } from 'node:timers/promises'
import type { Activity, TurnContext } from 'botbuilder'
import type { Metrics } from './metrics.ts'

/** The channel did not take a reply. `permanent`: sending it again cannot help (blocked, not installed, not acceptable). */
export class NotDelivered extends Error {
  override name = 'NotDelivered'
  readonly status: number | 'none'
  readonly permanent: boolean
  constructor(status: number | 'none', cause: unknown) {
    super(`the channel answered ${status}`, { cause })
    this.status = status
    this.permanent = typeof status === 'number' && status >= 400 && status < 500 && ![408, 412, 429].includes(status)
  }
}

/** botbuilder tries 500, 502, 503, 504 and 429 with Retry-After again by itself; these two it does not (reference: Teams error codes). */
const retried = [412, 429]
const waits = [500, 1000, 2000]

const statusOf = (error: unknown): number | 'none' => {
  const status = (error as { statusCode?: unknown }).statusCode
  return typeof status === 'number' ? status : 'none'
}

async function sendOne(context: TurnContext, activity: Partial<Activity>, metrics: Metrics): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await context.sendActivity(activity)
      return metrics.send('ok')
    } catch (error) {
      const status = statusOf(error)
      metrics.send(status)
      const pause = waits[attempt]
      if (status === 'none' || !retried.includes(status) || pause === undefined) throw new NotDelivered(status, error)
      await wait(pause * (0.5 + Math.random()))
    }
  }
}

/** Sends activities one after another. Throws NotDelivered. */
export async function deliver(
  context: TurnContext,
  activities: readonly Partial<Activity>[],
  metrics: Metrics,
): Promise<void> {
  for (const activity of activities) await sendOne(context, activity, metrics)
}
