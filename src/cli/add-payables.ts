import type { Adding } from './adding.ts'
import { by } from './adding.ts'
import { dayOption } from './day-option.ts'

/** What the partner owes Microsoft. */
export function addPayables({ program, outside, done }: Adding): void {
  const payables = program
    .command('payables')
    .description('paying Microsoft on time: its invoices, and who leaves the gap')
  payables
    .command('list', { isDefault: true })
    .description('each invoice with its due date, what its customers have paid, and when your own account is at risk')
    .option('--customer <name>', 'only those that one customer is behind: its name or tenant id')
    .option('--all', 'those noted as paid as well', false)
    .option('--as <user>', 'only if this person may see costs: a billing admin or an admin agent')
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/payables.ts')).listPayables(outside, options)))
  payables
    .command('paid')
    .description('note that an invoice was paid to Microsoft: no notice is given of it any more')
    .argument('<supplier-invoice>', "Microsoft's number, such as G016907411")
    .option('--on <day>', 'when, YYYY-MM-DD; today unless told', dayOption)
    .option('--account <tenant>', 'the Partner Center account, where several have that number')
    .option(...by)
    .option('--json', 'one object', false)
    .action(async (number: string, options) =>
      done(await (await import('./commands/note-paid-payable.ts')).notePaid(outside, number, options)),
    )
}
