import type { ImportInput } from '../ledger/importing.ts'
import type { Unit } from '../store/documents.ts'

/** Runs a file's unit of work; a dry run does all of it as well and then keeps nothing. */
export async function inOneUnit<T>({ documents, dryRun }: ImportInput, work: (unit: Unit) => Promise<T>): Promise<T> {
  if (!dryRun) return documents.change(work)
  const discard = new Error('a dry run keeps nothing')
  let result: { readonly of: T } | undefined
  try {
    await documents.change(async (unit) => {
      result = { of: await work(unit) }
      throw discard
    })
  } catch (error) {
    if (error !== discard) throw error
  }
  if (!result) throw discard
  return result.of
}
