import { decide } from '../../collections/decide.ts'
import { type Reminded, remindCustomer } from '../../collections/remind-customer.ts'
import { situationAt, situationOf } from '../../collections/situation.ts'
import { onStaff } from '../../conversation/collections/on-staff.ts'
import type { Customer } from '../../ledger/customer.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { type Day, dayIn, type Instant } from '../../values/day.ts'
import { CommandRefused } from '../command-refused.ts'
import { decisionHead, decisionJson, decisionRight, decisionRows, decisionTotals } from '../decision-text.ts'
import { findCustomers } from '../find-customers.ts'
import { instantText } from '../instant-text.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = {
  readonly asOf?: Day
  readonly customer?: string
  readonly dryRun: boolean
  readonly json: boolean
}

type Done = Omit<Reminded, 'contact'> & { readonly name: string; readonly contact?: string }

/** `saldo remind`: the decision for every customer, and what follows from it; a dry run prints it and changes nothing. */
export const remind = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const { json, dryRun } = options
    const done: Done[] = []
    for await (const customer of customersOf(desk, options.customer)) {
      const one = await decideFor(desk, customer, options)
      if (!one) continue
      done.push(one)
      if (json) await terminal.out(`${JSON.stringify(doneJson(one))}\n`)
    }
    // All of a dry run: a customer that is not written to is as much of an answer.
    const shown = dryRun ? done : done.filter(({ decision, waits }) => decision.kind !== 'none' || waits !== undefined)
    if (!json && shown.length > 0) await writeRows(terminal, head(dryRun), shown.flatMap(rowsOf(dryRun)), decisionRight)
    await terminal.err(`${decisionTotals(done.map(({ decision }) => decision))}\n`)
    return 0
  })

async function* customersOf({ documents }: Desk, wanted: string | undefined): AsyncGenerator<Customer> {
  if (wanted === undefined) yield* ledgerOf(documents).customers()
  else yield* await findCustomers(documents, wanted)
}

async function decideFor(
  { documents, clock }: Desk,
  { id, name, timeZone }: Customer,
  { asOf, dryRun }: Options,
): Promise<Done | undefined> {
  const now = clock.now()
  if (dryRun) {
    const scene = asOf === undefined ? await situationAt(documents, id, now) : await situationOf(documents, id, asOf)
    return scene && { name, decision: decide(scene.situation, scene.today) }
  }
  if (asOf !== undefined && asOf > dayIn(timeZone, now))
    throw new CommandRefused('what is decided on a day to come can only be looked at: add --dry-run')
  const done = await documents.change((unit) => remindCustomer(unit, id, { now, day: asOf, onStaff }))
  return done && { name, decision: done.decision, waits: done.waits, contact: done.contact?.id }
}

const head = (dryRun: boolean): string[] => (dryRun ? decisionHead : [...decisionHead, 'done'])

const rowsOf =
  (dryRun: boolean) =>
  ({ name, decision, contact, waits }: Done): string[][] => {
    const [first = [], ...others] = decisionRows({ name, decision })
    if (dryRun) return [first, ...others]
    return [[...first, waits ? `waits until ${instantText(waits)}` : contact ? 'queued' : ''], ...others]
  }

const doneJson = ({ name, decision, contact, waits }: Done): object & { waits?: Instant } => ({
  ...decisionJson({ name, decision }),
  ...(contact !== undefined && { contact }),
  ...(waits !== undefined && { waits }),
})
