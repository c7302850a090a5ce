import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FactJson } from '../../src/cli/fact-json.ts'
import { objectsIn, runSaldo } from '../cli/run-saldo.ts'
import { clock } from './filled-ledger.ts'

export type Printed = {
  readonly kind: string
  readonly language: string
  readonly text: string
  readonly facts: readonly FactJson[]
}

/** `saldo ask --json`, on the sample that the first of them loads into an empty data folder. */
export async function commandOnSample() {
  const data = await mkdtemp(join(tmpdir(), 'saldo-ask-'))
  const env = { SALDO_DATA: data, SALDO_NOW: clock.now() }
  return {
    async ask(as: string, texts: readonly string[]): Promise<Printed[]> {
      const { code, out, err } = await runSaldo(['ask', '--as', as, '--json', ...texts], env)
      if (code !== 0) throw new Error(err)
      return objectsIn(out)
    },
    close: () => rm(data, { recursive: true }),
  }
}
