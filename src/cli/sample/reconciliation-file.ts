import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Period } from '../../values/period.ts'
import { csvLine } from './csv-line.ts'
import { columnsOf } from './reconciliation-row.ts'
import type { SamplePartnerAccount } from './sample-accounts.ts'
import type { SampleRandom } from './sample-random.ts'

/** Microsoft's number of an account's invoice for a month. */
export const supplierInvoiceNumber = (account: SamplePartnerAccount, month: Period, random: SampleRandom): string =>
  `G${String(10_000_000 + random.upTo(89_999_999, `invoice ${account.key} ${month.from}`)).padStart(9, '0')}`

/** Writes one file as Microsoft would, line by line as they come; gzip where the name ends so. None for a month without charges. */
export async function writeReconciliation(
  folder: string,
  file: string,
  account: SamplePartnerAccount,
  customers: AsyncIterable<readonly (readonly string[])[]>,
): Promise<void> {
  async function* text() {
    yield csvLine(columnsOf(account))
    for await (const rows of customers) {
      lines += rows.length
      if (rows.length > 0) yield rows.map(csvLine).join('')
    }
  }
  let lines = 0
  const path = join(folder, file)
  const target = createWriteStream(path)
  if (file.endsWith('.gz')) await pipeline(Readable.from(text()), createGzip(), target)
  else await pipeline(Readable.from(text()), target)
  if (lines === 0) await rm(path)
}
