import type { Adding } from './adding.ts'
import { dayOption } from './day-option.ts'

/** What customers are reminded of: deciding, and what became of it. */
export function addReminders({ program, outside, done }: Adding): void {
  program
    .command('remind')
    .description('decide whom to write to, and queue what is due; the service does the same by itself')
    .option('--as-of <day>', "the day to decide for, YYYY-MM-DD; each customer's own today unless told", dayOption)
    .option('--customer <name>', 'only that customer: its name or tenant id')
    .option('--dry-run', 'print the decision for every customer, bill by bill, and change nothing', false)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/remind.ts')).remind(outside, options)))
  program
    .command('reminders')
    .description('who was written to, and what became of it, to the last person')
    .option('--customer <name>', 'only that customer: its name or tenant id')
    .option('--unknown', 'only what may or may not have arrived: it is never sent again by itself', false)
    .option('--failed', 'only what did not arrive', false)
    .option('--held', 'only what was held back when its turn came', false)
    .option('--waiting', 'customers whom the policy gave to a person, or is at its end with', false)
    .option('--decisions', 'why each customer was written to or not, day by day', false)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/reminders.ts')).listReminders(outside, options)))
}
