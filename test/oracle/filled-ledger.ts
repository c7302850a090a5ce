import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everySupplierInvoice } from '../../src/cli/every-supplier-invoice.ts'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { declaredCollections } from '../../src/declared-collections.ts'
import { issueBills } from '../../src/ledger/issue-bills.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Day } from '../../src/values/day.ts'
import { monthAfter } from './calendar.ts'
import { type Oracle, oracleOf } from './oracle.ts'

export const today = '2026-11-22' as Day
export const clock = fixedClock(`${today}T12:00:00Z` as Parameters<typeof fixedClock>[0])

/** The day on which the local sample's own bills are issued too, so that `saldo ask` on it and this ledger say the same. */
export const issueDay = (month: string): Day => `${monthAfter(month, 1)}-09` as Day

export type FilledLedger = {
  readonly folder: string
  readonly documents: Awaited<ReturnType<typeof openEmbedded>>
  readonly oracle: Oracle
  close(): Promise<void>
}

/** A folder of files taken in by the real importers and billed by the real bill-out, and what the oracle makes of the same files. */
export async function fillLedger(write: (folder: string) => void | Promise<void>): Promise<FilledLedger> {
  const [folder, data] = await Promise.all(['files-', 'data-'].map((name) => mkdtemp(join(tmpdir(), `saldo-${name}`))))
  if (!folder || !data) throw new Error('no temporary folder')
  await write(folder)
  const documents = await openEmbedded({ folder: data, collections: declaredCollections })
  await importFiles([folder], importers, {
    documents,
    clock,
    newId: randomUUID,
    afterFile: async ({ format }) => {
      if (format === 'invoice reconciliation') await billCharges(documents)
    },
  })
  const close = async () => {
    await documents.close()
    await Promise.all([folder, data].map((each) => rm(each, { recursive: true })))
  }
  return { folder, documents, oracle: oracleOf(folder, { issueDay, today }), close }
}

async function billCharges(documents: FilledLedger['documents']): Promise<void> {
  for await (const { partner, number, period } of everySupplierInvoice(documents)) {
    const issuedOn = issueDay(period.from.slice(0, 7))
    const order = { supplierInvoice: { partner, number }, issuedOn, now: clock.now(), newId: randomUUID }
    const { kind } = await issueBills(documents, order)
    if (kind !== 'issued' && kind !== 'already-issued') throw new Error(`${number} was not billed: ${kind}`)
  }
}
