import type { z } from 'zod'
import type { Importer, ImportInput } from '../ledger/importing.ts'
import { offeringSchema, offerings } from '../support/offering.ts'
import { accountImporter } from './account-yaml.ts'
import { readCalendar } from './read-calendar.ts'

type Document = z.input<typeof offeringSchema>

/**
 * offering.yaml: what the partner tells its customers about itself. Begins with `# saldo offering`. The holidays of the iCalendar
 * files beside it that `holidayCalendars` names join those it lists.
 */
export const offeringImporter: Importer = accountImporter<Document>({
  format: 'offering',
  schema: offeringSchema,
  collection: offerings,
  integers: ['weekday', 'respond', 'resolve'],
  complete: withCalendars,
})

async function withCalendars(input: ImportInput, offering: Document) {
  const read = new Map<string, readonly string[]>()
  const whole = await withDays(input, offering, read)
  const plans: Plan[] = []
  for (const plan of offering.plans ?? []) plans.push(await withDays(input, plan, read))
  return { data: { ...whole, ...(offering.plans && { plans }) }, notes: [...read].map(noteOf) }
}

type Plan = NonNullable<Document['plans']>[number]
type Closing = { readonly holidays?: readonly string[]; readonly holidayCalendars?: readonly string[] }

/** The same with all its holidays listed. What names no calendar stays as it was written. */
async function withDays<T extends Closing>(
  input: ImportInput,
  of: T,
  read: Map<string, readonly string[]>,
): Promise<T> {
  if (!of.holidayCalendars) return of
  const days = new Set<string>(of.holidays)
  for (const name of of.holidayCalendars) {
    const known = read.get(name) ?? (await readCalendar(input, name))
    read.set(name, known)
    for (const day of known) days.add(day)
  }
  return { ...of, holidays: [...days].sort() }
}

const noteOf = ([name, days]: readonly [string, readonly string[]]): string =>
  days.length > 0
    ? `${name}: ${days.length} holidays from ${days[0]} to ${days.at(-1)}`
    : `${name}: no holidays from last year on, so it may be an old calendar`
