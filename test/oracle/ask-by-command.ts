import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { FactJson } from '../../src/cli/fact-json.ts'
import { clock } from './filled-ledger.ts'

export type Printed = {
  readonly kind: string
  readonly language: string
  readonly text: string
  readonly facts: readonly FactJson[]
}

const root = join(import.meta.dirname, '..', '..')

/** `saldo ask --json` as processes of their own, on the sample that the first of them loads into an empty data folder. */
export async function commandOnSample() {
  const data = await mkdtemp(join(tmpdir(), 'saldo-ask-'))
  const env = { PATH: process.env.PATH, SALDO_DATA: data, SALDO_NOW: clock.now() }
  return {
    async ask(as: string, texts: readonly string[]): Promise<Printed[]> {
      const args = ['src/main.ts', 'ask', '--as', as, '--json', ...texts]
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, env })
      return stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Printed)
    },
    close: () => rm(data, { recursive: true }),
  }
}
