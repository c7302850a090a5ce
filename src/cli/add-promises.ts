import type { Adding } from './adding.ts'
import { dayOption } from './day-option.ts'

const by = [
  '--by <mail>',
  'who does it: a billing admin or an admin agent; the operator of this machine unless told',
] as const
const ofCustomer = ['--customer <name>', 'only those of one customer: its name or tenant id'] as const

/** Promises of payment, and what stops reminders. */
export function addPromises({ program, outside, done }: Adding): void {
  program
    .command('promises')
    .description('what customers have promised to pay and when, and how it went; the open ones first')
    .option(...ofCustomer)
    .option('--open', 'only those that are open', false)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/promises.ts')).listPromises(outside, options)))
  program
    .command('holds')
    .description('whose reminders wait now, for which bills, why and until when')
    .option(...ofCustomer)
    .option('--all', 'also those that are over', false)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/holds.ts')).listHolds(outside, options)))
  program
    .command('hold')
    .description('stop the reminders of a customer, or of one bill, for a reason')
    .argument('<customer>', 'its name or tenant id')
    .requiredOption('--reason <reason>', 'why, for the record')
    .option('--invoice <number>', 'this bill alone; all of them, coming ones too, unless told')
    .option('--until <day>', 'the last day on which it holds, YYYY-MM-DD; until it is released unless told', dayOption)
    .option('--exempt', 'nothing has to be cleared up: the partner lets it be', false)
    .option(...by)
    .option('--json', 'one object', false)
    .action(async (customer: string, options) =>
      done(await (await import('./commands/hold.ts')).holdCommand(outside, customer, options)),
    )
  program
    .command('release')
    .description('end a hold: reminders go on')
    .argument('<hold>', 'as `saldo holds` shows it, such as H-3f2a9c01d4')
    .option(...by)
    .option('--json', 'one object', false)
    .action(async (hold: string, options) =>
      done(await (await import('./commands/hold.ts')).releaseCommand(outside, hold, options)),
    )
}
