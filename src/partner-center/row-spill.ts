import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const betweenCells = '\x1f'
const endOfRow = '\x1e'

/** A row as it was put in. */
export type SpilledRow = { readonly line: number; readonly cells: readonly string[] }

/** An owner's place among all owners, and where its rows lie: start and length, again and again. */
type Owner = { readonly at: number; readonly segments: number[] }

/**
 * Rows put in by owner and taken out owner by owner, in a bounded amount of memory: a file's rows come in any order, and a million of
 * them do not fit. They are kept as bytes outside the heap, where a million live strings would keep the collector busy, and what is
 * too much goes to a temporary file. Cells must not hold the characters 0x1E and 0x1F.
 */
export class RowSpill {
  readonly #owners = new Map<string, Owner>()
  #buffer: Buffer
  /** The buffer's rows once more, those of each owner together. */
  #sorted: Buffer
  #used = 0
  /** Of each row in the buffer: its owner, its start, its end. */
  #rows: number[] = []
  #folder: string | undefined
  #file: number | undefined
  #written = 0
  #isSorted = false

  /** `bytes` of rows to hold in memory; it takes twice as much. */
  constructor(bytes = 8_388_608) {
    this.#buffer = Buffer.allocUnsafeSlow(bytes)
    this.#sorted = Buffer.allocUnsafeSlow(bytes)
  }

  owners(): string[] {
    return [...this.#owners.keys()].sort()
  }

  put(owner: string, line: number, cells: readonly string[]): void {
    let known = this.#owners.get(owner)
    if (!known) {
      known = { at: this.#owners.size, segments: [] }
      this.#owners.set(owner, known)
    }
    const row = `${cells.join(betweenCells)}${betweenCells}${line}${endOfRow}`
    // A character takes at most three bytes of UTF-8.
    if (this.#used + row.length * 3 > this.#buffer.length) this.#spill()
    const end = this.#used + this.#buffer.write(row, this.#used)
    this.#rows.push(known.at, this.#used, end)
    this.#used = end
  }

  /** An owner's rows in the order in which they were put in. Nothing can be put in any more. */
  *take(owner: string): Generator<SpilledRow> {
    this.#end()
    const { segments = [] } = this.#owners.get(owner) ?? {}
    const parts: Buffer[] = []
    for (let at = 0; at < segments.length; at += 2) {
      parts.push(this.#read(segments[at] as number, segments[at + 1] as number))
    }
    const text = Buffer.concat(parts).toString()
    for (const row of text.split(endOfRow)) {
      if (row === '') continue
      const cells = row.split(betweenCells)
      yield { line: Number(cells.pop()), cells }
    }
  }

  /** Removes the temporary file. */
  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true })
    this.#file = undefined
    this.#folder = undefined
  }

  /** Nothing more will be put in: what is in the file is read from there. */
  #end(): void {
    if (this.#isSorted) return
    this.#isSorted = true
    if (this.#file === undefined) this.#sort()
    else {
      if (this.#used > 0) this.#spill()
      this.#sorted = Buffer.alloc(0)
    }
    this.#buffer = Buffer.alloc(0)
  }

  #read(start: number, length: number): Buffer {
    if (this.#file === undefined) return this.#sorted.subarray(start, start + length)
    const bytes = Buffer.allocUnsafe(length)
    readSync(this.#file, bytes, 0, length, start)
    return bytes
  }

  #spill(): void {
    if (this.#used === 0) throw new RangeError('a row is larger than the memory for rows')
    this.#folder ??= mkdtempSync(join(tmpdir(), 'saldo-import-'))
    this.#file ??= openSync(join(this.#folder, 'rows'), 'w+', 0o600)
    const length = this.#sort()
    writeSync(this.#file, this.#sorted, 0, length, this.#written)
    this.#written += length
  }

  /** Puts the buffer's rows by owner, notes where they will lie, and empties the buffer. Gives their length. */
  #sort(): number {
    const rows = this.#rows
    const order = Array.from({ length: rows.length / 3 }, (_, at) => at * 3)
    order.sort((a, b) => (rows[a] as number) - (rows[b] as number) || a - b)
    const owners = [...this.#owners.values()]
    let end = 0
    for (const row of order) {
      const length = this.#buffer.copy(this.#sorted, end, rows[row + 1], rows[row + 2])
      extend((owners[rows[row] as number] as Owner).segments, this.#written + end, length)
      end += length
    }
    this.#rows = []
    this.#used = 0
    return end
  }
}

function extend(segments: number[], start: number, length: number): void {
  const last = segments.length - 2
  if (last >= 0 && (segments[last] as number) + (segments[last + 1] as number) === start) {
    segments[last + 1] = (segments[last + 1] as number) + length
  } else segments.push(start, length)
}
