import { type Day, day } from '../values/day.ts'

/** What a date cell says read month first (en-US) and day first; undefined where it is no day that way. `none`: no date. */
export type DateCell = { readonly monthFirst: Day | undefined; readonly dayFirst: Day | undefined } | 'none'

const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/
const local = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?: +\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: *[AP]M)?)?$/i

function dayOf(year: string, month: string, dayOfMonth: string): Day | undefined {
  try {
    return day(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** Reads a date cell both ways. A time of day is dropped: all dates are UTC. Year 1 is how Partner Center writes "no date". */
export function dateCell(text: string): DateCell {
  const trimmed = text.replace(/^'/, '').trim()
  if (trimmed === '') return 'none'
  const inIso = iso.exec(trimmed)
  const inLocal = inIso ? null : local.exec(trimmed)
  const [year, one, two] = inIso ? [inIso[1], inIso[2], inIso[3]] : [inLocal?.[4], inLocal?.[1], inLocal?.[3]]
  if (!year || !one || !two) return { monthFirst: undefined, dayFirst: undefined }
  if (year === '0001') return 'none'
  const monthFirst = dayOf(year, one, two)
  return { monthFirst, dayFirst: inIso ? monthFirst : dayOf(year, two, one) }
}

/** `dateCell` that remembers: a file repeats few dates very often. Bounded, so that garbage cannot fill memory. */
export function rememberingDateCells(): (text: string) => DateCell {
  const known = new Map<string, DateCell>()
  return (text) => {
    let cell = known.get(text)
    if (cell === undefined) {
      cell = dateCell(text)
      if (known.size > 20_000) known.clear()
      known.set(text, cell)
    }
    return cell
  }
}
