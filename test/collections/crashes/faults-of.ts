import { ledgerOfContacts } from '../../../src/collections/contact-totals.ts'
import { decisionsOf } from '../../../src/collections/decision-log.ts'
import { lines } from '../../../src/delivery/line.ts'
import type { CustomerId } from '../../../src/values/ids.ts'
import type { Run, Sending } from './one-run.ts'

export const kinds = ['doubled', 'lost', 'after payment', 'does not add up', 'not at rest', 'fault'] as const
export type Fault = { readonly kind: (typeof kinds)[number]; readonly what: string }

const customerOf = (contact: string): CustomerId => contact.split('|')[0] as CustomerId
/** What a message is about: its customer and stage. A stage that is said again on another day is the same. */
const aboutOf = ({ contact, to }: Sending): string => {
  const [customer, , stage] = contact.split('|')
  return `${customer} ${stage?.replace(/~\d+$/, '')} ${to}`
}

/** All that must not be. */
export async function faultsOf({ desk, sent, paid, faults }: Run): Promise<readonly Fault[]> {
  const found: Fault[] = faults.map((error) => ({ kind: 'fault', what: String(error) }))
  const contacts = await desk.contacts()
  for (const [what, all] of Map.groupBy(sent, aboutOf)) if (all.length > 1) found.push({ kind: 'doubled', what })
  for (const sending of sent) {
    const paidAt = paid.get(customerOf(sending.contact)) ?? Number.POSITIVE_INFINITY
    if (paidAt < sending.began) found.push({ kind: 'after payment', what: aboutOf(sending) })
  }
  for (const { id, to } of contacts)
    for (const { person, state, way } of to) {
      const arrived = sent.some(({ contact, to: whom }) => contact === id && whom === person?.objectId)
      const fits = arrived ? ['sent', 'unknown'] : ['held', 'failed', 'unknown']
      if (way === 'teams' && !fits.includes(state))
        found.push({ kind: 'lost', what: `${id} ${person?.name} ${state}, ${arrived ? 'arrived' : 'did not arrive'}` })
    }
  const { asked, contacts: _, ...states } = ledgerOfContacts(contacts)
  if (Object.values(states).reduce((sum, count) => sum + count, 0) !== asked)
    found.push({ kind: 'does not add up', what: JSON.stringify(states) })
  found.push(...(await silences(desk, new Set(paid.keys()))))
  const { items } = await desk.documents.find(lines, { index: 'due' })
  for (const { id } of items) found.push({ kind: 'not at rest', what: id })
  return found
}

/** Who has not paid was written to, and the log says so; who was not, has a reason. */
async function silences(desk: Run['desk'], paid: ReadonlySet<string>): Promise<Fault[]> {
  const found: Fault[] = []
  for (const at of [1, 2, 3]) {
    const customer = (await desk.contacts()).find(({ customer: id }) => id.endsWith(String(at)))?.customer
    const log = customer && (await decisionsOf(desk.documents, customer))
    if (log?.some(({ kind }) => kind === 'contact') || [...paid].some((id) => id.endsWith(String(at)))) continue
    found.push({ kind: 'lost', what: `customer ${at} was never decided to be written to` })
  }
  return found
}
