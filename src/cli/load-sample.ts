import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { customers } from '../ledger/customer.ts'
import type { ImportReport } from '../ledger/importing.ts'
import { issueBills } from '../ledger/issue-bills.ts'
import type { Collection } from '../store/documents.ts'
import { type Day, dayIn } from '../values/day.ts'
import { everySupplierInvoice } from './every-supplier-invoice.ts'
import { importFiles } from './import-files.ts'
import { importers } from './importers.ts'
import type { Desk } from './outside.ts'
import { issueDay } from './sample/issue-day.ts'
import { writeSample } from './sample/write-sample.ts'

/** The desk as far as loading needs it. */
type Loading = Omit<Desk, 'documentDesk' | 'cases' | 'caseFileDesk'>

/** That the sample is being loaded, or is: a process killed half-way leaves a part that the next one completes, as of the same day. */
export const sampleLoads: Collection<{ readonly today: string; readonly complete: boolean }> = {
  name: 'sample_loads',
  indexes: {},
  partition: () => 'all',
}

/** Fills an empty store with the sample partner, through the real importers and the real bill-out. Resolves with whether it did. */
export async function loadSample(desk: Loading): Promise<boolean> {
  const begun = await begin(desk)
  if (begun === undefined) return false
  const folder = await mkdtemp(join(tmpdir(), 'saldo-sample-'))
  try {
    await writeSample(folder, { today: begun })
    await importFiles([folder], importers, { ...desk, afterFile: (report) => billCharges(desk, report, begun) })
  } finally {
    await rm(folder, { recursive: true })
  }
  await desk.documents.change(async (unit) => {
    const stored = await unit.get(sampleLoads, 'sample')
    unit.put(sampleLoads, 'sample', { today: begun, complete: true }, stored?.revision ?? 0)
  })
  return true
}

/** The day the sample is made for; nothing when there is data already. */
const begin = ({ documents, clock }: Loading): Promise<Day | undefined> =>
  documents.change(async (unit) => {
    const stored = await unit.get(sampleLoads, 'sample')
    if (stored) return stored.data.complete ? undefined : (stored.data.today as Day)
    const known = await unit.find(customers, { index: 'partner', limit: 1 })
    if (known.items.length > 0) return undefined
    const today = dayIn('Europe/Lisbon', clock.now())
    unit.put(sampleLoads, 'sample', { today, complete: false }, 0)
    return today
  })

/** Bills are issued as soon as the charges are in, so that the payments that follow find what they pay. */
async function billCharges(desk: Loading, report: ImportReport, today: Day): Promise<void> {
  if (report.format !== 'invoice reconciliation') return
  for await (const { partner, number, period } of everySupplierInvoice(desk.documents)) {
    const issue = { supplierInvoice: { partner, number }, issuedOn: issueDay(period, today), now: desk.clock.now() }
    const issued = await issueBills(desk.documents, { ...issue, newId: desk.newId })
    if (issued.kind !== 'issued' && issued.kind !== 'already-issued') {
      throw new Error(`the sample's own supplier invoice ${number} cannot be billed: ${JSON.stringify(issued)}`)
    }
  }
}
