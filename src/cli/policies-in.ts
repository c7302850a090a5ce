import { basename, resolve } from 'node:path'
import { type Policy, policySchema } from '../collections/policy.ts'
import { examinePolicies, isPolicy } from '../formats/policy-yaml.ts'
import { bytesBeside } from './bytes-beside.ts'
import { CommandRefused } from './command-refused.ts'
import { fileBytes, startOfFile } from './file-bytes.ts'
import type { Outside } from './outside.ts'

/** The versions in a policy file, the oldest first; nothing is taken in. Throws CommandRefused where anything is wrong with it. */
export async function policiesIn({ terminal, clock }: Outside, name: string): Promise<readonly Policy[]> {
  const path = resolve(terminal.workingFolder, name)
  const refuse = (problem: string, cause?: unknown) => new CommandRefused(`${name}: ${problem}`, { cause })
  const start = await startOfFile(path).catch((cause: unknown) => {
    throw refuse('it cannot be read: check the path', cause)
  })
  if (!isPolicy(start)) throw refuse('it is no policy: its first line is "# saldo policy"')
  const { documents, refusals } = await examinePolicies({
    file: basename(path),
    open: () => fileBytes(path),
    beside: (other) => bytesBeside(path, other),
    now: clock.now(),
  })
  if (refusals.length > 0)
    throw refuse(
      `it has ${refusals.length} ${refusals.length === 1 ? 'fault' : 'faults'}: \`saldo policy check ${name}\` shows them`,
    )
  const policies = documents.map((document) => policySchema.decode(document))
  return policies.sort((a, b) => (a.effective < b.effective ? -1 : 1))
}
