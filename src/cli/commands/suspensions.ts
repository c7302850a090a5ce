import { z } from 'zod'
import { isLive, type Suspension, suspensionSchema, suspensions } from '../../collections/suspension.ts'
import { every } from '../../ledger/every.ts'
import { recordOf } from '../../ledger/record.ts'
import type { Reading } from '../../store/documents.ts'
import { customerNames } from '../customer-names.ts'
import { findCustomers } from '../find-customers.ts'
import { instantText } from '../instant-text.ts'
import { lookAt } from '../look-at.ts'
import type { ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly customer?: string; readonly open: boolean; readonly json: boolean }

/** `saldo suspensions`: what is proposed, announced, suspended and put back, the newest first. */
export const listSuspensions = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async ({ documents }) => {
    const { terminal } = outside
    const nameOf = customerNames(documents)
    const listed = await wanted(documents, options)
    if (options.json)
      for (const each of listed)
        await terminal.out(`${JSON.stringify(suspensionJson(each, await nameOf(each.customer)))}\n`)
    else if (listed.length === 0) await terminal.err('There is no suspension to show.\n')
    else {
      const rows = await Promise.all(listed.map(async (each) => rowOf(each, await nameOf(each.customer))))
      await writeRows(terminal, head, rows)
    }
    return 0
  })

async function wanted(reading: Reading, { customer, open }: Options): Promise<readonly Suspension[]> {
  const of = customer === undefined ? undefined : (await findCustomers(reading, customer)).map(({ id }) => id)
  const found: Suspension[] = []
  for await (const { data } of every(reading, suspensions, { index: 'number', order: 'descending' })) {
    const suspension = recordOf(suspensionSchema, data)
    if ((!open || isLive(suspension)) && (!of || of.includes(suspension.customer))) found.push(suspension)
  }
  return found
}

const head = ['suspension', 'state', 'customer', 'bills', 'subscriptions', 'day', 'proposed by', 'open tasks', 'since']

function rowOf(suspension: Suspension, name: string): string[] {
  const { id, state, hold, bills, subscriptions: all, day, proposedBy, tasks, since } = suspension
  return [
    id,
    hold && state === 'held' ? `${state}: ${hold}` : state,
    name,
    bills.map(({ number }) => number).join(', '),
    all
      .filter(({ spared }) => !spared)
      .map(({ product }) => product)
      .join(', '),
    day ?? '',
    proposedBy === 'saldo' ? 'saldo' : (proposedBy.name ?? proposedBy.objectId),
    String(tasks.filter(({ done }) => !done).length),
    instantText(since),
  ]
}

/** A suspension as scripts read it: the whole record, with the customer's name. */
export const suspensionJson = (suspension: Suspension, name: string) => ({
  ...z.encode(suspensionSchema, suspension),
  name,
})
