/** What is done again and again. `every` is the pause between two runs, in milliseconds. */
export type Job = { readonly name: string; readonly every: number; run(): Promise<unknown> }

export type Jobs = {
  /** Runs the job now; once more after the run that goes on, if one does. */
  wake(name: string): void
  /** Begins no more runs. Resolves when those that go on have ended. */
  stop(): Promise<void>
}

type Loop = { wake(): void; stop(): Promise<void> }

/** Runs each job at once and then again after its pause, never twice at a time. A run that fails is told to `fault`, and the next comes as usual. */
export function runJobs({ jobs, fault }: { jobs: readonly Job[]; fault: (error: unknown) => void }): Jobs {
  const loops = new Map(jobs.map((job) => [job.name, loopOf(job, fault)]))
  return {
    wake: (name) => loops.get(name)?.wake(),
    async stop() {
      await Promise.all([...loops.values()].map((loop) => loop.stop()))
    },
  }
}

function loopOf(job: Job, fault: (error: unknown) => void): Loop {
  let running: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined
  let again = false
  let stopped = false

  function begin(): void {
    clearTimeout(timer)
    again = false
    running = Promise.resolve()
      .then(() => job.run())
      .then(() => undefined, fault)
      .then(ended)
  }
  function ended(): void {
    running = undefined
    if (stopped) return
    if (again) begin()
    else timer = setTimeout(begin, job.every)
  }
  begin()
  return {
    wake() {
      if (running) again = true
      else if (!stopped) begin()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
