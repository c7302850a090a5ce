/** Where a command reads and writes: this process's streams, or those of a caller in another process. */
export type Terminal = {
  /** Relative paths among the arguments start here. */
  readonly workingFolder: string
  /** Results. Resolves when there is room for more. */
  out(text: string): Promise<void>
  /** Reasons, remarks and progress. */
  err(text: string): Promise<void>
  readonly input: AsyncIterable<Uint8Array>
  /** Width of the screen that `err` ends on; absent when it is none, and then no progress is drawn. */
  readonly columns?: number
}
