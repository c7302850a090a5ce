import { roleTable } from '../../access/may.ts'
import { type Person, partnerRoles, people, personSchema } from '../../access/person.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import { type Helpdesk, helpdeskOf } from '../../support/helpdesk.ts'
import type { PartnerId } from '../../values/ids.ts'

/** To whom a case can go: colleagues who may take cases, by name, and queues. */
export type CaseChoices = {
  readonly colleagues: readonly Pick<Person, 'tenant' | 'objectId' | 'name' | 'mail'>[]
  readonly queues: readonly string[]
}

const usualQueues = ['billing', 'technical']

export async function caseChoices(reading: Reading, partner: PartnerId): Promise<CaseChoices> {
  const [helpdesk, colleagues] = await Promise.all([helpdeskOf(reading, partner), colleaguesIn(reading)])
  return { colleagues, queues: queuesOf(helpdesk) }
}

const queuesOf = (helpdesk: Helpdesk | undefined): readonly string[] =>
  helpdesk?.queues.map(({ name }) => name) ?? usualQueues

async function colleaguesIn(reading: Reading): Promise<CaseChoices['colleagues']> {
  const roles = partnerRoles.filter((role) => roleTable[role].includes('cases'))
  const pages = await Promise.all(roles.map((role) => reading.find(people, { index: 'role', equals: role })))
  const found = new Map(pages.flatMap(({ items }) => items.map(({ id, data }) => [id, recordOf(personSchema, data)])))
  // A role of the partner's on somebody of a customer's gives nothing.
  return [...found.values()].filter(({ customer }) => !customer).sort((a, b) => a.name.localeCompare(b.name, 'en'))
}
