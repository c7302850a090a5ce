import type { Documents, Unit } from '../../../src/store/documents.ts'

/** What a process is at when it dies. `before`: nothing of the unit of work was written; `after`: all of it was, and nothing came after. */
export const steps = [
  'deciding before',
  'deciding after',
  'claiming after',
  'taking before',
  'taking after',
  'before it left',
  'after it left',
  'noting before',
  'noting after',
] as const
export type Step = (typeof steps)[number]

/** The units of work by what stands in them: a process has no other way to say what it is at. */
function stepOf(work: (unit: Unit) => Promise<unknown>): 'deciding' | 'taking' | 'noting' | undefined {
  const text = work.toString()
  if (text.includes('remindCustomer')) return 'deciding'
  if (text.includes('takePost')) return 'taking'
  return text.includes('noteOutcome') ? 'noting' : undefined
}

const never = <T>(): Promise<T> => new Promise(() => undefined)

/** A process that dies at the n-th time it comes to a step; from then on nothing of it happens any more. */
export function dyingProcess(documents: Documents, death: { readonly step: Step; readonly time: number } | undefined) {
  let left = death?.time ?? 0
  let dead = false
  let going = 0
  const dies = (step: Step): boolean => {
    if (dead || step !== death?.step || --left > 0) return false
    dead = true
    return true
  }
  /** A dead process takes no step, and learns of nothing. */
  const alive = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) return never()
    going++
    const result = await work().finally(() => going--)
    return dead ? never() : result
  }
  const store: Documents = {
    get: (...args) => alive(() => documents.get(...args)),
    find: (...args) => alive(() => documents.find(...args)),
    async claim(collection, options) {
      const claimed = await alive(() => documents.claim(collection, options))
      return claimed.length > 0 && dies('claiming after') ? never() : claimed
    },
    async change(work) {
      const step = stepOf(work)
      if (step && dies(`${step} before`)) return never()
      const result = await alive(() => documents.change(work))
      return step && dies(`${step} after`) ? never() : result
    },
    ping: () => documents.ping(),
    close: () => documents.close(),
  }
  return {
    store,
    dies,
    /** Something else that the process does: it is not still meanwhile. */
    alive,
    isDead: () => dead,
    /** Resolves when nothing of it is under way: it is done, or it hangs for ever. */
    async still(): Promise<void> {
      for (let quiet = 0; quiet < 4; quiet = going === 0 ? quiet + 1 : 0) await new Promise(setImmediate)
    },
  }
}
