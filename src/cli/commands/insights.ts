import { may } from '../../access/may.ts'
import type { Day } from '../../values/day.ts'
import { CommandRefused } from '../command-refused.ts'
import { customerInsights, type Insight } from '../customer-insights.ts'
import { findCustomers } from '../find-customers.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { staffOf } from '../staff-of.ts'
import { writeRows } from '../write-rows.ts'

type Options = {
  readonly customer?: string
  readonly from?: Day
  readonly to?: Day
  readonly as?: string
  readonly json: boolean
}

/** `saldo insights`: what customers asked for, in numbers, for who sells: no words and no person. */
export const listInsights = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    await mayLook(desk, options)
    const { from, to } = options
    if (from && to && to < from) throw new CommandRefused('it ends before it begins: let --to be later than --from')
    const wanted = options.customer === undefined ? undefined : await findCustomers(desk.documents, options.customer)
    const insights = await customerInsights(desk.documents, { customers: wanted?.map(({ id }) => id), from, to })
    if (options.json) for (const each of insights) await terminal.out(`${JSON.stringify(each)}\n`)
    else if (insights.length > 0) await writeRows(terminal, head, insights.map(rowOf), [2, 3, 4])
    else await terminal.err('Nothing was asked that tells anything.\n')
    return 0
  })

/** The command line itself is the operator's, who could read the store as well. */
async function mayLook({ documents }: Desk, { as }: Options): Promise<void> {
  if (as === undefined || may(await staffOf(documents, as), 'insights')) return
  throw new CommandRefused(`${as} may not see what customers ask for: that takes the role of a sales or an admin agent`)
}

const head = ['customer', 'product', 'renewals', 'interest', 'risk', 'last', 'of which']

const rowOf = ({ name, product, renewals, interest, risk, lastOn, topics }: Insight): string[] => [
  name,
  product,
  String(renewals),
  String(interest),
  String(risk),
  lastOn,
  Object.entries(topics)
    .map(([topic, count]) => `${topic} ${count}`)
    .join(', '),
]
