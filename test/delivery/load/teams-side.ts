import { teamsLimits } from '../../../src/delivery/pace.ts'
import { fateOf, type Refusal } from './fates.ts'
import { windowsOf } from './windows.ts'

export type Saw = {
  /** When each request arrived, by tenant; milliseconds since the first of all. */
  readonly arrivals: Readonly<Record<string, readonly number[]>>
  /** Requests by person. */
  readonly requests: Readonly<Record<string, number>>
  /** Messages that were taken, by person. */
  readonly taken: Readonly<Record<string, number>>
  /** Requests that were over a limit of Teams when they arrived, by person: those are our pace's. */
  readonly overLimit: Readonly<Record<string, number>>
  /** What was answered, by status and code. */
  readonly answers: Readonly<Record<string, number>>
}

/** What is answered: the id of a message that was taken, an error, or `cut`: it was taken, and the connection breaks. */
export type Answer = { readonly id: string } | Refusal | 'cut'

export type TeamsSide = {
  /** A message to one person arrives at `now`, in milliseconds. */
  take(to: { readonly tenant: string; readonly person: string }, now: number): Answer
  saw(): Saw
}

/** Teams as far as it can be met by messages: it keeps to its limits, and to each person's fate. */
export function teamsSide(isQuick: boolean): TeamsSide {
  const threads = windowsOf(teamsLimits.thread)
  const tenants = windowsOf(teamsLimits.tenant)
  const arrivals: Record<string, number[]> = {}
  const requests: Record<string, number> = {}
  const taken: Record<string, number> = {}
  const answers: Record<string, number> = {}
  const overLimit: Record<string, number> = {}
  let began: number | undefined

  function decided(person: string, isWithin: boolean): Answer {
    const times = (requests[person] ?? 0) + 1
    requests[person] = times
    if (!isWithin) {
      overLimit[person] = (overLimit[person] ?? 0) + 1
      return { status: 429, code: 'Throttled', retryAfter: '1' }
    }
    const fate = fateOf(Number(person), isQuick)
    if (fate.kind === 'always' || (fate.kind === 'first' && times <= fate.times)) return fate.answer
    taken[person] = (taken[person] ?? 0) + 1
    return fate.kind === 'unclear' ? fate.answer : { id: `sent-${person}-${times}` }
  }

  return {
    take({ tenant, person }, now) {
      began ??= now
      arrivals[tenant] ??= []
      arrivals[tenant].push(now - began)
      const isWithin = [threads.take(`${tenant}-${person}`, now), tenants.take(tenant, now)].every(Boolean)
      const answer = decided(person, isWithin)
      const what = answer === 'cut' ? 'cut' : 'id' in answer ? '201' : `${answer.status} ${answer.code ?? ''}`.trim()
      answers[what] = (answers[what] ?? 0) + 1
      return answer
    },
    saw: () => structuredClone({ arrivals, requests, taken, overLimit, answers }),
  }
}
