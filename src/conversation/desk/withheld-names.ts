import { partnerRoles, people } from '../../access/person.ts'
import type { Customer } from '../../ledger/customer.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading } from '../../store/documents.ts'
import type { CaseFile } from '../../support/escalation/case-file.ts'
import type { Handoff } from '../../support/handoff.ts'
import type { Ticket } from '../../support/ticket.ts'

/**
 * Who must not be named in what goes to Microsoft: the customer's people, the partner's own, and every other customer that `texts` name,
 * by the whole name or without the legal form that nobody writes.
 */
export async function withheldNames(
  reading: Reading,
  customer: Customer,
  {
    ticket,
    talks,
    texts,
  }: { readonly ticket: Ticket; readonly talks: readonly Handoff[]; readonly texts: readonly string[] },
): Promise<CaseFile['withheld']> {
  const pages = await Promise.all([
    reading.find(people, { index: 'customer', equals: customer.id }),
    reading.find(people, { index: 'tenant', equals: customer.tenant }),
    ...partnerRoles.map((role) => reading.find(people, { index: 'role', equals: role })),
  ])
  const known = pages.flatMap(({ items }) => items.map(({ data }) => data.name))
  const here = [
    ticket.person.name,
    ticket.owner?.name,
    ...ticket.trail.map(({ by }) => (by === 'saldo' ? undefined : by.name)),
    ...talks.flatMap(({ person, owner, offeredTo }) => [person.name, owner?.name, offeredTo?.name]),
  ]
  const names = [...known, ...here].filter((name) => name !== undefined && name.trim() !== '')
  return {
    people: [...new Set(names as string[])],
    companies: await companiesIn(reading, customer, plain(texts.join('\n'))),
  }
}

/** Of ten thousand customers those few that the texts name: nobody looks for all of them in each. */
async function companiesIn(reading: Reading, { tenant }: Customer, text: string): Promise<readonly string[]> {
  const found: string[] = []
  for await (const other of ledgerOf(reading).customers()) {
    if (other.tenant === tenant) continue
    const names = [other.name, withoutLegalForm(other.name), other.domain, other.domain.split('.')[0] ?? '']
    found.push(...names.filter((name) => name.length >= shortest && text.includes(plain(name))))
  }
  return [...new Set(found)]
}

const shortest = 4
const legalForm =
  /[\s,]+(?:s\.?\s?a\.?|l\.?da\.?|ltda\.?|s\.?l\.?u?\.?|unipessoal|ltd\.?|limited|llp|plc|inc\.?|gmbh|eireli|me)$/i
const withoutLegalForm = (name: string): string => name.replace(legalForm, '').replace(legalForm, '').trim()
const plain = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
