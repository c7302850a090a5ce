/** More wait in one conversation than anybody writes: the door turns the message away and its sender tries again. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting'
}

/** Runs the work of one key one after another, that of different keys side by side. Keeps nothing of a key that is idle. */
export class Queue {
  readonly #longest: number
  readonly #waiting = new Map<string, { count: number; tail: Promise<unknown> }>()

  constructor(longest: number) {
    this.#longest = longest
  }

  /** Throws TooManyWaiting; else what the work throws. */
  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const line = this.#waiting.get(key) ?? { count: 0, tail: Promise.resolve() }
    if (line.count >= this.#longest)
      return Promise.reject(new TooManyWaiting(`${line.count} turns wait in one conversation`))
    line.count += 1
    this.#waiting.set(key, line)
    const result = line.tail.then(work)
    // The next in line waits for this one, whether it failed or not; whoever called hears of the failure.
    line.tail = result.then(leave, leave)
    const waiting = this.#waiting
    function leave(): void {
      line.count -= 1
      if (line.count === 0) waiting.delete(key)
    }
    return result
  }
}
