import { z } from 'zod'
import type { Collection, Unit } from '../store/documents.ts'

/** The last number given to a bill. One series a prefix and year, so that two accounts with one prefix never give the same number. */
export const numberSeriesSchema = z.object({ prefix: z.string(), year: z.string().length(4), last: z.int().min(1) })

export const numberSeries: Collection<z.input<typeof numberSeriesSchema>> = {
  name: 'number_series',
  indexes: {},
  partition: () => 'all',
}

/** `NOR-2026-0001`; more digits only when four are not enough. */
export const billNumber = (prefix: string, year: string, at: number): string =>
  `${prefix}-${year}-${String(at).padStart(4, '0')}`

/** Takes the next `count` numbers and gives the first. Gap-free: they are taken if the unit of work is, and not otherwise. */
export async function takeNumbers(unit: Unit, prefix: string, year: string, count: number): Promise<number> {
  const id = `${prefix}-${year}`
  const series = await unit.get(numberSeries, id)
  const last = series?.data.last ?? 0
  unit.put(numberSeries, id, { prefix, year, last: last + count }, series?.revision ?? 0)
  return last + 1
}
