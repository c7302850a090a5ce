import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import packageFile from '../../package.json' with { type: 'json' }
import { runCommand } from '../../src/cli/run-command.ts'
import { readConfig } from '../../src/config.ts'
import { outsideOf } from '../../src/surroundings.ts'

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

type Options = { readonly input?: string; readonly cwd?: string }

/** Runs the real command in a process of its own. */
export function spawnSaldo(args: readonly string[], env: Environment, options: Options = {}): Promise<Ran> {
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

/** Runs the real command as `main.ts` does, in this process: a process of its own takes a second to begin. */
export async function runSaldo(args: readonly string[], env: Environment, options: Options = {}): Promise<Ran> {
  const said = { out: '', err: '' }
  const terminal = {
    workingFolder: options.cwd ?? process.cwd(),
    out: async (text: string) => {
      said.out += text
    },
    err: async (text: string) => {
      said.err += text
    },
    input: Readable.from([Buffer.from(options.input ?? '')]),
  }
  const reading = readConfig(environment(env))
  const code = await runCommand(args, outsideOf({ reading, args, version: packageFile.version, terminal }))
  return { code, ...said }
}

/** The JSON objects of an output, one a line. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever was printed
export const objectsIn = (out: string): any[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
