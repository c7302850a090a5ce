import { may } from '../../access/may.ts'
import { type Person, people, personSchema } from '../../access/person.ts'
import { principalOf } from '../../access/principal-of.ts'
import { payableAtRisk } from '../../answers/payables.ts'
import { accountPayables, billedAccounts, unpaidPayables } from '../../collections/account-payables.ts'
import type { Payable } from '../../collections/payables.ts'
import { notePayableNoticed } from '../../collections/supplier-payment.ts'
import { addressOf } from '../../delivery/address.ts'
import { queueEvent, webhooksFor } from '../../delivery/event.ts'
import { queuePosts } from '../../delivery/line.ts'
import { talkLine } from '../../delivery/talk-line.ts'
import { every } from '../../ledger/every.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Documents, Json, Reading, Unit } from '../../store/documents.ts'
import { dayIn, type Instant } from '../../values/day.ts'
import { moneyJson } from '../../values/money.ts'
import { answerJson } from '../answer-json.ts'

/**
 * Tells billing admins, each in their private chat, and the partner's systems, of every invoice of Microsoft's that has to be paid soon. Cost:
 * the helpdesk's channel has readers whom it is not for. Gives how many notices were given. Once an invoice; safe to repeat.
 */
export async function strikePayables(documents: Documents, now: Instant): Promise<number> {
  // Microsoft's days end in UTC (partner-center.md 14, R21).
  const today = dayIn('UTC', now)
  let given = 0
  for (const partner of await billedAccounts(documents)) {
    const due = (await unpaidPayables(documents, partner, today)).filter(({ near, noticed }) => near && !noticed)
    const numbers = new Set(due.map(({ supplierInvoice }) => supplierInvoice.number))
    if (numbers.size === 0 || !(await isAnybodyThere(documents))) continue
    // Read outside the unit of work: it takes every account of the partner's, and a notice may be a moment old.
    for (const payable of await accountPayables(documents, partner, today))
      if (numbers.has(payable.supplierInvoice.number))
        given += (await documents.change((unit) => give(unit, payable, now))) ? 1 : 0
  }
  return given
}

/** Every account of the partner's is read for a notice: not again and again while there is nobody to give it to. */
async function isAnybodyThere(reading: Reading): Promise<boolean> {
  if ((await webhooksFor(reading, 'saldo.payables.at-risk')).length > 0) return true
  for (const person of await adminsOf(reading)) if (await addressOf(reading, person)) return true
  return false
}

/** Nothing is noted where there is nobody to tell: whoever writes to the bot first gets it then. */
async function give(unit: Unit, payable: Payable, now: Instant): Promise<boolean> {
  const { partner, number } = payable.supplierInvoice
  const admins = await adminsOf(unit)
  const id = `payables|${partner}|${number}`
  const event = { id, type: 'saldo.payables.at-risk', subject: number, data: dataOf(payable), now } as const
  const ways = await Promise.all(admins.map((person) => addressOf(unit, person)))
  const told = admins.flatMap((person, at) => (ways[at] ? [{ person, to: ways[at] }] : []))
  const systems = await queueEvent(unit, event)
  if (told.length + systems === 0 || !(await notePayableNoticed(unit, { partner, number }, now))) return false
  const answer = answerJson(payableAtRisk(payable).answer)
  for (const { person, to } of told) {
    const { channel, serviceUrl, conversation, tenant } = to
    const content = { kind: 'answer', language: person.language ?? 'en', answer } as const
    await queuePosts(unit, { id: talkLine(to), to: { kind: 'talk', channel, serviceUrl, conversation, tenant }, now }, [
      { id: `${id}|${person.objectId}`, how: 'send', content },
    ])
  }
  return true
}

async function adminsOf(reading: Reading): Promise<readonly Person[]> {
  const admins: Person[] = []
  for await (const { data } of every(reading, people, { index: 'role', equals: 'billing-admin' })) {
    const person = recordOf(personSchema, data)
    const principal = await principalOf(reading, person)
    if (principal.kind === 'partner' && may(principal, 'supplier-costs')) admins.push(person)
  }
  return admins
}

const dataOf = ({ supplierInvoice, total, dueOn, atRiskOn, behind }: Payable): Json => ({
  number: supplierInvoice.number,
  account: supplierInvoice.partner,
  period: supplierInvoice.period,
  total: moneyJson(total),
  dueOn,
  atRiskOn,
  open: behind.map(({ open }) => moneyJson(open)),
  overdue: behind.map(({ overdue }) => moneyJson(overdue)),
})
