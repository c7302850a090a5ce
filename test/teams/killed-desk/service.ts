import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { instant, later } from '../../../src/values/day.ts'

const main = join(import.meta.dirname, '../../../src/main.ts')
/** A Monday on which the sample's helpdesks are open, on both sides of the ocean. */
export const begin = instant('2026-11-23T14:05:00Z')
/** Milliseconds from one start to the next: Teams repeats a delivery after 15 s, and so much later it comes. */
const between = 15_000

export type Service = {
  /** Resolves with the address of a service that runs. */
  up(): Promise<string>
  /** Starts so many milliseconds after the start before. */
  start(after?: number): Promise<void>
  kill(): Promise<void>
  /** Milliseconds that each start took, the first not among them. */
  readonly restarts: readonly number[]
  /** What the service said of its own faults. */
  readonly faults: readonly string[]
}

/** The service as `npm start` starts it, on a folder that has its data, again and again. */
export function serviceOn(folder: string): Service {
  const restarts: number[] = []
  const faults: string[] = []
  let running: ChildProcess | undefined
  let starts = 0
  let now = begin
  let ready = Promise.withResolvers<string>()

  async function start(after = between): Promise<void> {
    if (starts++ > 0) now = later(now, after)
    const began = performance.now()
    const env = { PATH: process.env.PATH, PORT: '0', SALDO_DATA: folder, SALDO_NOW: now, SALDO_LOG: 'warn' }
    const child = spawn(process.execPath, [main, 'start', '--local'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    running = child
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
      faults.push(...text.split('\n').filter((line) => line.includes('"level":50')))
    })
    const port = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const said = /http:\/\/localhost:(\d+)\//.exec(text)?.[1]
        if (said) resolve(said)
      })
      child.once('close', (code) => reject(new Error(`the service ended with ${code}: ${errors}`)))
    })
    child.once('close', (code, signal) => {
      if (child === running) faults.push(`the service ended by itself: ${code ?? signal}`)
    })
    if (starts > 1) restarts.push(performance.now() - began)
    ready.resolve(`http://localhost:${port}`)
  }

  async function kill(): Promise<void> {
    const child = running
    running = undefined
    ready = Promise.withResolvers()
    // Whose end came by itself is told to who started it.
    if (!child || child.exitCode !== null) return
    const closed = once(child, 'close')
    child.kill('SIGKILL')
    await closed
  }

  return {
    up: () => ready.promise,
    start,
    kill,
    restarts,
    faults,
  }
}
