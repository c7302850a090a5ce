import { createHash } from 'node:crypto'
import { putRequest, requestOf } from '../access/api-request.ts'
import { type Documents, RevisionConflict, type Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { ApiAnswer } from './endpoint.ts'
import { Problem } from './problem.ts'

export type Repeatable = {
  /** The key's id. */
  readonly key: string
  /** What the caller calls this request; nothing where it does not mind doing it twice. */
  readonly idempotencyKey: string | undefined
  /** Method, path and body of what is asked. */
  readonly asks: readonly string[]
  readonly now: Instant
}

export type Once = {
  /**
   * Does what is asked in one unit of work with the note of what was answered: the same request again, also on another process, gets that
   * answer and does nothing. Throws Problem for another request under the same key, and while the first one goes on.
   */
  answer(
    documents: Documents,
    repeatable: Repeatable,
    act: (unit: Unit) => Promise<ApiAnswer>,
  ): Promise<{ readonly answer: ApiAnswer; readonly again: boolean }>
}

export function answeringOnce(): Once {
  const running = new Set<string>()
  return {
    async answer(documents, { key, idempotencyKey, asks, now }, act) {
      if (idempotencyKey === undefined) return { answer: await inOneUnit(documents, act), again: false }
      const id = `${key}|${idempotencyKey}`
      const hash = createHash('sha256').update(JSON.stringify(asks)).digest('hex')
      if (running.has(id)) {
        const detail = 'A request with this Idempotency-Key is being worked on: ask again for its answer.'
        throw new Problem('in-progress', detail, { headers: { 'retry-after': '1' } })
      }
      running.add(id)
      try {
        return await inOneUnit(documents, (unit) => answerIn(unit, { id, hash, now }, act))
      } finally {
        running.delete(id)
      }
    },
  }
}

async function answerIn(
  unit: Unit,
  { id, hash, now }: { id: string; hash: string; now: Instant },
  act: (unit: Unit) => Promise<ApiAnswer>,
): Promise<{ answer: ApiAnswer; again: boolean }> {
  const { request, revision } = await requestOf(unit, id, now)
  if (request && request.hash !== hash)
    throw new Problem('key-used-otherwise', 'This Idempotency-Key was used for another request: take a new one.')
  if (request) return { answer: { status: request.status as ApiAnswer['status'], body: request.body }, again: true }
  const answer = await act(unit)
  putRequest(unit, { id, hash, at: now, status: answer.status, body: answer.body }, revision)
  return { answer, again: false }
}

/** Others can be quicker again and again, as when all of a customer's payments come one by one: the caller is told to come back. */
async function inOneUnit<T>(documents: Documents, work: (unit: Unit) => Promise<T>): Promise<T> {
  try {
    return await documents.change(work)
  } catch (cause) {
    if (!(cause instanceof RevisionConflict)) throw cause
    throw new Problem('busy', 'Somebody else changes the same: send it again.', {
      cause,
      headers: { 'retry-after': '1' },
    })
  }
}
