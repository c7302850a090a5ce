import { settlePromises } from '../../collections/settle-promises.ts'
import type { Promised } from '../../collections/standing.ts'
import type { Account } from '../../ledger/account.ts'
import { ledgerOf } from '../../ledger/ledger.ts'
import { dayIn } from '../../values/day.ts'
import { amountText, moneyJson } from '../../values/money.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { standingsOf } from '../standings-of.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly customer?: string; readonly open: boolean; readonly json: boolean }
type Listed = { readonly account: Account; readonly promise: Promised }

/** `saldo promises`: what customers have promised to pay, as it stands by what has come in, whether that was decided yet or not. */
export const listPromises = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const listed = await promisesWanted(desk, options)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(jsonOf(each))}\n`)
    else if (listed.length > 0) await writeRows(terminal, head, listed.map(rowOf), [3])
    await terminal.err(`${summary(listed)}\n`)
    return 0
  })

async function promisesWanted({ documents, clock }: Desk, options: Options): Promise<readonly Listed[]> {
  const listed: Listed[] = []
  for await (const { customer, standing } of standingsOf(documents, options.customer)) {
    if (standing.promises.length === 0) continue
    const account = await ledgerOf(documents).account(customer.id)
    if (!account) continue
    const today = dayIn(customer.timeZone, clock.now())
    for (const promise of settlePromises(account, standing, today).standing.promises)
      if (!options.open || promise.state === 'open') listed.push({ account, promise })
  }
  return listed.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

const keyOf = ({ promise: { state, by, id } }: Listed): string => `${state === 'open' ? 0 : 1}|${by}|${id}`

const head = ['promise', 'customer', 'state', 'amount', 'by', 'made', 'ended', 'bills', 'who']

const numbersOf = ({ account, promise }: Listed): string[] =>
  promise.invoices.map((id) => account.invoices.find((invoice) => invoice.id === id)?.number ?? id)

function rowOf(one: Listed): string[] {
  const { account, promise } = one
  const { id, state, amount, by, madeOn, endedOn, person } = promise
  return [
    id,
    account.customer.name,
    state,
    `${amountText(amount)} ${amount.currency}`,
    by,
    madeOn,
    endedOn ?? '',
    numbersOf(one).join(', '),
    person.name ?? person.objectId,
  ]
}

const jsonOf = (one: Listed) => ({
  promise: one.promise.id,
  customer: one.account.customer.id,
  name: one.account.customer.name,
  state: one.promise.state,
  amount: moneyJson(one.promise.amount),
  by: one.promise.by,
  madeOn: one.promise.madeOn,
  endedOn: one.promise.endedOn ?? null,
  invoices: numbersOf(one),
  person: one.promise.person,
})

function summary(listed: readonly Listed[]): string {
  if (listed.length === 0) return 'no promises'
  const counts = (['open', 'kept', 'broken', 'withdrawn'] as const).map(
    (state) => `${listed.filter(({ promise }) => promise.state === state).length} ${state}`,
  )
  return counts.join(', ')
}
