import type { Slots } from '../question.ts'
import { amountGrammar } from './amounts.ts'
import { lineGrammar, percentGrammar, quantityGrammar } from './counts.ts'
import { dateGrammar } from './dates.ts'
import { invoiceGrammar, ticketGrammar } from './document-ids.ts'
import { monthPeriodGrammar } from './month-periods.ts'
import { customerGrammar, productGrammar } from './names.ts'
import { blanked, type Found, type Reading, type SlotGrammar } from './reading.ts'
import { relativeDateGrammar } from './relative-dates.ts'
import { relativePeriodGrammar } from './relative-periods.ts'

// What is most surely what it looks like goes first; what it read is blanked for the others.
const grammars: readonly SlotGrammar[] = [
  customerGrammar,
  productGrammar,
  percentGrammar,
  ticketGrammar,
  invoiceGrammar,
  dateGrammar,
  relativeDateGrammar,
  monthPeriodGrammar,
  relativePeriodGrammar,
  lineGrammar,
  amountGrammar,
  quantityGrammar,
]

export type SlotsRead = {
  /** What the message states; of two values for one slot the first. */
  readonly slots: Slots
  /** Every stretch that was read, in the order of the message. */
  readonly found: readonly Found[]
}

/** Reads everything that a message states. What is not surely read is left out. */
export function readSlots(reading: Reading): SlotsRead {
  let free = reading.folded
  const found: Found[] = []
  for (const grammar of grammars) {
    const more = distinct(grammar(reading, free))
    if (more.length === 0) continue
    free = blanked(free, more)
    found.push(...more)
  }
  found.sort((a, b) => a.from - b.from)
  const slots: Slots = {}
  for (const { slots: stated } of found)
    for (const [name, value] of Object.entries(stated)) if (!(name in slots)) Object.assign(slots, { [name]: value })
  return { slots, found }
}

function distinct(found: readonly Found[]): Found[] {
  const kept: Found[] = []
  for (const one of found) if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one)
  return kept
}

/** The folded text with a placeholder for every stretch that was read: the classifier learns nothing from a value. */
export function withPlaceholders(folded: string, found: readonly Found[]): string {
  let text = ''
  let at = 0
  for (const { from, to, placeholder } of found) {
    text += `${folded.slice(at, from)} 0x${placeholder} `
    at = to
  }
  return text + folded.slice(at)
}
