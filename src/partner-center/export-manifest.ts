import { z } from 'zod'
import { type ImportInput, ImportRefused } from '../ledger/importing.ts'
import { readWhole } from '../ledger/read-whole.ts'
import { type PartnerId, partnerId } from '../values/ids.ts'
import { textOf } from '../values/schemas.ts'

/** The manifest of a Graph export (reference 8.3), without its sasToken: that opens the partner's data to anybody who has it. */
export type ExportManifest = {
  readonly partner: PartnerId
  /** Changes when the data does. */
  readonly eTag?: string
  /** Names of its files, relative to the manifest, in its order. */
  readonly blobs: readonly string[]
}

const manifestSchema = z.object({
  schemaVersion: z.union([z.literal('1'), z.literal(1)]),
  dataFormat: z.enum(['compressedJSONLines', 'compressedJSON']),
  eTag: z.string().optional(),
  partnerTenantId: textOf(partnerId),
  blobCount: z.int(),
  blobs: z.array(z.object({ name: z.string().min(1) })).min(1),
})
/** As the operation answers it, with the manifest inside. */
const operationSchema = z.object({ resourceLocation: z.unknown() })

const remedy = 'Start the export again and save its manifest as it is'
const largest = 16_777_216

/** Whether a file that starts so is a manifest, alone or in the answer of the operation that made it. */
export const startsAsManifest = (start: string): boolean =>
  start.trimStart().startsWith('{') &&
  ['blobCount', 'dataFormat', 'blobs'].filter((name) => start.includes(`"${name}"`)).length >= 2

/** Reads a manifest. Throws ImportRefused, which names fields and never quotes the text: a secret stands in it. */
export async function readManifest({ file, open }: Pick<ImportInput, 'file' | 'open'>): Promise<ExportManifest> {
  const read = manifestSchema.safeDecode((await objectIn(file, open)) as z.input<typeof manifestSchema>)
  if (!read.success) {
    const column = read.error.issues[0]?.path.join('.')
    throw new ImportRefused({
      file,
      column,
      problem: 'this value of the manifest is missing, or not one that Saldo knows',
      remedy,
    })
  }
  const { partnerTenantId: partner, eTag, blobCount, blobs } = read.data
  // A name can come as a link, with the secret behind the question mark.
  const names = blobs.map(({ name }) => name.split('?')[0] ?? '')
  if (names.length !== blobCount) {
    const problem = `the manifest speaks of ${blobCount} files and names ${names.length}`
    throw new ImportRefused({ file, column: 'blobCount', value: String(blobCount), problem, remedy })
  }
  const seen = new Set<string>()
  const twice = names.find((name) => seen.size === seen.add(name).size)
  if (twice !== undefined)
    throw new ImportRefused({ file, column: 'blobs', value: twice, problem: 'the manifest names a file twice', remedy })
  return { partner, eTag, blobs: names }
}

async function objectIn(file: string, open: ImportInput['open']): Promise<unknown> {
  const tooLarge = { problem: 'this is too large for a manifest', remedy }
  const content = await readWhole({ file, open }, largest, tooLarge)
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(content))
    const operation = operationSchema.safeParse(parsed)
    return operation.success && operation.data.resourceLocation ? operation.data.resourceLocation : parsed
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new ImportRefused({ file, problem: 'the manifest is cut off or was changed', remedy })
  }
}
