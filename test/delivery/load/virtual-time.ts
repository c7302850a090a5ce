type Sleeper = { readonly at: number; wake(): void }

/** Time that passes only when everybody waits, and then at once to whoever wakes first. In milliseconds. */
export function virtualTime() {
  let now = 0
  const sleepers: Sleeper[] = []
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((wake) => {
      const at = now + Math.max(0, milliseconds)
      let place = sleepers.length
      while (place > 0 && (sleepers[place - 1] as Sleeper).at > at) place--
      sleepers.splice(place, 0, { at, wake })
    })
  return {
    now: (): number => now,
    wait,
    async until<T>(done: Promise<T>): Promise<T> {
      let isDone = false
      const settle = () => {
        isDone = true
      }
      done.then(settle, settle)
      while (!isDone) {
        // Whatever can go on does so first.
        await new Promise(setImmediate)
        const first = sleepers.shift()
        if (!first) continue
        now = Math.max(now, first.at)
        first.wake()
      }
      return done
    },
  }
}
