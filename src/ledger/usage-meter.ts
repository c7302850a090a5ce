import type { UsageRecord } from './usage.ts'

type Meter = Pick<UsageRecord, 'meterCategory' | 'meterSubcategory' | 'meterName' | 'meterRegion'>

/** What of a meter's name counts when two files write it: letters and digits, in any case. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** A meter as people read it: `Virtual Machines - D2s v5 - EU West`. */
export const meterText = ({ meterCategory, meterName, meterRegion }: Meter): string =>
  [meterCategory, meterName, meterRegion].filter(Boolean).join(' - ')

/**
 * Every way in which an invoice's MeterDescription can put together what the usage file holds in four columns: the reference names the
 * join and not the form, and exports differ in which of the parts they leave out.
 */
function namesOf({ meterCategory, meterSubcategory, meterName, meterRegion }: Meter): Set<string> {
  const names = new Set<string>()
  for (const category of ['', meterCategory ?? ''])
    for (const subcategory of ['', meterSubcategory ?? ''])
      for (const region of ['', meterRegion ?? ''])
        names.add(folded([category, subcategory, meterName, region].join(' ')))
  return names
}

/** Whether an invoice line's meter is the one that this usage was counted by. A line without a meter is every meter's. */
export const isMeter = (description: string | undefined, meter: Meter): boolean =>
  description === undefined || namesOf(meter).has(folded(description))
