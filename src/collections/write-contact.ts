import { z } from 'zod'
import { type Person, people, personKey, personSchema } from '../access/person.ts'
import { type Address, addressOf } from '../delivery/address.ts'
import { queueEvent } from '../delivery/event.ts'
import { queuePosts } from '../delivery/line.ts'
import { talkLine } from '../delivery/talk-line.ts'
import type { Customer } from '../ledger/customer.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { type Contact, contactOf, contactSchema, putContact, type Recipient } from './contact.ts'
import type { Stage } from './policy.ts'

/** What later posts call a reminder's message by. */
export const reminderName = (contact: string): string => `reminder ${contact}`

/** A contact's id. On one day the same thing can be said again only where it reached nobody before. */
export async function freshContactId(reading: Reading, customer: CustomerId, on: string, what: string) {
  const id = `${customer}|${on}|${what}`
  for (let time = 1; ; time++) {
    const next = time === 1 ? id : `${id}~${time}`
    if (!(await contactOf(reading, next))) return next
  }
}

export type Writing = {
  readonly customer: Customer
  readonly channel: Stage['channel']
  /** What the policy says besides, per language. */
  readonly words?: Stage['words']
  readonly now: Instant
}

/** Writes to a customer: to each of its billing contacts by the way that there is. The contact and what is sent begin in this unit of work. */
export async function writeContact(unit: Unit, contact: Omit<Contact, 'to'>, writing: Writing): Promise<Contact> {
  const persons = await billingContacts(unit, writing.customer.id)
  const to: Recipient[] = []
  for (const person of persons) to.push(await writeTo(unit, contact, person, writing))
  // Nobody to write to by name: the partner's mail system may know an address.
  if (persons.length === 0) to.push(await askMailSystem(unit, contact, undefined, writing))
  const written: Contact = { ...contact, to }
  putContact(unit, written, 0)
  return written
}

/** Those of a customer who may see its figures, in a fixed order. */
export async function billingContacts(reading: Reading, customer: CustomerId): Promise<readonly Person[]> {
  const { items } = await reading.find(people, { index: 'customer', equals: customer })
  return items
    .map(({ data }) => recordOf(personSchema, data))
    .filter(({ roles }) => roles.includes('billing-contact'))
    .sort((a, b) => (personKey(a.tenant, a.objectId) < personKey(b.tenant, b.objectId) ? -1 : 1))
}

async function writeTo(unit: Unit, contact: Omit<Contact, 'to'>, person: Person, writing: Writing): Promise<Recipient> {
  const { customer, channel, now } = writing
  if (channel === 'webhook') return askMailSystem(unit, contact, person, writing)
  const address = await addressOf(unit, person)
  if (address) return post(unit, contact, person, { ...writing, address })
  if (channel === 'teams-then-webhook') return askMailSystem(unit, contact, person, writing)
  const language = person.language ?? customer.language
  return { person: refTo(person), language, way: 'teams', post: '', state: 'failed', reason: 'unreachable', at: now }
}

const refTo = ({ tenant, objectId, name }: Person): NonNullable<Recipient['person']> => ({ tenant, objectId, name })

async function post(
  unit: Unit,
  contact: Omit<Contact, 'to'>,
  person: Person,
  { customer, now, address }: Writing & { readonly address: Address },
): Promise<Recipient> {
  const language = address.language ?? person.language ?? customer.language
  const { tenant, objectId } = person
  const { channel, serviceUrl, conversation } = address
  const id = `${contact.id}|${objectId}`
  const content = { kind: 'reminder', contact: contact.id, person: { tenant, objectId }, language } as const
  const to = { kind: 'talk', channel, serviceUrl, conversation, tenant } as const
  const message = { id, how: 'send', name: reminderName(contact.id), content } as const
  await queuePosts(unit, { id: talkLine(address), to, now }, [message])
  return { person: refTo(person), language, way: 'teams', post: id, state: 'queued', at: now }
}

/** Asks the partner's own mail system to write, once for each person: what to say, as data. */
export async function askMailSystem(
  unit: Unit,
  contact: Omit<Contact, 'to'>,
  person: Person | undefined,
  { customer, words, now }: Omit<Writing, 'channel'>,
): Promise<Recipient> {
  const language = person?.language ?? customer.language
  const id = `${contact.id}|${person?.objectId ?? 'customer'}|mail`
  const { bills, fees, notices, ...said } = z.encode(contactSchema, { ...contact, to: [] })
  const data = {
    contact: said.id,
    kind: said.kind,
    ...(said.stage !== undefined && { stage: said.stage }),
    customer: { id: customer.id, tenant: customer.tenant, name: customer.name, domain: customer.domain },
    to: { ...(person && { name: person.name, mail: person.mail }), language },
    bills,
    fees,
    ...(notices && { notices }),
    ...(words?.[language] !== undefined && { words: words[language] }),
  }
  const asked = await queueEvent(unit, { id, type: 'saldo.reminder.requested', subject: customer.id, data, now })
  const reached = asked > 0 ? ({ state: 'queued' } as const) : ({ state: 'failed', reason: 'unreachable' } as const)
  return { ...(person && { person: refTo(person) }), language, way: 'webhook', post: id, ...reached, at: now }
}
