import type { Day } from '../../values/day.ts'

export type SampleOptions = {
  /** The sample's months end with the last whole month before it. */
  readonly today: Day
  readonly customers?: number
  readonly months?: number
  readonly seed?: number
}

/** Writes a sample partner into a folder, in the real formats. The same options write the same bytes. */
export async function writeSample(_folder: string, _options: SampleOptions): Promise<void> {
  throw new Error('being built')
}
