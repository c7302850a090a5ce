import { createHash } from 'node:crypto'
import { caseScene } from '../../conversation/desk/case-scene.ts'
import { type AtEscalation, type CaseStep, type MovedCase, moveCase } from '../../conversation/desk/move-case.ts'
import { type PreparedCase, prepareCase } from '../../conversation/desk/prepare-case.ts'
import type { Unit } from '../../store/documents.ts'
import type { Escalation } from '../../support/escalation/escalation.ts'
import { CommandRefused } from '../command-refused.ts'
import { findTicket } from '../find-tickets.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { staffOf } from '../staff-of.ts'
import { escalationJson } from './escalations.ts'

type Options = { readonly by: string; readonly json: boolean }
type Preparing = Options & Pick<Escalation, 'kind' | 'service' | 'severity'>

/** `saldo escalations prepare`: begins a ticket's case for Microsoft, as the card's button does. Safe to repeat. */
export const prepareEscalationCommand = (outside: Outside, number: string, options: Preparing): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const { kind, service, severity } = options
    const prepared = await desk.documents.change(async (unit) => {
      const at = await atCase(desk, unit, number, options, `prepare|${kind}|${service}|${severity}`)
      return prepareCase({ ...at, scene: await caseScene(unit, at.ticket.customer) }, { kind, service, severity })
    })
    return write(outside, desk, prepared, options)
  })

/** `saldo escalations file | answer | close | withdraw`: takes a ticket's case a step on, as the card's buttons do. Safe to repeat. */
export const moveEscalationCommand = (
  outside: Outside,
  number: string,
  step: CaseStep,
  options: Options,
): Promise<ExitCode> =>
  outside.withDesk(async (desk) => {
    const moved = await desk.documents.change(async (unit) =>
      moveCase(await atCase(desk, unit, number, options, JSON.stringify(step)), step),
    )
    return write(outside, desk, moved, options)
  })

/** The same command again is the same cause: it is done once. */
async function atCase(
  { clock }: Desk,
  unit: Unit,
  number: string,
  { by }: Options,
  what: string,
): Promise<AtEscalation> {
  const [ticket, staff] = [await findTicket(unit, number), await staffOf(unit, by)]
  const digest = createHash('sha256').update(what).digest('hex').slice(0, 16)
  const event = `command|${ticket.id}|${ticket.escalation ?? ''}|${digest}`
  return { unit, staff, by: { principal: staff, name: staff.name }, ticket, now: clock.now(), event }
}

type Outcome = MovedCase | PreparedCase
type Done = Extract<Outcome, { kind: 'done' | 'unchanged' }>

const isDone = (outcome: Outcome): outcome is Done => outcome.kind === 'done' || outcome.kind === 'unchanged'

async function write(outside: Outside, { documents }: Desk, outcome: Outcome, { json }: Options): Promise<ExitCode> {
  if (!isDone(outcome)) throw new CommandRefused(whyNot(outcome))
  const { escalation, kind } = outcome
  const name = (await caseScene(documents, escalation.customer)).customer.name
  const number = escalation.caseNumber ? `, number ${escalation.caseNumber}` : ''
  const said = `${escalation.id} (ticket ${escalation.ticket}): ${escalation.state}${number}${kind === 'unchanged' ? ', as before' : ''}`
  const text = escalation.state === 'prepared' ? `${said}. ${escalation.where} ${escalation.why}` : said
  await outside.terminal.out(
    json ? `${JSON.stringify({ outcome: kind, ...escalationJson({ escalation, name }) })}\n` : `${text}\n`,
  )
  return 0
}

const refusals: Readonly<Record<Extract<MovedCase, { kind: 'refused' }>['why'], string>> = {
  empty: 'there is nothing in it: write the number, or what Microsoft answered',
  'other-number':
    'it was filed under another number: `saldo escalations` shows it; close it before you file another case',
  'not-filed': 'it has not been filed yet: `saldo escalations file` records the number that Microsoft gave it',
  ended: 'it has ended: `saldo escalations prepare` begins another one',
}

function whyNot(outcome: Exclude<Outcome, Done>): string {
  switch (outcome.kind) {
    case 'refused':
      return refusals[outcome.why]
    case 'unknown':
      return 'the ticket has no case for Microsoft: `saldo escalations prepare` begins one'
    case 'no-role':
      return 'only a helpdesk agent or an admin agent may do this: `saldo people` lists everybody with their roles'
    case 'no-helpdesk':
      return "there is no helpdesk of the customer's account: import helpdesk.yaml"
    case 'no-vehicle':
      return [outcome.route.why, ...outcome.route.wouldTake].join(' ')
  }
}
