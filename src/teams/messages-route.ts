import type { IncomingMessage, ServerResponse } from 'node:http'
import { activityOf, asBotbuilderActivity } from './activity.ts'
import { BotAdapter } from './bot-adapter.ts'
import { failureOf } from './failure.ts'
import { hostOf } from './host.ts'
import { refuseForeignService } from './local-guard.ts'
import type { TurnOutcome } from './metrics.ts'
import { Refused } from './problem.ts'
import { readBody } from './read-body.ts'
import { sendJson, sendProblem } from './respond.ts'
import type { DoorDeps } from './server.ts'

/** Teams asks for a sign of life within this time; the metrics have the rest. */
const slowSeconds = 2

/** `POST /api/messages`: one activity in, its HTTP answer out. */
export function messagesRoute(deps: DoorDeps): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const adapter = new BotAdapter(deps.bot)
  const runTurn = hostOf(deps)

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<TurnOutcome> {
    const activity = activityOf(await readBody(request))
    if (deps.bot.kind === 'local') refuseForeignService(activity)
    let outcome: TurnOutcome = 'ignored'
    const invoked = await adapter.answer(
      request.headers.authorization ?? '',
      asBotbuilderActivity(activity),
      async (context) => {
        outcome = await runTurn(context)
      },
    )
    sendJson(response, invoked?.status ?? 200, invoked?.body)
    return outcome
  }

  return async (request, response) => {
    const started = performance.now()
    const seconds = () => (performance.now() - started) / 1000
    try {
      const outcome = await answer(request, response)
      deps.metrics.turn(outcome, seconds())
      if (seconds() > slowSeconds) deps.log.warn({ outcome, ms: Math.round(seconds() * 1000) }, 'slow turn')
    } catch (error) {
      const refused =
        error instanceof Refused
          ? error
          : new Refused(500, 'The activity could not be processed: send it again later.', error)
      deps.metrics.turn(refused.status < 500 ? 'refused' : 'failed', seconds())
      const why = refused.status < 500 ? { why: refused.message } : failureOf(refused.cause ?? refused)
      deps.log.warn({ status: refused.status, ...why }, 'activity refused')
      sendProblem(request, response, refused.status, refused.message)
    } finally {
      deps.wake?.()
    }
  }
}
