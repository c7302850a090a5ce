import { createHash } from 'node:crypto'
import type { SuspensionAct } from '../../collections/act-on-suspension.ts'
import type { RefusedSuspension } from '../../collections/change-suspension.ts'
import type { ProposedSuspension } from '../../collections/propose-suspension.ts'
import type { Suspension, SuspensionEntry } from '../../collections/suspension.ts'
import { moveSuspension, proposeAndTell } from '../../conversation/collections/move-suspension.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import type { Reading, Unit } from '../../store/documents.ts'
import type { CustomerId, InvoiceId } from '../../values/ids.ts'
import { CommandRefused } from '../command-refused.ts'
import { customerNames } from '../customer-names.ts'
import { findCustomers } from '../find-customers.ts'
import { findSuspension } from '../find-suspension.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { staffOf } from '../staff-of.ts'
import { suspensionJson } from './suspensions.ts'

type Options = { readonly as: string; readonly json: boolean }

/** `saldo suspensions propose`: as staff; what the policy proposes comes by itself. Safe to repeat. */
export const proposeSuspensionCommand = (
  outside: Outside,
  name: string,
  options: Options & { readonly invoice: readonly string[] },
): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const proposed = await documents.change(async (unit) => {
      const staff = await staffOf(unit, options.as)
      const { customer, invoices } = await billsOf(unit, name, options.invoice)
      const by = { principal: staff, name: staff.name }
      return proposeAndTell(unit, { customer, invoices, by, now: clock.now() })
    })
    if (proposed.kind !== 'proposed' && proposed.kind !== 'same') throw new CommandRefused(whyNotProposed(proposed))
    const before = proposed.kind === 'same' ? ', as before' : ''
    return write(outside, documents, proposed.suspension, { outcome: proposed.kind, before, json: options.json })
  })

/** `saldo suspensions approve` and the others: as the card's buttons do. Safe to repeat. */
export const moveSuspensionCommand = (
  outside: Outside,
  number: string,
  act: SuspensionAct,
  options: Options,
): Promise<ExitCode> =>
  outside.withDesk(async ({ documents, clock }) => {
    const moved = await documents.change(async (unit) => {
      const staff = await staffOf(unit, options.as)
      const suspension = await findSuspension(unit, number)
      const by = { principal: staff, name: staff.name }
      return moveSuspension(unit, {
        ...{ suspension: suspension.id, act, by, now: clock.now() },
        event: eventOf(suspension, act, options.as),
      })
    })
    if (moved.kind === 'unknown') throw new CommandRefused('there is no such suspension')
    if (moved.kind === 'refused') throw new CommandRefused(refusals[moved.why])
    const before = moved.kind === 'unchanged' ? ', as before' : ''
    return write(outside, documents, moved.suspension, { outcome: moved.kind, before, json: options.json })
  })

/** The same command by the same person is the same cause, until something has come between that makes it another one. */
function eventOf({ trail }: Suspension, act: SuspensionAct, as: string): string {
  const cause = createHash('sha256')
    .update(JSON.stringify([act, as]))
    .digest('hex')
    .slice(0, 16)
  return `command|${cause}|${trail.filter(between(act)).length}`
}

function between(act: SuspensionAct): (entry: SuspensionEntry) => boolean {
  const opposite = { done: 'undone', undone: 'done' } as const
  switch (act.kind) {
    case 'done':
    case 'undone':
      return ({ what, text }) => what === opposite[act.kind] && text?.split(':')[0] === act.task
    case 'told':
      return ({ what }) => what === 'hold'
    case 'record':
    case 'verify':
      return () => true
    default:
      return () => false
  }
}

/** The one customer that a name means, with its bills of these numbers. Throws CommandRefused. */
async function billsOf(
  unit: Unit,
  name: string,
  numbers: readonly string[],
): Promise<{ customer: CustomerId; invoices: InvoiceId[] }> {
  const [customer, ...others] = await findCustomers(unit, name)
  if (!customer || others.length > 0)
    throw new CommandRefused(`"${name}" means several customers: write the whole name, or the tenant id`)
  const invoices: InvoiceId[] = []
  for (const number of numbers) {
    const bill = await ledgerOf(unit).invoice(customer.id, number)
    if (!bill)
      throw new CommandRefused(`${customer.name} has no bill ${number}: \`saldo invoices --customer\` lists them`)
    invoices.push(bill.id)
  }
  return { customer: customer.id, invoices }
}

async function write(
  { terminal }: Outside,
  reading: Reading,
  suspension: Suspension,
  { outcome, before, json }: { readonly outcome: string; readonly before: string; readonly json: boolean },
): Promise<ExitCode> {
  const { id, state, day, tasks } = suspension
  const name = await customerNames(reading)(suspension.customer)
  const open = tasks.filter(({ done }) => !done).map((task) => task.id)
  const said = [
    `${id} (${name}): ${state}${before}`,
    day && state === 'announced' ? `on ${day}` : undefined,
    open.length > 0 ? `open tasks: ${open.join(', ')}` : undefined,
    state === 'approved' ? 'nobody of the customer could be told: tell them, then `saldo suspensions told`' : undefined,
  ]
  const text = said.filter((part) => part !== undefined).join('; ')
  await terminal.out(json ? `${JSON.stringify({ outcome, ...suspensionJson(suspension, name) })}\n` : `${text}\n`)
  return 0
}

const refusals: Readonly<Record<RefusedSuspension, string>> = {
  'no-role':
    'the role does not allow it: approving, declining and switching off are an admin agent’s, all else a billing admin’s too; `saldo people` lists everybody with their roles',
  'own-proposal': 'they proposed it: another admin agent decides',
  'same-person': 'they approved it already: the second approval is another admin agent’s',
  'not-now': 'this is not the time for it, or something else comes first: `saldo suspensions show` says how it stands',
}

function whyNotProposed(
  proposed: Exclude<ProposedSuspension, { suspension: Suspension }> | { kind: 'declined' },
): string {
  switch (proposed.kind) {
    case 'nothing':
      return proposed.why === 'nothing-due'
        ? 'nothing is due of these bills: they are paid, or all that is open is contested'
        : 'no running subscription stands behind the lines of these bills'
    case 'no-policy':
      return 'the policy proposes no suspensions: write `suspension:` into policy.yaml and import it'
    case 'refused':
      return 'only a billing admin or an admin agent may propose one: `saldo people` lists everybody with their roles'
    case 'unknown-customer':
      return 'there is no such customer'
    case 'declined':
      return 'it was declined for these bills'
  }
}
