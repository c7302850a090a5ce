import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../../../src/values/day.ts'
import type { Owing } from './owing-customers.ts'

const main = join(import.meta.dirname, '../../../src/main.ts')

/** `saldo import` of a customer's payment, while the service runs or dies. Says whether the command said that it is in. */
export async function payByCommand({ folder, paymentOf }: Owing, at: number, now: Instant): Promise<boolean> {
  const { file, csv } = paymentOf(at)
  await writeFile(file, csv)
  const env = { PATH: process.env.PATH, SALDO_DATA: folder, SALDO_NOW: now }
  const child = spawn(process.execPath, [main, 'import', file], { env, stdio: 'ignore' })
  const [code] = await once(child, 'close')
  return code === 0
}
