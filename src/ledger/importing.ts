import type { Documents } from '../store/documents.ts'
import type { NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'

/** What is wrong with a file, where, and what to do about it. Everything the person needs to mend it. */
export type ImportFault = {
  readonly file: string
  /** Counts from 1, the header included. */
  readonly line?: number
  readonly column?: string
  /** As written in the file. */
  readonly value?: string
  readonly problem: string
  readonly remedy: string
}

/** The file is refused and nothing was changed. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
  readonly fault: ImportFault
  constructor(fault: ImportFault, options?: ErrorOptions) {
    const where = [fault.file, fault.line && `line ${fault.line}`, fault.column && `column ${fault.column}`]
      .filter(Boolean)
      .join(', ')
    const value = fault.value === undefined ? '' : ` (${JSON.stringify(fault.value)})`
    super(`${where}: ${fault.problem}${value}. ${fault.remedy}`, options)
    this.fault = fault
  }
}

/** What an import did. `unchanged`: this very content is already here. `checked`: a dry run, nothing was written. */
export type ImportReport = {
  readonly kind: 'imported' | 'unchanged' | 'checked'
  readonly file: string
  readonly format: string
  /** Records read: lines, payments, people. */
  readonly records: number
  /** What is new or different, counted: `{ what: 'subscriptions', count: 31 }`. */
  readonly changes: readonly { readonly what: string; readonly count: number }[]
  /** What a person should know though it is no fault: unknown columns kept, payments that match no bill. */
  readonly notes: readonly string[]
}

export type ImportInput = {
  /** The file's name without its folder. */
  readonly file: string
  /** The file's text as decompressed UTF-8 bytes from the start; may be called more than once. */
  open(): AsyncIterable<Uint8Array>
  /**
   * The decompressed bytes of a file that lies beside it, for formats of several files; absent where none can, as in an upload.
   * Throws ImportRefused for a name that leads elsewhere, and for a file that is missing or empty.
   */
  beside?(name: string): AsyncIterable<Uint8Array>
  /** SHA-256 of the file's bytes as they are on disk. */
  readonly digest: string
  readonly documents: Documents
  readonly now: Instant
  readonly newId: NewId
  readonly dryRun: boolean
}

/** One file format that `saldo import` knows. */
export type Importer = {
  /** What people call it: `invoice reconciliation`, `payments`. */
  readonly format: string
  /** Whether a file that starts with this text (at most 64 KiB, without byte-order mark) is of the format. */
  recognises(start: string): boolean
  /** Whether a file that starts so may be one of several that are to come in together, though it says nothing of the others. */
  maybePart?(start: string): boolean
  /** The files beside it that are a part of it, and no files of their own. */
  partsOf?(input: Pick<ImportInput, 'file' | 'open'>): Promise<readonly string[]>
  /** Reads all of it or throws ImportRefused and changes nothing. Safe to repeat. */
  import(input: ImportInput): Promise<ImportReport>
}
