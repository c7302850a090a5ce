import { Refused } from './problem.ts'

/** More than anybody types while one answer is on its way. */
const maxWaiting = 50

type Line = { tail: Promise<unknown>; length: number }

/**
 * Runs work of one key one after another, so that replies of a conversation arrive in the order of its questions. The next work
 * starts when `settled` is done, the caller gets `value` before. Throws Refused when too much waits.
 */
export function inOrder(): <T>(
  key: string,
  work: () => Promise<{ value: T; settled?: Promise<unknown> }>,
) => Promise<T> {
  const lines = new Map<string, Line>()
  return async (key, work) => {
    const line = lines.get(key) ?? { tail: Promise.resolve(), length: 0 }
    if (line.length >= maxWaiting)
      throw new Refused(503, 'Too many messages of this conversation are waiting: try again in a moment.')
    lines.set(key, line)
    line.length++
    const done = line.length === 1 ? work() : line.tail.then(work)
    line.tail = done
      .then(({ settled }) => settled)
      .catch(() => undefined) // whoever waits for `done` gets the error; the line goes on
      .then(() => {
        line.length--
        if (line.length === 0) lines.delete(key)
      })
    return (await done).value
  }
}
