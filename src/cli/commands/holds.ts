import { isInForce } from '../../collections/hold.ts'
import type { Hold } from '../../collections/standing.ts'
import type { Customer } from '../../ledger/customer.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { dayIn } from '../../values/day.ts'
import type { InvoiceId } from '../../values/ids.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { standingsOf } from '../standings-of.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly customer?: string; readonly all: boolean; readonly json: boolean }
export type ListedHold = {
  readonly customer: Customer
  readonly hold: Hold
  readonly number: string | undefined
  readonly inForce: boolean
}

/** `saldo holds`: whose reminders wait, by the partner's or the customer's own wish. Exemptions of the policy's file are in that file. */
export const listHolds = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const listed = await holdsWanted(desk, options)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(holdJson(each))}\n`)
    else if (listed.length > 0) await writeRows(terminal, head, listed.map(rowOf))
    const inForce = listed.filter((one) => one.inForce).length
    await terminal.err(`${listed.length === 0 ? 'no holds' : `${inForce} in force, ${listed.length - inForce} over`}\n`)
    return 0
  })

async function holdsWanted({ documents, clock }: Desk, options: Options): Promise<readonly ListedHold[]> {
  const listed: ListedHold[] = []
  for await (const { customer, standing } of standingsOf(documents, options.customer)) {
    if (standing.holds.length === 0) continue
    const today = dayIn(customer.timeZone, clock.now())
    const numbers = await numbersOf(documents, customer)
    for (const hold of standing.holds) {
      const inForce = isInForce(hold, today)
      if (inForce || options.all)
        listed.push({ customer, hold, number: hold.invoice && numbers.get(hold.invoice), inForce })
    }
  }
  return listed
}

async function numbersOf(documents: Desk['documents'], { id }: Customer): Promise<ReadonlyMap<InvoiceId, string>> {
  return new Map((await ledgerOf(documents).invoices(id)).map((invoice) => [invoice.id, invoice.number]))
}

const head = ['hold', 'customer', 'kind', 'bill', 'from', 'until', 'released', 'reason', 'who']

function rowOf({ customer, hold, number }: ListedHold): string[] {
  const { id, kind, from, until, releasedAt, reason, by } = hold
  const who = by === 'saldo' ? by : 'key' in by ? by.key : (by.name ?? by.objectId)
  return [id, customer.name, kind, number ?? 'all', from, until ?? '', releasedAt?.slice(0, 10) ?? '', reason, who]
}

export const holdJson = ({ customer, hold, number, inForce }: ListedHold) => ({
  hold: hold.id,
  customer: customer.id,
  name: customer.name,
  kind: hold.kind,
  invoice: number ?? null,
  from: hold.from,
  until: hold.until ?? null,
  releasedAt: hold.releasedAt ?? null,
  reason: hold.reason,
  by: hold.by,
  inForce,
})
