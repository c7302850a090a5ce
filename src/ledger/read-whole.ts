import { type ImportFault, type ImportInput, ImportRefused } from './importing.ts'

/** A file that is read into memory whole. Throws ImportRefused beyond `most` bytes: a small gzip file can hold gigabytes. */
export async function readWhole(
  { file, open }: Pick<ImportInput, 'file' | 'open'>,
  most: number,
  refusal: Pick<ImportFault, 'problem' | 'remedy'>,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of open()) {
    size += chunk.length
    if (size > most) throw new ImportRefused({ file, ...refusal })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
