import type { Adding } from './adding.ts'

/** The collections policy: what it says, and what it would do. */
export function addPolicy({ program, outside, done }: Adding): void {
  const policy = program.command('policy').description('the collections policy: what a file of it says and would do')
  policy
    .command('check')
    .description(
      'read a policy.yaml and change nothing: everything that is wrong with it, or what it says in plain words',
    )
    .argument('<file>', 'the policy, with its holiday calendars beside it')
    .option('--json', 'one object a line: a fault, or a version of the policy', false)
    .action(async (file: string, options) =>
      done(await (await import('./commands/check-policy.ts')).checkPolicyCommand(outside, file, options)),
    )
}
