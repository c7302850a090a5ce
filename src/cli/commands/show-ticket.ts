import { escalationsOfTicket } from '../../support/escalation/escalation.ts'
import { handoffsOf } from '../../support/handoff.ts'
import type { Ticket, TicketEvent } from '../../support/ticket.ts'
import { type CaseDelivery, caseDeliveries, deliveryJson } from '../case-deliveries.ts'
import { customerNames } from '../customer-names.ts'
import { findTicket } from '../find-tickets.ts'
import { instantText } from '../instant-text.ts'
import { latenessOf } from '../lateness.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { escalationJson } from './escalations.ts'
import { handoffJson, listedHandoff } from './handoffs.ts'
import { type ListedTicket, ticketJson } from './tickets.ts'

/** `saldo tickets show`: all of a ticket: its trail, what was sent for it and what became of that, files, talks, the case for Microsoft. */
export const showTicket = (outside: Outside, number: string, options: { readonly json: boolean }): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const shown = await shownTicket(desk, number)
    await terminal.out(options.json ? `${JSON.stringify(jsonOf(shown))}\n` : `${linesOf(shown).join('\n')}\n`)
    return 0
  })

type Shown = Awaited<ReturnType<typeof shownTicket>>

async function shownTicket({ documents, clock }: Desk, number: string) {
  const ticket = await findTicket(documents, number)
  const now = clock.now()
  const name = await customerNames(documents)(ticket.customer)
  const sent = await caseDeliveries(documents, ticket)
  const listed: ListedTicket = { ticket, name, late: latenessOf(ticket, now) }
  const talks = (await handoffsOf(documents, ticket.id)).toReversed()
  const handoffs = talks.map((handoff, at) => listedHandoff({ handoff, next: talks[at + 1], ticket, name, sent }, now))
  return { listed, sent, handoffs, escalations: await escalationsOfTicket(documents, ticket.id) }
}

const filesOf = ({ trail }: Ticket) =>
  trail.filter(({ what }) => what === 'filed').map(({ at, text, to }) => ({ at, name: text, file: to }))

const jsonOf = ({ listed, sent, handoffs, escalations }: Shown) => ({
  ...ticketJson(listed),
  files: filesOf(listed.ticket),
  deliveries: sent.map(deliveryJson),
  handoffs: handoffs.map(handoffJson),
  escalations: escalations.map((escalation) => escalationJson({ escalation, name: listed.name })),
})

function linesOf({ listed, sent, handoffs, escalations }: Shown): readonly string[] {
  const { ticket } = listed
  const part = (title: string, lines: readonly string[]) => (lines.length > 0 ? ['', title, ...lines] : [])
  return [
    ...aboutLines(listed),
    ...part(
      'Asked',
      ticket.intake.map(({ question, answer }) => `  ${question}: ${answer ?? '(passed over)'}`),
    ),
    ...part(
      'Tried',
      ticket.tried.map(({ what, text }) => `  ${what}${text ? `: ${text}` : ''}`),
    ),
    ...part('Trail', ticket.trail.map(eventLine)),
    ...part(
      'Files',
      filesOf(ticket).map(({ at, name, file }) => `  ${instantText(at)}  ${name ?? ''}  ${file ?? ''}`),
    ),
    ...part('Deliveries', sent.map(deliveryLine)),
    ...part(
      'Talks',
      handoffs.map(({ handoff }) => `  ${handoff.id}  ${handoff.state}  ${handoff.owner?.name ?? ''}`.trimEnd()),
    ),
    ...part(
      'Microsoft',
      escalations.map((each) => `  ${each.id}  ${each.state}  ${each.vehicle}  ${each.caseNumber ?? ''}`.trimEnd()),
    ),
  ]
}

function aboutLines({ ticket, name, late }: ListedTicket): readonly string[] {
  const { about, clock, rating } = ticket
  const bill = [about.number, about.lines && `lines ${about.lines.join(', ')}`, about.product, about.period]
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['customer', `${name}, ${ticket.person.name ?? ticket.person.objectId} (${ticket.language})`],
    ['about', [ticket.kind, ticket.topic, ticket.service].filter(Boolean).join(', ')],
    ['bill', bill.filter(Boolean).join(', ')],
    ['owner', ticket.owner?.name ?? (ticket.owner?.objectId || `nobody (queue ${ticket.queue})`)],
    ['opened', instantText(ticket.openedAt)],
    ['first answer', clock.respondedAt ? `given ${instantText(clock.respondedAt)}` : due(clock.respondBy)],
    ['solution', due(clock.resolveBy)],
    ['late', late && `${late.target}, since ${instantText(late.since)}`],
    ['reopened', ticket.reopened > 0 ? String(ticket.reopened) : undefined],
    ['rating', rating && `${rating.good ? 'good' : 'bad'}${rating.text ? `: ${rating.text}` : ''}`],
    ['problem', ticket.problem],
    ['dispute', ticket.dispute],
    ['escalation', ticket.escalation],
  ]
  const lines = rows.flatMap(([label, text]) => (text ? [`${label.padEnd(13)} ${text}`] : []))
  return [`${ticket.id}  ${ticket.state} since ${instantText(ticket.since)}, ${ticket.priority} priority`, ...lines]
}

const due = (at: Ticket['clock']['respondBy']): string | undefined => at && `due ${instantText(at)}`

/** One line an entry, so that nobody's words pass for another entry. */
function eventLine({ at, by, what, internal, text, to }: TicketEvent): string {
  const who = by === 'saldo' ? 'Saldo' : `${by.name ?? by.objectId} (${by.side})`
  const rest = [to, text?.replace(/\s*\n\s*/g, ' / ')].filter(Boolean).join(': ')
  return `  ${instantText(at)}  ${who}  ${what}${internal ? ' (internal)' : ''}${rest ? `  ${rest}` : ''}`
}

const deliveryLine = ({ to, post }: CaseDelivery): string =>
  `  ${instantText(post.queuedAt)}  to the ${to}  ${post.how} ${post.content?.kind ?? ''}  ${post.state}${post.reason ? ` (${post.reason})` : ''}`
