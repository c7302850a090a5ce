import { Command, InvalidArgumentError, Option } from 'commander'
import { type Language, languages } from '../values/language.ts'
import { addApi } from './add-api.ts'
import { addCases } from './add-cases.ts'
import { addPayables } from './add-payables.ts'
import { addPolicy } from './add-policy.ts'
import { addPromises } from './add-promises.ts'
import { addReminders } from './add-reminders.ts'
import { addSimulate } from './add-simulate.ts'
import { addSupport } from './add-support.ts'
import { addSuspensions } from './add-suspensions.ts'
import { type Adding, by } from './adding.ts'
import { dayOption } from './day-option.ts'
import type { ExitCode, Outside } from './outside.ts'

/**
 * The `saldo` command as people see it. Every command's code is loaded when it runs, so that `--help` and `understand` never
 * wait for what they do not need.
 */
export function programOf(outside: Outside, done: (code: ExitCode) => void): Command {
  const program = new Command('saldo')
    .description('The billing desk of a Microsoft Cloud Solution Provider partner, inside Microsoft Teams')
    .version(outside.version, '-V, --version')
    .helpCommand(true)
    .showHelpAfterError('(saldo --help shows how)')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void outside.terminal.out(text),
      writeErr: (text) => void outside.terminal.err(text),
    })
  const adding = { program, outside, done }
  addService(adding)
  addConversation(adding)
  addLanguage(adding)
  addPeople(adding)
  addData(adding)
  addPayments(adding)
  addPayables(adding)
  addPolicy(adding)
  addSimulate(adding)
  addReminders(adding)
  addPromises(adding)
  addSuspensions(adding)
  addBills(adding)
  addSupport(adding)
  addCases(adding)
  addApi(adding)
  return program
}

function addService({ program, outside, done }: Adding): void {
  program
    .command('start')
    .description('run the service')
    .option(
      '--local',
      'on this machine only, without a bot registration, with a sample partner and a page to try it out',
      false,
    )
    .action(async ({ local }: { local: boolean }) => done(await outside.start({ local })))
  program
    .command('doctor')
    .description('check configuration, store, credentials and app package, and say what to do')
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/doctor.ts')).doctor(outside, options)))
  program
    .command('version')
    .description('print the version')
    .action(async () => {
      await outside.terminal.out(`${outside.version}\n`)
      done(0)
    })
}

function addConversation({ program, outside, done }: Adding): void {
  program
    .command('understand')
    .description('read one message a line and print what each wants, one JSON object a line')
    .option('--now <day>', 'what day "today" is, YYYY-MM-DD', dayOption)
    .action(async (options) => done(await (await import('./commands/understand.ts')).understand(outside, options)))
  program
    .command('ask')
    .description('hold one conversation, each text a message')
    .argument('<text...>', 'what the person writes')
    .requiredOption('--as <user>', 'the mail address that `saldo people` shows, or TENANT/OBJECT-ID')
    .addOption(new Option('--language <language>', "the person's language until they have written").choices(languages))
    .option('--json', 'every answer with its facts and sources, one object a line', false)
    .action(async (texts: string[], options: { as: string; language?: Language; json: boolean }) =>
      done(await (await import('./commands/ask.ts')).ask(outside, texts, options)),
    )
}

function addLanguage({ program, outside, done }: Adding): void {
  const language = program
    .command('language')
    .description('how well messages are understood, and teaching more of them')
  language
    .command('test')
    .description('measure on messages that nothing was learned from, as they are and with typos')
    .option('--data <folder>', 'labelled messages, .jsonl or .txt; those of the repository unless told')
    .option('--json', 'one object', false)
    .action(async (options) => done(await (await import('./commands/language-test.ts')).languageTest(outside, options)))
  language
    .command('review')
    .description('messages that were not understood and kept, redacted, those first that were said most often')
    .addOption(new Option('--language <language>', 'only those in one language').choices(languages))
    .option('--label <group-and-intent...>', 'add the messages of a group to your own utterances, as this intent')
    .option('--json', 'one object a line', false)
    .action(async (options) =>
      done(await (await import('./commands/language-review.ts')).languageReview(outside, options)),
    )
}

function addPeople({ program, outside, done }: Adding): void {
  const load = () => import('./commands/people.ts')
  const people = program.command('people').description('who is known, and what each may do')
  people
    .command('list', { isDefault: true })
    .description('everybody, with mail address, customer and roles')
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await load()).listPeople(outside, options)))
  people
    .command('add')
    .description('make a person known')
    .requiredOption('--tenant <id>', "the person's Entra tenant")
    .requiredOption('--object-id <id>', "the person's object id in that tenant")
    .requiredOption('--name <name>')
    .requiredOption('--mail <address>')
    .requiredOption('--roles <roles...>', 'one or more roles')
    .option(
      '--customer <partner-tenant>',
      "the Partner Center tenant that sells to the person's company; left out for the partner's own staff",
    )
    .addOption(new Option('--language <language>').choices(languages))
    .option(...by)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await change()).addKnownPerson(outside, options)))
  addPeopleChanges(people, outside, done)
}

const change = () => import('./commands/change-people.ts')

function addPeopleChanges(people: Command, outside: Outside, done: Adding['done']): void {
  people
    .command('remove')
    .description('forget a person')
    .argument('<user>', 'mail address or TENANT/OBJECT-ID')
    .option(...by)
    .option('--json', 'one object a line', false)
    .action(async (user: string, options) => done(await (await change()).removeKnownPerson(outside, user, options)))
  people
    .command('role')
    .description("set a person's roles")
    .argument('<user>', 'mail address or TENANT/OBJECT-ID')
    .argument('<roles...>', 'all the roles that the person has from now on')
    .option(...by)
    .option('--json', 'one object a line', false)
    .action(async (user: string, roles: string[], options) =>
      done(await (await change()).setKnownRoles(outside, user, roles, options)),
    )
}

function addData({ program, outside, done }: Adding): void {
  program
    .command('import')
    .description(
      'take files in: reconciliation and daily usage of Microsoft, as CSV or Graph export, customers, people, prices, policies, payments, legal numbers, invoices',
    )
    .argument('<file...>', 'files, or folders with files')
    .option('--dry-run', 'check everything and change nothing', false)
    .option('--json', 'one object a line', false)
    .action(async (files: string[], options) =>
      done(await (await import('./commands/import.ts')).importCommand(outside, files, options)),
    )
  program
    .command('sample')
    .description('write a sample partner in the real formats')
    .argument('<folder>', 'made when missing')
    .option('--customers <count>', 'how many customers', wholeNumber)
    .option('--months <count>', 'how many months, the last one being the month before this', wholeNumber)
    .option('--seed <number>', 'another seed, another partner', wholeNumber)
    .action(async (folder: string, options) =>
      done(await (await import('./commands/sample.ts')).sample(outside, folder, options)),
    )
}

function addBills({ program, outside, done }: Adding): void {
  program
    .command('bill-out')
    .description("issue the customers' bills of supplier invoices")
    .argument('<supplier-invoice...>', "Microsoft's invoice numbers, such as G016907411")
    .option('--issued-on <day>', "the bills' date, YYYY-MM-DD; today unless told", dayOption)
    .option('--use-credit', "use what is left of the customers' earlier payments for their open bills", false)
    .option('--dry-run', 'print what would be billed and issue nothing', false)
    .option('--json', 'one object a line', false)
    .action(async (numbers: string[], options) =>
      done(await (await import('./commands/bill-out.ts')).billOut(outside, numbers, options)),
    )
  const invoices = program.command('invoices').description('look at the bills, and have their documents')
  invoices
    .command('list', { isDefault: true })
    .description('the bills and how each stands')
    .option('--customer <name>', 'only those of one customer: its name or tenant id')
    .option('--open', 'only those with something left to pay', false)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/invoices.ts')).listInvoices(outside, options)))
  invoices
    .command('copy')
    .description(
      "write a bill's document into a file: the certified one where it was imported, else a billing statement",
    )
    .argument('<number>', 'as `saldo invoices` shows it')
    .requiredOption('--as <user>', 'for whom: the mail address that `saldo people` shows, or TENANT/OBJECT-ID')
    .addOption(new Option('--language <language>', "of a statement; the person's unless told").choices(languages))
    .option('--out <file>', 'where to; under its own name in this folder unless told')
    .option('--json', 'one object', false)
    .action(async (number: string, options) =>
      done(await (await import('./commands/copy-invoice.ts')).copyInvoice(outside, number, options)),
    )
}

function addPayments({ program, outside, done }: Adding): void {
  const payments = program.command('payments').description('what customers have paid, and which bills it pays')
  payments
    .command('list', { isDefault: true })
    .description('every payment, those first that nothing could match to a bill')
    .option('--customer <name>', 'only those of one customer: its name or tenant id')
    .option('--unmatched', 'only those that a person has to match', false)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/payments.ts')).listPayments(outside, options)))
  payments
    .command('assign')
    .description('let what is left of a payment pay a bill of the same customer')
    .argument('<payment>', 'as `saldo payments` shows it')
    .argument('<invoice>', "the bill's number, legal or Saldo's own")
    .option('--json', 'one object', false)
    .action(async (payment: string, number: string, options) =>
      done(
        await (await import('./commands/assign-payment.ts')).assignPaymentCommand(outside, payment, number, options),
      ),
    )
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1.')
  return Number(text)
}
