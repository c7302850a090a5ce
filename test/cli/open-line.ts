import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Desk, Outside } from '../../src/cli/outside.ts'
import { runCommand } from '../../src/cli/run-command.ts'
import type { Documents } from '../../src/store/documents.ts'
import type { Clock } from '../../src/values/clock.ts'
import type { Ran } from './run-saldo.ts'

/** The real commands over an open store, without a process of its own. */
export function lineOver(documents: () => Documents, clock: () => Clock, workingFolder = tmpdir()) {
  return async (...args: string[]): Promise<Ran> => {
    const ran = { code: 0, out: '', err: '' }
    const into = (stream: 'out' | 'err') => async (text: string) => {
      ran[stream] += text
    }
    const terminal = { out: into('out'), err: into('err'), workingFolder }
    const desk = { documents: documents(), clock: clock(), newId: randomUUID, mayLoadSample: false } as unknown as Desk
    const outside = {
      terminal,
      clock: clock(),
      version: '0',
      withDesk: (work: (of: Desk) => unknown) => work(desk),
      examine: async () => [],
    } as unknown as Outside
    ran.code = await runCommand(args, outside)
    return ran
  }
}
