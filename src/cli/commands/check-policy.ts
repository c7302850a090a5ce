import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Policy, policySchema } from '../../collections/policy.ts'
import { type ExaminedPolicies, examinePolicies, isPolicy } from '../../formats/policy-yaml.ts'
import { type ImportFault, ImportRefused } from '../../ledger/importing.ts'
import type { Instant } from '../../values/day.ts'
import { bytesBeside } from '../bytes-beside.ts'
import { CommandRefused } from '../command-refused.ts'
import { fileBytes, startOfFile } from '../file-bytes.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { policySummary } from '../policy-summary.ts'

type Options = { readonly json: boolean }

/** `saldo policy check`: reads a file and writes nothing; every fault of it with line and remedy, or what it says. */
export async function checkPolicyCommand(outside: Outside, file: string, { json }: Options): Promise<ExitCode> {
  const { out, err, workingFolder } = outside.terminal
  const { documents, refusals, notes } = await examined(resolve(workingFolder, file), outside.clock.now())
  for (const { fault } of refusals)
    await out(json ? `${JSON.stringify({ kind: 'fault', ...fault })}\n` : `${faultText(fault)}\n`)
  if (refusals.length > 0) {
    await err(`${basename(file)}: ${refusals.length} ${refusals.length === 1 ? 'fault' : 'faults'}\n`)
    return 1
  }
  for (const document of documents) {
    const policy: Policy = policySchema.decode(document)
    await out(json ? `${JSON.stringify({ kind: 'policy', ...document })}\n` : `${policySummary(policy).join('\n')}\n\n`)
  }
  for (const note of notes) await err(`${note}\n`)
  await err(`${basename(file)}: ${documents.length} ${documents.length === 1 ? 'version' : 'versions'}, no fault\n`)
  return 0
}

async function examined(path: string, now: Instant): Promise<ExaminedPolicies> {
  const file = basename(path)
  if (!(await isFile(path))) throw new CommandRefused(`there is no file ${path}: check the path`)
  try {
    if (!isPolicy(await startOfFile(path))) throw new ImportRefused({ file, line: 1, ...noPolicy })
    return await examinePolicies({ file, open: () => fileBytes(path), beside: (name) => bytesBeside(path, name), now })
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return { documents: [], refusals: [error], notes: [] }
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code))) return false
    throw error
  }
}

const noPolicy = {
  problem: 'it does not begin as a policy does',
  remedy: 'Write "# saldo policy" as its first line.',
}

/** `policy.yaml:12 stages.2.days "5": the value cannot be used. Put the stages in the order of their days.` */
function faultText({ file, line, column, value, problem, remedy }: ImportFault): string {
  const where = [`${file}${line === undefined ? '' : `:${line}`}`, column, value !== undefined && JSON.stringify(value)]
  return `${where.filter(Boolean).join(' ')}: ${problem}. ${remedy}`
}
