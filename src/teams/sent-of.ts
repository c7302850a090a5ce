import type { Sent } from '../delivery/channel.ts'
import type { SendFailed } from './send-failed.ts'

/**
 * What a failed request means for the message in it (T build-conversational-capability). An error of the service itself (500) is not to be tried
 * again, and it does not say what the service had done by then.
 */
export function sentOf(error: SendFailed): Exclude<Sent, { kind: 'sent' }> {
  const { status, retriable, retryAfter, permanent } = error
  if (status === 'none')
    return retriable || wasNotReached(error)
      ? { kind: 'refused', reason: 'not-reached', retry: {} }
      : { kind: 'unknown', reason: 'no-answer' }
  const reason = 'code' in error && typeof error.code === 'string' ? `${status} ${error.code}` : String(status)
  if (retriable) return { kind: 'refused', reason, retry: retryAfter === undefined ? {} : { after: retryAfter } }
  return permanent ? { kind: 'refused', reason } : { kind: 'unknown', reason }
}

/** A turn has no time to try again who could not be connected to in time; a post has. */
const wasNotReached = ({ cause }: SendFailed): boolean =>
  cause instanceof Error && 'syscall' in cause && cause.syscall === 'connect'
