import { resolve } from 'node:path'
import { dayIn } from '../../values/day.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { writeSample } from '../sample/write-sample.ts'

type Options = { readonly customers?: number; readonly months?: number; readonly seed?: number }

/** `saldo sample`: writes the files and imports nothing. */
export async function sample({ terminal, clock }: Outside, folder: string, options: Options): Promise<ExitCode> {
  const path = resolve(terminal.workingFolder, folder)
  await writeSample(path, { today: dayIn('Europe/Lisbon', clock.now()), ...options })
  await terminal.out(
    `The sample partner is in ${path}: its README says what is what, \`saldo import ${folder}\` takes it in.\n`,
  )
  return 0
}
