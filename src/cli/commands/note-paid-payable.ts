import { notePaidToMicrosoft, type PaidOutcome } from '../../collections/supplier-payment.ts'
import { type Day, dayIn } from '../../values/day.ts'
import type { PartnerId } from '../../values/ids.ts'
import { actorOf } from '../actor-of.ts'
import { CommandRefused } from '../command-refused.ts'
import { everySupplierInvoice } from '../every-supplier-invoice.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'

type Options = { readonly on?: Day; readonly account?: string; readonly by?: string; readonly json: boolean }

/** `saldo payables paid`: one of Microsoft's invoices is paid, so no notice is given of it any more. Safe to repeat. */
export const notePaid = (outside: Outside, text: string, options: Options): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const { documents, clock } = desk
    const now = clock.now()
    const number = text.trim().toUpperCase()
    const paidOn = options.on ?? dayIn('UTC', now)
    const partner = await accountOf(desk, number, options)
    const by = await actorOf(documents, options.by)
    const outcome = await documents.change((unit) =>
      notePaidToMicrosoft(unit, { partner, number, paidOn }, { by, now }),
    )
    if (outcome.kind === 'refused') throw new CommandRefused(reasons[outcome.reason])
    const said = `${number}: paid to Microsoft on ${paidOn} (${outcome.kind})\n`
    await outside.terminal.out(options.json ? `${JSON.stringify({ kind: outcome.kind, number, paidOn })}\n` : said)
    return 0
  })

const reasons: Readonly<Record<Extract<PaidOutcome, { kind: 'refused' }>['reason'], string>> = {
  'not-allowed': 'only a billing admin or an admin agent may note what was paid to Microsoft',
  'unknown-invoice': 'there is no such invoice of Microsoft’s: `saldo payables --all` lists them',
}

/** Microsoft's numbers are unique in one account only. */
async function accountOf({ documents }: Desk, number: string, { account }: Options): Promise<PartnerId> {
  const accounts: PartnerId[] = []
  for await (const each of everySupplierInvoice(documents))
    if (each.number === number && (!account || each.partner === account.toLowerCase())) accounts.push(each.partner)
  if (!accounts[0]) throw new CommandRefused(reasons['unknown-invoice'])
  if (accounts.length === 1) return accounts[0]
  throw new CommandRefused(`${number} is in ${accounts.length} accounts: say --account ${accounts.join(' or ')}`)
}
