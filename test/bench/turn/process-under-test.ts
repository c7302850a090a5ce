import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

export type UnderTest = {
  readonly port: number
  /** Processor time used so far, in microseconds. */
  cpu(): number
  /** Resident memory, in MiB. */
  memory(): number
  stop(): Promise<void>
}

/** Clock ticks a second in /proc: 100 on every Linux that Node runs on. */
const ticksPerSecond = 100

/** Starts a server in a process of its own, on the first core where the machine has several; it prints its address when it is ready. */
export async function startUnderTest(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<UnderTest> {
  const env = { ...process.env, ...environment }
  const child = spawn('taskset', ['-c', '0', process.execPath, ...args], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await portOf(child)
  const stat = () => readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return {
    port,
    cpu: () => ((Number(stat()[11]) + Number(stat()[12])) / ticksPerSecond) * 1_000_000,
    memory: () => Math.round((Number(stat()[21]) * 4096) / 1_048_576),
    async stop() {
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}

async function portOf(child: ChildProcess): Promise<number> {
  if (!child.stdout) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1]
    if (port) return Number(port)
  }
  throw new Error(`the server ended before it was ready (exit code ${child.exitCode})`)
}
