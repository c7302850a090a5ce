import { setTimeout as wait } from 'node:timers/promises'
import type { Activity, TurnContext } from 'botbuilder'
import type { Metrics } from './metrics.ts'
import { SendFailed } from './send-failed.ts'

/** Milliseconds, each times .5 to 1.5 so that those who were turned away together do not come back together. */
const pauses = [500, 1000, 2000]
/** Teams sends a turn again that takes 15 s; whoever is asked to wait longer than this tries with the next delivery. */
const longestPause = 4000

async function sendOne(context: TurnContext, activity: Partial<Activity>, metrics: Metrics): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await context.sendActivity(activity)
      return metrics.send('ok')
    } catch (error) {
      if (!(error instanceof SendFailed)) throw error
      metrics.send(error.status)
      const pause = error.retryAfter ?? (pauses[attempt] ?? 0) * (0.5 + Math.random())
      if (!error.retriable || attempt >= pauses.length || pause > longestPause) throw error
      await wait(pause)
    }
  }
}

/** Sends activities one after another, each again where the channel allows it. Throws SendFailed. */
export async function deliver(
  context: TurnContext,
  activities: readonly Partial<Activity>[],
  metrics: Metrics,
): Promise<void> {
  for (const activity of activities) await sendOne(context, activity, metrics)
}
