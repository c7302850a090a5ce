import { type Command, InvalidArgumentError, Option } from 'commander'
import type { CaseStep } from '../conversation/desk/move-case.ts'
import type { CaseFile } from '../support/escalation/case-file.ts'
import { escalationResults } from '../support/escalation/escalation.ts'
import { severities } from '../support/escalation/severity.ts'
import { caseKinds, type EvidenceCode, evidenceCodes } from '../support/evidence.ts'
import { services } from '../support/service.ts'
import { ticketStates } from '../support/ticket.ts'
import type { Adding } from './adding.ts'
import { dayOption } from './day-option.ts'

/** Tickets, talks with a person, cases for Microsoft, and what customers ask for. */
export function addCases(adding: Adding): void {
  addTickets(adding)
  addHandoffs(adding)
  addEscalations(adding)
  addInsights(adding)
}

const toExport = ['--export <file>', 'write them into a file for spreadsheets (CSV)'] as const
const ofCustomer = ['--customer <name>', 'only those of one customer: its name or tenant id'] as const

function addTickets({ program, outside, done }: Adding): void {
  const tickets = program
    .command('tickets')
    .description("the customers' tickets: what waits, what is late, how it went")
  tickets
    .command('list', { isDefault: true })
    .description('the tickets, those first that are late, and at the end how they went')
    .option(...ofCustomer)
    .addOption(new Option('--state <state...>', 'only those in these states').choices(ticketStates))
    .option('--open', 'only those in which somebody still has to do something', false)
    .option('--late', 'only those whose first answer or solution is overdue', false)
    .option(...toExport)
    .option('--json', 'one object a line, with the whole trail', false)
    .action(async (options) => done(await (await import('./commands/tickets.ts')).listTickets(outside, options)))
  tickets
    .command('show')
    .description('all of a ticket: trail with internal notes, deliveries, files, talks, the case for Microsoft')
    .argument('<ticket>', 'as `saldo tickets` shows it, such as T-1042')
    .option('--json', 'one object', false)
    .action(async (ticket: string, options) =>
      done(await (await import('./commands/show-ticket.ts')).showTicket(outside, ticket, options)),
    )
}

function addHandoffs({ program, outside, done }: Adding): void {
  program
    .command('handoffs')
    .description('customers who asked for a person: how long they waited and talked, and what did not arrive')
    .option('--live', 'only those who wait or talk now', false)
    .option(...toExport)
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/handoffs.ts')).listHandoffs(outside, options)))
}

function addEscalations({ program, outside, done }: Adding): void {
  const cases = program.command('escalations').description('cases for Microsoft: what is prepared, filed and answered')
  cases
    .command('list', { isDefault: true })
    .description('the cases, the newest first')
    .option('--open', 'only those that have not ended', false)
    .option(...toExport)
    .option('--json', 'one object a line', false)
    .action(async (options) =>
      done(await (await import('./commands/escalations.ts')).listEscalations(outside, options)),
    )
  aboutCase(cases.command('package'))
    .description('write a ticket as a case for Microsoft: a zip and the text to paste, and what is still missing')
    .requiredOption('--out <folder>', 'where the zip goes; made when missing')
    .option('--evidence <code=text...>', 'what the ticket does not say, such as error="AADSTS50058"', evidenceOption)
    .option('--json', 'one object', false)
    .action(async (ticket: string, options) =>
      done(await (await import('./commands/package-escalation.ts')).packageEscalation(outside, ticket, options)),
    )
  addSteps(cases, outside, done)
}

const move = () => import('./commands/move-escalation.ts')

function addSteps(cases: Command, outside: Adding['outside'], done: Adding['done']): void {
  aboutCase(cases.command('prepare'), true)
    .description("begin a ticket's case: which way it goes, who may file it there and why")
    .requiredOption(...byStaff)
    .option('--json', 'one object', false)
    .action(async (ticket: string, options) =>
      done(await (await move()).prepareEscalationCommand(outside, ticket, options)),
    )
  const step = (name: string, says: string) =>
    cases
      .command(name)
      .description(says)
      .argument('<ticket>', 'such as T-1042')
      .requiredOption(...byStaff)
      .option('--json', 'one object', false)
  const run = async (ticket: string, made: CaseStep, options: { by: string; json: boolean }) =>
    done(await (await move()).moveEscalationCommand(outside, ticket, made, options))
  step('file', 'record that the case was filed; the ticket waits for Microsoft')
    .requiredOption('--number <number>', 'the number that Microsoft gave it')
    .action((ticket: string, options) => run(ticket, { kind: 'file', number: options.number }, options))
  step('answer', 'record what Microsoft answered')
    .requiredOption('--text <text>', 'the answer, for the staff')
    .action((ticket: string, options) => run(ticket, { kind: 'answer', text: options.text }, options))
  step('close', 'record how it ended; the ticket is resolved and the customer is told')
    .addOption(new Option('--result <result>', 'how it ended').choices(escalationResults).makeOptionMandatory())
    .option('--text <text>', 'what the customer is told besides')
    .action((ticket: string, { result, text, ...options }) => run(ticket, { kind: 'close', result, text }, options))
  step('withdraw', 'the case is not needed any more').action((ticket: string, options) =>
    run(ticket, { kind: 'withdraw' }, options),
  )
}

const byStaff = ['--by <mail>', 'who does it: a helpdesk agent or an admin agent'] as const

function aboutCase(command: Command, all = false): Command {
  return command
    .argument('<ticket>', 'such as T-1042')
    .addOption(new Option('--kind <kind>', 'what kind of case it is').choices(caseKinds).makeOptionMandatory(all))
    .addOption(
      new Option('--service <service>', 'which service it is about').choices(services).makeOptionMandatory(all),
    )
    .addOption(new Option('--severity <severity>', 'how severe it is').choices(severities).makeOptionMandatory(all))
}

/** Collects `error="AADSTS50058"`, one option after another. */
function evidenceOption(given: string, before: CaseFile['evidence'] = {}): CaseFile['evidence'] {
  const [, code, text] = /^([a-z]+)=([\s\S]+)$/.exec(given) ?? []
  const known = evidenceCodes.find((each): each is EvidenceCode => each === code)
  if (known && text?.trim()) return { ...before, [known]: text.trim() }
  throw new InvalidArgumentError(`Write code="text"; the codes are ${evidenceCodes.join(', ')}.`)
}

function addInsights({ program, outside, done }: Adding): void {
  program
    .command('insights')
    .description(
      'for who sells: renewals, interest and risk in what customers asked, in numbers, by customer and product',
    )
    .option(...ofCustomer)
    .option('--from <day>', 'from the month of this day on, YYYY-MM-DD; 24 months are kept', dayOption)
    .option('--to <day>', 'up to the month of this day', dayOption)
    .option('--as <user>', 'only if this person may see it: a sales agent or an admin agent')
    .option('--json', 'one object a line', false)
    .action(async (options) => done(await (await import('./commands/insights.ts')).listInsights(outside, options)))
}
