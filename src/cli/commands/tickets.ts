import { z } from 'zod'
import { isOpen, type Ticket, type TicketState, ticketSchema } from '../../support/ticket.ts'
import type { Instant } from '../../values/day.ts'
import { customerNames } from '../customer-names.ts'
import { exportCsv } from '../export-csv.ts'
import { findTickets } from '../find-tickets.ts'
import { instantText } from '../instant-text.ts'
import { type Lateness, latenessOf } from '../lateness.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { ticketSummary } from '../ticket-summary.ts'
import { writeRows } from '../write-rows.ts'

type Options = {
  readonly customer?: string
  readonly state?: readonly TicketState[]
  readonly open: boolean
  readonly late: boolean
  readonly export?: string
  readonly json: boolean
}

export type ListedTicket = { readonly ticket: Ticket; readonly name: string; readonly late: Lateness | undefined }

/** `saldo tickets`: the customers' tickets, those first that are late, and how they went. The partner's view: notes of staff included. */
export const listTickets = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const listed = await ticketsWanted(desk, options)
    const rows = listed.map(rowOf)
    if (options.export !== undefined) await exportCsv(terminal, options.export, head, rows)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(ticketJson(each))}\n`)
    else if (options.export === undefined && rows.length > 0) await writeRows(terminal, head, rows)
    await terminal.err(`${ticketSummary(listed.map(({ ticket }) => ticket))}\n`)
    return 0
  })

async function ticketsWanted({ documents, clock }: Desk, options: Options): Promise<readonly ListedTicket[]> {
  const now = clock.now()
  const nameOf = customerNames(documents)
  const listed: ListedTicket[] = []
  for (const ticket of await findTickets(documents, options.customer)) {
    const late = latenessOf(ticket, now)
    if (options.state && !options.state.includes(ticket.state)) continue
    if ((options.open && !isOpen(ticket)) || (options.late && !late)) continue
    listed.push({ ticket, name: await nameOf(ticket.customer), late })
  }
  return listed.sort(lateFirst)
}

/** Those that have been late for longest, then the others as they came. */
const lateFirst = (a: ListedTicket, b: ListedTicket): number => {
  if (a.late && b.late) return a.late.since < b.late.since ? -1 : 1
  return a.late ? -1 : b.late ? 1 : 0
}

const head = [
  'ticket',
  'state',
  'priority',
  'customer',
  'topic',
  'owner',
  'opened',
  'first answer',
  'solution due',
  'reopened',
  'rating',
  'problem',
  'escalation',
]

function rowOf({ ticket, name, late }: ListedTicket): string[] {
  const { clock, rating } = ticket
  return [
    ticket.id,
    ticket.state,
    ticket.priority,
    name,
    ticket.topic,
    ticket.owner ? (ticket.owner.name ?? ticket.owner.objectId) : '',
    instantText(ticket.openedAt),
    firstAnswer(clock, late),
    `${late?.target === 'resolve' ? 'LATE ' : ''}${instantText(clock.resolveBy)}`,
    String(ticket.reopened),
    rating ? (rating.good ? 'good' : 'bad') : '',
    ticket.problem ?? '',
    ticket.escalation ?? '',
  ]
}

function firstAnswer({ respondBy, respondedAt }: Ticket['clock'], late: Lateness | undefined): string {
  if (respondedAt) return `given ${instantText(respondedAt)}`
  return respondBy ? `${late?.target === 'respond' ? 'LATE ' : ''}due ${instantText(respondBy)}` : ''
}

type TicketJson = Omit<z.input<typeof ticketSchema>, 'talk'> & { readonly name: string; readonly late: Late | null }
type Late = { readonly target: Lateness['target']; readonly since: Instant }

/** A ticket as scripts read it: the record with its whole trail, internal notes included; not where its customer's chat is. */
export function ticketJson({ ticket, name, late }: ListedTicket): TicketJson {
  const { talk: _, ...record } = z.encode(ticketSchema, ticket)
  return { ...record, name, late: late ?? null }
}
