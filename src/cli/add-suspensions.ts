import { type Command, InvalidArgumentError, Option } from 'commander'
import type { SuspensionAct } from '../collections/act-on-suspension.ts'
import type { Adding } from './adding.ts'

const steps = () => import('./commands/move-suspension.ts')
const asStaff = ['--as <user>', 'who does it: the mail address that `saldo people` shows, or TENANT/OBJECT-ID'] as const

/** What is proposed, decided and carried out about access that is not paid for. */
export function addSuspensions({ program, outside, done }: Adding): void {
  const suspensions = program
    .command('suspensions')
    .description('access that customers do not pay for: what is proposed, announced, suspended and put back')
  suspensions
    .command('list', { isDefault: true })
    .description('the suspensions, the newest first')
    .option('--customer <name>', 'only those of one customer: its name or tenant id')
    .option('--open', 'only those that go on', false)
    .option('--json', 'one object a line', false)
    .action(async (options) =>
      done(await (await import('./commands/suspensions.ts')).listSuspensions(outside, options)),
    )
  suspensions
    .command('show')
    .description('all of a suspension: what it does, what else there is, its tasks and its trail')
    .argument('<suspension>', 'as `saldo suspensions` shows it, such as S-1001')
    .option('--json', 'one object', false)
    .action(async (id: string, options) =>
      done(await (await import('./commands/show-suspension.ts')).showSuspension(outside, id, options)),
    )
  suspensions
    .command('propose')
    .description('propose to suspend what these unpaid bills bill; nothing happens before an admin agent approves it')
    .argument('<customer>', 'its name or tenant id')
    .requiredOption('--invoice <number...>', 'the unpaid bills')
    .requiredOption(...asStaff)
    .option('--json', 'one object', false)
    .action(async (customer: string, options) =>
      done(await (await steps()).proposeSuspensionCommand(outside, customer, options)),
    )
  addDecisions(suspensions, outside, done)
  addTasks(suspensions, outside, done)
}

type Given = { readonly as: string; readonly json: boolean }

const runner =
  (outside: Adding['outside'], done: Adding['done']) =>
  async (id: string, act: SuspensionAct, { as, json }: Given): Promise<void> =>
    done(await (await steps()).moveSuspensionCommand(outside, id, act, { as, json }))

const step = (suspensions: Command, name: string, says: string): Command =>
  suspensions
    .command(name)
    .description(says)
    .argument('<suspension>', 'such as S-1001')
    .requiredOption(...asStaff)
    .option('--json', 'one object', false)

function addDecisions(suspensions: Command, outside: Adding['outside'], done: Adding['done']): void {
  const run = runner(outside, done)
  const why = ['--reason <text>', 'why, for the record'] as const
  step(
    suspensions,
    'approve',
    'agree to it, as an admin agent who did not propose it; the customer is told the day',
  ).action((id: string, options) => run(id, { kind: 'approve' }, options))
  step(suspensions, 'decline', 'refuse it, as an admin agent who did not propose it')
    .requiredOption(...why)
    .action((id: string, options) => run(id, { kind: 'decline', reason: options.reason }, options))
  step(suspensions, 'cancel', 'withdraw it; what was done already is undone')
    .requiredOption(...why)
    .action((id: string, options) => run(id, { kind: 'cancel', reason: options.reason }, options))
  step(suspensions, 'restore', 'put access back before it is paid')
    .requiredOption(...why)
    .action((id: string, options) => run(id, { kind: 'cancel', reason: options.reason }, options))
  step(suspensions, 'auto-renew', 'say that auto-renew was switched off, or shall not be')
    .addOption(new Option('--outcome <outcome>', 'which').choices(['done', 'declined']).makeOptionMandatory())
    .action((id: string, options) => run(id, { kind: 'auto-renew', outcome: options.outcome }, options))
  step(suspensions, 'told', 'say that you have told the customer; the days of notice count from now').action(
    (id: string, options) => run(id, { kind: 'told' }, options),
  )
}

function addTasks(suspensions: Command, outside: Adding['outside'], done: Adding['done']): void {
  const run = runner(outside, done)
  const task = ['<task>', 'as `saldo suspensions show` names it, such as suspend-1'] as const
  step(suspensions, 'done', 'tick off a task')
    .argument(...task)
    .option('--note <text>', 'for the record')
    .action((id: string, what: string, options) => run(id, { kind: 'done', task: what, note: options.note }, options))
  step(suspensions, 'undone', 'take a tick back')
    .argument(...task)
    .action((id: string, what: string, options) => run(id, { kind: 'undone', task: what }, options))
  addSeen(
    step(suspensions, 'record', 'note how a subscription stands in Partner Center, before anything is changed'),
  ).action((id: string, place: number, options) => run(id, { kind: 'record', place, seen: seenOf(options) }, options))
  addSeen(
    step(
      suspensions,
      'verify',
      'say how a subscription was found after it was put back; what is left out is as before',
    ),
  ).action((id: string, place: number, options) => run(id, { kind: 'verify', place, seen: seenOf(options) }, options))
  step(suspensions, 'accept', 'leave what differs as it is')
    .requiredOption('--reason <text>', 'why, for the record')
    .action((id: string, options) => run(id, { kind: 'accept', reason: options.reason }, options))
}

const addSeen = (command: Command): Command =>
  command
    .argument('<place>', 'of the subscription: 1 for the first', count)
    .addOption(new Option('--auto-renew <state>', 'on or off').choices(['on', 'off']))
    .option('--quantity <seats>', 'how many licences', count)
    .option('--scheduled <text>', 'the scheduled changes; "" for none')
    .option('--status <status>', 'such as active or suspended')

type Seen = { autoRenew?: 'on' | 'off'; quantity?: number; scheduled?: string; status?: string }

const seenOf = ({ autoRenew, quantity, scheduled, status }: Seen) => ({
  ...(autoRenew && { autoRenew: autoRenew === 'on' }),
  ...(quantity !== undefined && { quantity }),
  ...(scheduled !== undefined && { scheduled }),
  ...(status && { status }),
})

function count(text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new InvalidArgumentError('Write a whole number.')
  return Number(text)
}
