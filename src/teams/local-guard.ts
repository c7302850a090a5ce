import type { IncomingMessage } from 'node:http'
import type { CheckedActivity } from './activity.ts'
import { Refused } from './problem.ts'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

function isLoopback(url: string): boolean {
  const parsed = URL.canParse(url) ? new URL(url) : undefined
  return parsed !== undefined && loopbackNames.has(parsed.hostname)
}

/**
 * Local mode believes whoever calls it, so only a program on this machine may: not a web page elsewhere (Origin), not a name that
 * somebody pointed at 127.0.0.1 (Host), not a tunnel or a proxy (forwarded headers). Throws Refused.
 */
export function refuseForeign(request: IncomingMessage): void {
  const { host, origin } = request.headers
  if (!host || !isLoopback(`http://${host}`))
    throw new Refused(403, 'Local mode answers on localhost only: call it as http://localhost.')
  if (origin !== undefined && !isLoopback(origin))
    throw new Refused(403, 'Local mode answers no page of another origin.')
  const header = forwarding.find((name) => request.headers[name] !== undefined)
  if (header)
    throw new Refused(403, `Local mode answers no forwarded request (${header}): use "saldo start" behind a proxy.`)
}

/** In local mode nobody signed the serviceUrl: a reply may go to this machine and nowhere else. Throws Refused. */
export function refuseForeignService(activity: CheckedActivity): void {
  if (!isLoopback(activity.serviceUrl))
    throw new Refused(403, 'serviceUrl: local mode replies to a connector on localhost only.')
}
