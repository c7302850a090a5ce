import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../src/main.ts')

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string }
export type Environment = Readonly<Record<string, string>>

/** A data folder of a test file's own, and what takes it away again. */
export function dataFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'saldo-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Nothing of the environment of whoever runs the tests comes through but what a process needs to run. */
export const environment = (env: Environment): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  TZ: 'Europe/Lisbon',
  SALDO_NOW: '2026-11-22T09:00:00Z',
  ...env,
})

export function startSaldo(args: readonly string[], env: Environment, cwd?: string) {
  return spawn(process.execPath, [main, ...args], { env: environment(env), cwd })
}

/** Runs the real command in a process of its own. */
export function runSaldo(
  args: readonly string[],
  env: Environment,
  options: { input?: string; cwd?: string } = {},
): Promise<Ran> {
  const child = startSaldo(args, env, options.cwd)
  const out: Buffer[] = []
  const err: Buffer[] = []
  child.stdout.on('data', (chunk) => out.push(chunk))
  child.stderr.on('data', (chunk) => err.push(chunk))
  child.stdin.end(options.input ?? '')
  return new Promise((resolve) => {
    child.once('close', (code) =>
      resolve({ code, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() }),
    )
  })
}

/** The JSON objects of an output, one a line. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was printed
export const objectsIn = (out: string): any[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
