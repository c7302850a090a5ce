import { InvalidArgumentError, Option } from 'commander'
import type { Adding } from './adding.ts'
import { dayOption } from './day-option.ts'

/** A year is the furthest that is worth a look. */
const mostDays = 366

/** Joins the commands about the policy. */
export function addSimulate({ program, outside, done }: Adding): void {
  const policy = program.commands.find((command) => command.name() === 'policy') ?? program.command('policy')
  policy
    .command('simulate')
    .description('who would be written to when and why in the next days, over the real ledger; changes nothing')
    .option('--from <day>', 'the first day, YYYY-MM-DD; today unless told', dayOption)
    .option('--days <count>', 'how many days', daysOption, 30)
    .option(
      '--against <file-or-day>',
      'another policy.yaml, or the version of a day, YYYY-MM-DD: both side by side, and every day on which they differ',
    )
    .option('--customer <name>', 'only one customer: its name or tenant id')
    .addOption(
      new Option('--assume <payments>', 'what comes in meanwhile: nothing, or what customers usually pay')
        .choices(['none', 'usual'])
        .default('none'),
    )
    .option('--all', 'the days on which nothing comes as well, with the reason', false)
    .option('--json', 'one object a line: a day of a customer, then the totals', false)
    .action(async (options) =>
      done(await (await import('./commands/simulate-policy.ts')).simulatePolicy(outside, options)),
    )
}

function daysOption(text: string): number {
  const days = /^[1-9]\d{0,2}$/.test(text) ? Number(text) : 0
  if (days < 1 || days > mostDays) throw new InvalidArgumentError(`Write a whole number from 1 to ${mostDays}.`)
  return days
}
