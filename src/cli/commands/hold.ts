import { createHash } from 'node:crypto'
import { type PlacedHold, placeHold } from '../../collections/hold.ts'
import { releaseHold } from '../../collections/release-hold.ts'
import type { Steers } from '../../collections/steer.ts'
import type { Customer } from '../../ledger/customer.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading, Unit } from '../../store/documents.ts'
import type { Day } from '../../values/day.ts'
import type { InvoiceId } from '../../values/ids.ts'
import { CommandRefused } from '../command-refused.ts'
import { findCustomers } from '../find-customers.ts'
import { operatorName } from '../operator-name.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { staffOf } from '../staff-of.ts'
import { standingsOf } from '../standings-of.ts'
import { holdJson } from './holds.ts'

type Options = {
  readonly reason: string
  readonly invoice?: string
  readonly until?: Day
  readonly exempt: boolean
  readonly by?: string
  readonly json: boolean
}

/** `saldo hold`: stops the reminders of a customer or of one bill. Safe to repeat. */
export const holdCommand = (outside: Outside, name: string, options: Options): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const { reason, until, exempt, json } = options
    const customer = await oneCustomer(documents, name)
    const now = clock.now()
    const placed = await documents.change(async (unit) => {
      const invoice = options.invoice === undefined ? undefined : await billOf(unit, customer, options.invoice)
      const by = await steers(unit, options.by)
      const kind = exempt ? 'exempt' : 'held'
      const event = `command|${digest([kind, invoice?.id, until, reason, now].join('|'))}`
      return placeHold(unit, { customer: customer.id, kind, invoice: invoice?.id, reason, until, by, now, event })
    })
    if (placed.kind !== 'placed' && placed.kind !== 'already') throw new CommandRefused(whyNot(placed))
    const { hold } = placed
    const listed = { customer, hold, number: options.invoice?.toUpperCase(), inForce: true }
    const what = `${customer.name}${listed.number ? `, ${listed.number}` : ''}`
    const end = hold.until ? `until ${hold.until}` : 'until it is released'
    const said = `${hold.id}: ${what}: no reminders ${end}${placed.kind === 'already' ? ', as before' : ''}`
    await outside.terminal.out(
      json ? `${JSON.stringify({ outcome: placed.kind, ...holdJson(listed) })}\n` : `${said}\n`,
    )
    return 0
  })

/** `saldo release`: ends a hold, whoever placed it. Safe to repeat. */
export const releaseCommand = (
  outside: Outside,
  id: string,
  { by: who, json }: Pick<Options, 'by' | 'json'>,
): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const customer = await whoseHold(documents, id)
    const now = clock.now()
    const released = await documents.change(async (unit) => {
      const by = await steers(unit, who)
      return releaseHold(unit, { customer: customer.id, hold: id, by, now })
    })
    if (released.kind === 'refused') throw new CommandRefused(noRole)
    if (released.kind === 'unknown-hold') throw new CommandRefused(noHold(id))
    const { hold, kind } = released
    const said = `${hold.id}: reminders of ${customer.name} go on${kind === 'already' ? ', as before' : ''}`
    const number = undefined
    const object = { outcome: kind, ...holdJson({ customer, hold, number, inForce: false }) }
    await outside.terminal.out(json ? `${JSON.stringify(object)}\n` : `${said}\n`)
    return 0
  })

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

const noRole = 'holds are placed and released by a billing admin or an admin agent: `saldo people` shows the roles'
const noHold = (id: string): string => `there is no hold ${id}: \`saldo holds --all\` lists them`

const whyNot = (placed: Exclude<PlacedHold, { kind: 'placed' | 'already' }>): string => {
  switch (placed.kind) {
    case 'refused':
      return noRole
    case 'past-day':
      return `a hold ends on ${placed.earliest} or later`
    case 'unknown-invoice':
      return 'that customer has no such bill: `saldo invoices` lists them'
  }
}

/** Whoever may run commands on the machine that holds the data could edit it as well; the record says it was them. */
async function steers(reading: Reading, user: string | undefined): Promise<Steers> {
  if (user === undefined) return { key: operatorName() }
  const principal = await staffOf(reading, user)
  return { principal, name: principal.name }
}

async function oneCustomer(reading: Reading, name: string): Promise<Customer> {
  const found = await findCustomers(reading, name)
  const exact = found.filter((customer) => customer.name.toLowerCase() === name.trim().toLowerCase())
  const [only, ...others] = exact.length > 0 ? exact : found
  if (!only || others.length > 0)
    throw new CommandRefused(`several customers are called "${name}": ${found.map((one) => one.id).join(', ')}`)
  return only
}

async function billOf(unit: Unit, customer: Customer, number: string): Promise<{ readonly id: InvoiceId }> {
  const bill = await ledgerOf(unit).invoice(customer.id, number)
  if (!bill)
    throw new CommandRefused(`${customer.name} has no bill ${number}: \`saldo invoices --customer\` lists its bills`)
  return bill
}

async function whoseHold(reading: Reading, id: string): Promise<Customer> {
  for await (const { customer, standing } of standingsOf(reading, undefined))
    if (standing.holds.some((hold) => hold.id === id)) return customer
  throw new CommandRefused(noHold(id))
}
