import { type Importer, type ImportInput, ImportRefused, type ImportReport } from '../ledger/importing.ts'
import type { PartnerId } from '../values/ids.ts'
import { readManifest, startsAsManifest } from './export-manifest.ts'
import { JsonSource } from './json-source.ts'
import type { Layout } from './layout.ts'
import { startsAsReconciliation } from './reconciliation-header.ts'
import { importReconciliation } from './reconciliation-importer.ts'
import type { Listening, RowSource } from './row-source.ts'
import { startOf } from './start-of.ts'
import { importUsage, startsAsUsage } from './usage-importer.ts'

const startAgain = 'Start the export again and download all its files'

/**
 * A Graph export of an invoice (reference section 8): the manifest, with the blobs that it names beside it. What the blobs hold tells
 * whether it is the invoice reconciliation or the daily rated usage; from there on it goes the way of the CSV file.
 */
export const exportImporter: Importer = {
  format: 'Graph export',
  recognises: startsAsManifest,
  partsOf: async (input) => (await readManifest(input)).blobs,
  async import(input) {
    const { partner, blobs } = await readManifest(input)
    const open = opening(input)
    const source = new JsonSource(blobs.map((file) => ({ file, open: () => open(file) })))
    const take = await importOf(input, blobs, open)
    // What is imported is what the blobs say: a manifest is another one each time, if only by its secret.
    const exported = {
      ...input,
      get digest() {
        return source.digest()
      },
    }
    return take(exported, ofPartner(source, partner))
  },
}

type Take = (input: ImportInput, source: RowSource) => Promise<ImportReport>

function opening({ file, beside }: ImportInput): (name: string) => AsyncIterable<Uint8Array> {
  if (beside) return (name) => beside(name)
  const problem = 'a manifest comes with the files that it names, and they cannot be read from here'
  throw new ImportRefused({ file, problem, remedy: 'Import it from its folder, with the files beside it' })
}

/** By the first blob that holds a line: there can be empty ones. */
async function importOf(
  { file }: ImportInput,
  blobs: readonly string[],
  open: (name: string) => AsyncIterable<Uint8Array>,
): Promise<Take> {
  for (const blob of blobs) {
    const start = await startOf(open(blob))
    if (start.trim() === '') continue
    if (startsAsReconciliation(start)) return importReconciliation
    if (startsAsUsage(start)) return importUsage
    const isPage = start.trimStart().startsWith('<')
    const problem = isPage
      ? 'this is a web page and no export: the link to the file had expired'
      : 'this is neither an invoice reconciliation nor daily rated usage'
    throw new ImportRefused({ file: blob, line: 1, problem, remedy: startAgain })
  }
  throw new ImportRefused({ file, problem: 'the files of the export have no charges', remedy: startAgain })
}

/** Refuses rows of another Partner Center account than the manifest's: a blob of another export has got among them. */
function ofPartner(source: JsonSource, partner: PartnerId): RowSource {
  return {
    placed: (refused) => source.placed(refused),
    read<C extends string>(layout: Layout<C>, on: Listening<C>) {
      let at = -1
      return source.read(layout, {
        header(header) {
          at = header.at['PartnerId' as C]
          on.header(header)
        },
        row(cells, line) {
          const value = cells[at] ?? ''
          if (value.toLowerCase() !== partner) throw foreign(line, value, partner)
          on.row(cells, line)
        },
      })
    },
  }
}

const foreign = (line: number, value: string, partner: PartnerId): ImportRefused =>
  new ImportRefused({
    file: '',
    line,
    column: 'PartnerId',
    value,
    problem: `the manifest is of ${partner}: a file of another export has got among them`,
    remedy: startAgain,
  })
