import { RevisionConflict } from '../documents.ts'
import type { Write } from '../unit-of-work.ts'
import { checkpoint } from './checkpoint.ts'
import { type DurableWrite, durableWrite } from './durable-write.ts'
import type { EmbeddedState } from './embedded-state.ts'
import type { Journal } from './journal.ts'
import { sizeOf, unitPieces } from './journal-frame.ts'

type Waiting = {
  readonly writes: readonly DurableWrite[]
  readonly pieces: readonly Buffer[]
  done(): void
  failed(error: unknown): void
}

/** When a checkpoint is written: when so much JSON waits for it, and at the latest so long after the first change. */
type CheckpointPolicy = { readonly bytes: number; readonly milliseconds: number }

/** So much JSON goes into one frame; the rest waits for the next. */
const frameLimit = 1024 * 1024

/**
 * Makes units durable, all that wait with one fsync, and only then visible. Checkpoints run beside it; when changes come
 * faster than a checkpoint can write them, it lets them wait, so that memory stays bounded.
 */
export class Committer {
  readonly #state: EmbeddedState
  readonly #journal: Journal
  readonly #policy: CheckpointPolicy
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined
  #checkpoint: Promise<void> | undefined
  #checkpointFault: Error | undefined
  #timer: NodeJS.Timeout | undefined
  #isDue = false
  #isClosed = false

  constructor(state: EmbeddedState, journal: Journal, policy: CheckpointPolicy) {
    this.#state = state
    this.#journal = journal
    this.#policy = policy
    if (state.isDirty) this.#startTimer()
  }

  /** Why the store cannot take or keep changes at present, if so. */
  get fault(): Error | undefined {
    return this.#journal.fault ?? this.#checkpointFault
  }

  async commit(writes: readonly Write[]): Promise<void> {
    if (this.#isClosed) throw new Error('the store is closed')
    const durable = writes.map(durableWrite)
    const pieces = unitPieces(durable)
    return new Promise((done, failed) => {
      this.#waiting.push({ writes: durable, pieces, done, failed })
      this.#wake()
    })
  }

  /** Writes everything into partition files and ends the journal. */
  async close(): Promise<void> {
    this.#isClosed = true
    clearTimeout(this.#timer)
    while (this.#running) await this.#running
    await this.#checkpoint
    if (this.#state.isDirty) await checkpoint(this.#state, this.#journal, await this.#journal.rotate())
    await this.#journal.close()
  }

  #wake(): void {
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
      // A unit that came after the last look and before this line found the loop still running.
      if (this.#waiting.length > 0) this.#wake()
    })
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0 || this.#isDue) {
      const batch = this.#nextBatch()
      try {
        await this.#makeRoom()
        await this.#commitBatch(batch)
      } catch (error) {
        for (const unit of batch) unit.failed(error)
      }
    }
  }

  #nextBatch(): Waiting[] {
    let size = 0
    const end = this.#waiting.findIndex((unit) => {
      size += sizeOf(unit.pieces)
      return size > frameLimit
    })
    return this.#waiting.splice(0, end < 0 ? this.#waiting.length : Math.max(end, 1))
  }

  async #commitBatch(batch: readonly Waiting[]): Promise<void> {
    if (batch.length === 0) return
    const { accepted, refused } = this.#admit(batch)
    if (accepted.length > 0) await this.#journal.append(accepted.map((unit) => unit.pieces))
    for (const unit of accepted) {
      for (const write of unit.writes) this.#state.apply(write, this.#journal.segment)
      unit.done()
    }
    // Refused only now: a rerun that started earlier would read what the accepted units have just replaced.
    for (const { unit, conflict } of refused) unit.failed(conflict)
    this.#startTimer()
  }

  #admit(batch: readonly Waiting[]): { accepted: Waiting[]; refused: { unit: Waiting; conflict: RevisionConflict }[] } {
    const taken = new Set<string>()
    const accepted: Waiting[] = []
    const refused: { unit: Waiting; conflict: RevisionConflict }[] = []
    for (const unit of batch) {
      const conflict = unit.writes.find(
        (write) => taken.has(nameOf(write)) || this.#revisionOf(write) !== write.expected,
      )
      if (conflict) {
        refused.push({ unit, conflict: new RevisionConflict(conflict.collection, conflict.id) })
        continue
      }
      for (const write of unit.writes) taken.add(nameOf(write))
      accepted.push(unit)
    }
    return { accepted, refused }
  }

  #revisionOf(write: DurableWrite): number {
    return this.#state.collection(write.collection).entries.get(write.id)?.revision ?? 0
  }

  #startTimer(): void {
    this.#timer ??= setTimeout(() => {
      this.#isDue = true
      this.#wake()
    }, this.#policy.milliseconds).unref()
  }

  /** Begins a checkpoint when one is due; waits for the one before, so that at most two checkpoints' worth is in memory. */
  async #makeRoom(): Promise<void> {
    if (!this.#isDue && this.#state.dirtyBytes <= this.#policy.bytes) return
    await this.#checkpoint
    if (this.#checkpointFault && !this.#isDue) {
      // On a full disk only the timer tries again; meanwhile changes are taken as long as memory allows.
      if (this.#state.dirtyBytes > 4 * this.#policy.bytes) throw this.#checkpointFault
      return
    }
    this.#isDue = false
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#checkpointFault = undefined
    this.#checkpoint = checkpoint(this.#state, this.#journal, await this.#journal.rotate()).catch((cause: Error) => {
      this.#checkpointFault = new Error(`the data folder could not be written: ${cause.message}`, { cause })
      this.#startTimer()
    })
  }
}

const nameOf = (write: DurableWrite): string => `${write.collection}/${write.id}`
