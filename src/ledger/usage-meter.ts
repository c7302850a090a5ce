import type { SubscriptionId } from '../values/ids.ts'
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

/** The usage of an Azure plan that a line's meter was counted by, in its order. */
export type MeteredUsage = (plan: SubscriptionId, meter: string) => readonly UsageRecord[]

/** Usage by every name that a line can have for it. Made once for all lines: a large customer has thousands of meters, each in many groups. */
export function meteredUsage(usage: readonly UsageRecord[]): MeteredUsage {
  const byName = new Map<string, UsageRecord[]>()
  const keys = new Map<string, readonly string[]>()
  for (const record of usage) {
    const { subscription, meterCategory, meterSubcategory, meterName, meterRegion } = record
    const meter = [subscription, meterCategory, meterSubcategory, meterName, meterRegion].join('\x1f')
    const known = keys.get(meter) ?? [...namesOf(record)].map((name) => keyOf(subscription, name))
    keys.set(meter, known)
    for (const key of known) {
      const records = byName.get(key)
      if (records) records.push(record)
      else byName.set(key, [record])
    }
  }
  return (plan, meter) => byName.get(keyOf(plan, folded(meter))) ?? []
}

const keyOf = (plan: SubscriptionId, name: string): string => `${plan}|${name}`
