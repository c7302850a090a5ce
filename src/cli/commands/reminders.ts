import { z } from 'zod'
import { type Contact, contactSchema, contacts, type Recipient } from '../../collections/contact.ts'
import { type ContactTotals, ledgerOfContacts } from '../../collections/contact-totals.ts'
import { decisionsOf } from '../../collections/decision-log.ts'
import { every } from '../../ledger/every.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { recordOf } from '../../ledger/record.ts'
import type { CustomerId } from '../../values/ids.ts'
import { amountText } from '../../values/money.ts'
import { customerNames } from '../customer-names.ts'
import {
  decisionHead,
  decisionJson,
  decisionRight,
  decisionRows,
  decisionTotals,
  type NamedDecision,
} from '../decision-text.ts'
import { findCustomers } from '../find-customers.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = {
  readonly customer?: string
  readonly unknown: boolean
  readonly failed: boolean
  readonly held: boolean
  readonly waiting: boolean
  readonly decisions: boolean
  readonly json: boolean
}

type Listed = { readonly name: string; readonly contact: Contact }

/** `saldo reminders`: who was written to and what became of it, or why not. */
export const listReminders = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const wanted = options.customer === undefined ? undefined : await findCustomers(desk.documents, options.customer)
    const ids = wanted?.map(({ id }) => id)
    if (options.decisions || options.waiting)
      await writeDecisions(outside, await decisionsIn(desk, ids, options), options)
    else await writeContacts(outside, await contactsIn(desk, ids), options)
    return 0
  })

async function contactsIn({ documents }: Desk, ids: readonly CustomerId[] | undefined): Promise<readonly Listed[]> {
  const nameOf = customerNames(documents)
  const listed: Listed[] = []
  const range = ids?.length === 1 ? { index: 'customer', from: `${ids[0]}|`, to: `${ids[0]}|\uffff` } : { index: 'on' }
  for await (const { data } of every(documents, contacts, { ...range, order: 'descending' })) {
    const contact = recordOf(contactSchema, data)
    if (!ids || ids.includes(contact.customer)) listed.push({ name: await nameOf(contact.customer), contact })
  }
  return listed
}

async function writeContacts({ terminal }: Outside, all: readonly Listed[], options: Options): Promise<void> {
  const states = (['unknown', 'failed', 'held'] as const).filter((state) => options[state])
  const isWanted = ({ state }: Recipient) => states.length === 0 || states.some((each) => each === state)
  const listed = all.filter(({ contact }) => contact.to.some(isWanted))
  if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(contactJson(each))}\n`)
  else if (listed.length > 0) {
    const rows = listed.flatMap((each) => each.contact.to.filter(isWanted).map((recipient) => rowOf(each, recipient)))
    await writeRows(terminal, head, rows)
  }
  await terminal.err(`${totalsText(ledgerOfContacts(all.map(({ contact }) => contact)))}\n`)
}

const head = ['day', 'customer', 'what', 'bills', 'to', 'by', 'became', 'why']

function rowOf({ name, contact }: Listed, { person, way, state, reason }: Recipient): string[] {
  const bills = contact.bills.map(({ number, amount }) => `${number} ${amountText(amount)} ${amount.currency}`)
  const about = contact.notices?.map(({ kind }) => kind) ?? []
  return [
    contact.on,
    name,
    contact.stage ?? contact.kind,
    [...bills, ...about].join('; '),
    person ? (person.name ?? person.objectId) : 'mail system',
    way,
    state,
    reason ?? '',
  ]
}

const contactJson = ({ name, contact }: Listed) => ({ ...z.encode(contactSchema, contact), name })

/** Adds up: whoever was to be written to is in exactly one of the others. */
const totalsText = ({ contacts: count, asked, sent, held, failed, unknown, queued }: ContactTotals): string =>
  `${count} contacts to ${asked}: ${sent} sent, ${held} held back, ${failed} failed, ${unknown} unknown, ${queued} waiting`

async function decisionsIn(
  { documents }: Desk,
  ids: readonly CustomerId[] | undefined,
  { waiting }: Options,
): Promise<readonly NamedDecision[]> {
  const nameOf = customerNames(documents)
  const listed: NamedDecision[] = []
  for await (const id of ids ?? everyCustomer({ documents })) {
    const log = await decisionsOf(documents, id)
    const name = await nameOf(id)
    listed.push(...(waiting ? log.slice(0, 1).filter(isWithStaff) : log).map((decision) => ({ name, decision })))
  }
  return listed
}

/** The policy has nothing more to say to the customer, or gave it to staff that day. */
const isWithStaff = ({ staff, bills }: NamedDecision['decision']): boolean =>
  staff !== undefined || bills.some(({ reason }) => reason === 'end')

async function* everyCustomer({ documents }: Pick<Desk, 'documents'>): AsyncGenerator<CustomerId> {
  for await (const { id } of ledgerOf(documents).customers()) yield id
}

async function writeDecisions(
  { terminal }: Outside,
  listed: readonly NamedDecision[],
  { json, waiting }: Options,
): Promise<void> {
  if (json) for (const each of listed) await terminal.out(`${JSON.stringify(decisionJson(each))}\n`)
  else if (listed.length > 0) await writeRows(terminal, decisionHead, listed.flatMap(decisionRows), decisionRight)
  const days = `${listed.length} days of ${decisionTotals(listed.map(({ decision }) => decision)).replace(/^\d+ /, '')}`
  await terminal.err(waiting ? `${listed.length} customers wait for a person\n` : `${days}\n`)
}
