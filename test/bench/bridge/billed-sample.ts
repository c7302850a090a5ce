import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everySupplierInvoice } from '../../../src/cli/every-supplier-invoice.ts'
import { importFiles } from '../../../src/cli/import-files.ts'
import { importers } from '../../../src/cli/importers.ts'
import { issueDay } from '../../../src/cli/sample/issue-day.ts'
import { writeSample } from '../../../src/cli/sample/write-sample.ts'
import { declaredCollections } from '../../../src/declared-collections.ts'
import type { ChargesOfInvoice } from '../../../src/ledger/bridge-side.ts'
import type { Invoice } from '../../../src/ledger/invoice.ts'
import { issueBills } from '../../../src/ledger/issue-bills.ts'
import { ledgerOf } from '../../../src/ledger/ledger.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { fixedClock } from '../../../src/values/clock.ts'
import { day, instant } from '../../../src/values/day.ts'

/** A customer's months, the oldest first: what it was billed, and what that cost. */
export type BilledMonths = { readonly bills: readonly Invoice[]; readonly charges: readonly ChargesOfInvoice[] }

const today = day('2026-11-22')
const clock = fixedClock(instant('2026-11-22T12:00:00Z'))

/** The sample partner at this size, through the real importers and the real bill-out into a store in a temporary folder. */
export async function* billedSample(size: { customers: number; months: number }): AsyncGenerator<BilledMonths> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-bench-'))
  const documents = await openEmbedded({ folder: join(folder, 'data'), collections: declaredCollections })
  const desk = { documents, clock, newId: randomUUID }
  try {
    await writeSample(join(folder, 'files'), { today, ...size })
    await importFiles([join(folder, 'files')], importers, {
      ...desk,
      afterFile: ({ format }) => (format === 'invoice reconciliation' ? billAll(desk) : Promise.resolve()),
    })
    const ledger = ledgerOf(documents)
    for await (const { id, partner } of ledger.customers()) {
      const supplierInvoices = (await ledger.supplierInvoices(partner)).toReversed()
      const charges: ChargesOfInvoice[] = []
      for (const supplierInvoice of supplierInvoices) {
        const lines = await ledger.charges(id, supplierInvoice.number)
        if (lines.length > 0) charges.push({ supplierInvoice, charges: lines })
      }
      yield { bills: (await ledger.invoices(id)).toReversed(), charges }
    }
  } finally {
    await documents.close()
    await rm(folder, { recursive: true })
  }
}

type Desk = Pick<Parameters<typeof importFiles>[2], 'documents' | 'clock' | 'newId'>

async function billAll({ documents, newId }: Desk): Promise<void> {
  for await (const { partner, number, period } of everySupplierInvoice(documents)) {
    const issue = { supplierInvoice: { partner, number }, issuedOn: issueDay(period, today), now: clock.now(), newId }
    const { kind } = await issueBills(documents, issue)
    if (kind !== 'issued' && kind !== 'already-issued') throw new Error(`${number} was not billed: ${kind}`)
  }
}
