import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const betweenCells = '\x1f'
const betweenRows = '\x1e'

type Bucket = { rows: string[]; readonly segments: number[] }

/**
 * Rows put in by owner and taken out owner by owner, in a bounded amount of memory: a file's rows come in any order, and a million of
 * them do not fit. What is too much is written to a temporary file. Cells must not hold the characters 0x1E and 0x1F.
 */
export class RowSpill {
  readonly #limit: number
  readonly #buckets = new Map<string, Bucket>()
  #held = 0
  #folder: string | undefined
  #file: number | undefined
  #written = 0

  /** `limit`: characters to hold in memory. */
  constructor(limit = 16_000_000) {
    this.#limit = limit
  }

  owners(): string[] {
    return [...this.#buckets.keys()].sort()
  }

  put(owner: string, line: number, cells: readonly string[]): void {
    let bucket = this.#buckets.get(owner)
    if (!bucket) {
      bucket = { rows: [], segments: [] }
      this.#buckets.set(owner, bucket)
    }
    const row = `${line}${betweenCells}${cells.join(betweenCells)}`
    bucket.rows.push(row)
    this.#held += row.length
  }

  /** Writes what is held once it is too much. Call it now and then. */
  async settle(): Promise<void> {
    if (this.#held <= this.#limit) return
    this.#folder ??= await mkdtemp(join(tmpdir(), 'saldo-import-'))
    this.#file ??= openSync(join(this.#folder, 'rows'), 'w+', 0o600)
    for (const bucket of this.#buckets.values()) {
      if (bucket.rows.length === 0) continue
      const bytes = Buffer.from(bucket.rows.join(betweenRows))
      writeSync(this.#file, bytes, 0, bytes.length, this.#written)
      bucket.segments.push(this.#written, bytes.length)
      this.#written += bytes.length
      bucket.rows = []
    }
    this.#held = 0
  }

  /** An owner's rows in the order in which they were put in. */
  take(owner: string): { line: number; cells: string[] }[] {
    const bucket = this.#buckets.get(owner)
    if (!bucket) return []
    const { segments } = bucket
    let rows: string[] = []
    for (let at = 0; at < segments.length; at += 2) {
      const bytes = Buffer.allocUnsafe(segments[at + 1] as number)
      readSync(this.#file as number, bytes, 0, bytes.length, segments[at] as number)
      rows = rows.concat(bytes.toString().split(betweenRows))
    }
    return rows.concat(bucket.rows).map((row) => {
      const [line, ...cells] = row.split(betweenCells)
      return { line: Number(line), cells }
    })
  }

  /** Removes the temporary file. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
    this.#file = undefined
    this.#folder = undefined
    this.#buckets.clear()
  }
}
