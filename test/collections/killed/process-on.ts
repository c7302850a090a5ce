import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Instant } from '../../../src/values/day.ts'

const program = join(import.meta.dirname, 'jobs-process.ts')

type Message = { readonly fault?: string; readonly paid?: string; readonly ready?: number }

/** The jobs in a child process on a data folder, again and again. `paid`: when a customer's payment was said to be on disk. */
export function processOn(folder: string, paid: Map<string, number>) {
  const faults: string[] = []
  const restarts: number[] = []
  let running: ChildProcess | undefined
  return {
    faults,
    restarts,
    async start(now: Instant): Promise<void> {
      const began = performance.now()
      const child = fork(program, [folder, now], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'], execArgv: [] })
      running = child
      let errors = ''
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        errors += text
      })
      await new Promise<void>((resolve, reject) => {
        child.on('message', ({ fault, paid: customer, ready }: Message) => {
          if (fault) faults.push(fault)
          if (customer) paid.set(customer, performance.now())
          if (ready) resolve()
        })
        child.once('exit', (code, signal) => reject(new Error(`it ended with ${code ?? signal}: ${errors}`)))
      })
      restarts.push(performance.now() - began)
    },
    pay(customer: string): void {
      if (running?.connected) running.send({ pay: customer })
    },
    async kill(): Promise<void> {
      const child = running
      running = undefined
      if (!child || child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGKILL')
      await gone
    },
  }
}
