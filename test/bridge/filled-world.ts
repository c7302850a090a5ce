import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles } from '../../src/cli/import-files.ts'
import { importers } from '../../src/cli/importers.ts'
import { declaredCollections } from '../../src/declared-collections.ts'
import type { Charge, SupplierInvoice } from '../../src/ledger/charge.ts'
import type { Invoice } from '../../src/ledger/invoice.ts'
import { issueBills } from '../../src/ledger/issue-bills.ts'
import { ledgerOf } from '../../src/ledger/ledger.ts'
import { openEmbedded } from '../../src/store/lowdb/open-embedded.ts'
import { fixedClock } from '../../src/values/clock.ts'
import type { Day, Instant } from '../../src/values/day.ts'
import { customerId, partnerId, tenantId } from '../../src/values/ids.ts'
import { monthAfter } from '../oracle/calendar.ts'
import { eraOf, fileOrder, invoiceNumber, writeCustomers, writePriceBook, writeReconciliation } from './world-files.ts'
import type { World, WorldLine } from './world-line.ts'

/** What Saldo keeps of one customer's month, and the lines of the world by their line in the file. */
export type FilledMonth = {
  readonly month: string
  readonly bill: Invoice
  readonly charges: readonly Charge[]
  readonly supplierInvoice: SupplierInvoice
  readonly lineAt: (line: number) => WorldLine
}
export type FilledWorld = ReadonlyMap<string, readonly FilledMonth[]>

const clock = fixedClock('2027-01-10T09:00:00Z' as Instant)

/** Takes a world's files in through the real importers into an embedded store, and bills them out month by month. */
export async function fillWorld(world: World): Promise<FilledWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'saldo-bridge-'))
  const documents = await openEmbedded({ folder: join(folder, 'data'), collections: declaredCollections })
  const take = (path: string) => importFiles([path], importers, { documents, clock, newId: randomUUID })
  const files = fileOrder(world)
  try {
    await take(writeCustomers(folder, world))
    let era = -1
    for (const [month, lines] of files) {
      if (eraOf(world, month) !== era) {
        era = eraOf(world, month)
        await take(writePriceBook(folder, world, era))
      }
      await take(writeReconciliation(folder, world, month, lines))
      const supplierInvoice = { partner: partnerId(world.partner), number: invoiceNumber(world, month) }
      const issuedOn = `${monthAfter(month, 1)}-09` as Day
      const issued = await issueBills(documents, { supplierInvoice, issuedOn, now: clock.now(), newId: randomUUID })
      if (issued.kind !== 'issued') throw new Error(`${month} was not billed: ${JSON.stringify(issued)}`)
    }
    const filled = new Map<string, FilledMonth[]>()
    for (const customer of world.customers)
      filled.set(customer, await monthsOf(ledgerOf(documents), world, customer, files))
    return filled
  } finally {
    await documents.close()
    await rm(folder, { recursive: true })
  }
}

async function monthsOf(
  ledger: ReturnType<typeof ledgerOf>,
  world: World,
  tenant: string,
  files: ReadonlyMap<string, readonly WorldLine[]>,
): Promise<FilledMonth[]> {
  const partner = partnerId(world.partner)
  const customer = customerId(partner, tenantId(tenant))
  const [bills, supplierInvoices] = await Promise.all([ledger.invoices(customer), ledger.supplierInvoices(partner)])
  const months: FilledMonth[] = []
  for (const [month, lines] of files) {
    const bill = bills.find(({ period }) => period.from.startsWith(month))
    const supplierInvoice = supplierInvoices.find(({ period }) => period.from.startsWith(month))
    if (!bill || !supplierInvoice) continue
    const charges = await ledger.charges(customer, supplierInvoice.number)
    months.push({ month, bill, charges, supplierInvoice, lineAt: (line) => lines[line - 2] as WorldLine })
  }
  return months
}
