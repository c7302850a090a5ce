// An import of a file into a new embedded store, closed at the end. Prints the seconds it took and its peak memory.
import { randomUUID } from 'node:crypto'
import { importFiles } from '../../../src/cli/import-files.ts'
import { ledgerCollections } from '../../../src/ledger/ledger-collections.ts'
import { reconciliationImporter } from '../../../src/partner-center/reconciliation-importer.ts'
import { openEmbedded } from '../../../src/store/lowdb/open-embedded.ts'
import { systemClock } from '../../../src/system-clock.ts'
import { printPass } from './print-pass.ts'

const [file = '', folder = ''] = process.argv.slice(2)
const started = performance.now()
const documents = await openEmbedded({ folder, collections: ledgerCollections })
const context = { documents, clock: systemClock, newId: randomUUID }
const [report] = await importFiles([file], [reconciliationImporter], context)
await documents.close()
printPass(report?.records ?? 0, started)
