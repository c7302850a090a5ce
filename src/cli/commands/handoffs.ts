import { every } from '../../ledger/every.ts'
import { recordOf } from '../../ledger/record.ts'
import { type Handoff, handoffSchema, handoffs, isLive, isWaiting } from '../../support/handoff.ts'
import { type Ticket, type TicketEvent, ticketOf } from '../../support/ticket.ts'
import type { Instant } from '../../values/day.ts'
import { type CaseDelivery, caseDeliveries, deliveryJson, isLost } from '../case-deliveries.ts'
import { customerNames } from '../customer-names.ts'
import { exportCsv } from '../export-csv.ts'
import { durationText, instantText, secondsBetween } from '../instant-text.ts'
import { lookAt } from '../look-at.ts'
import type { Desk, ExitCode, Outside } from '../outside.ts'
import { writeRows } from '../write-rows.ts'

type Options = { readonly live: boolean; readonly export?: string; readonly json: boolean }

export type ListedHandoff = {
  readonly handoff: Handoff
  readonly name: string
  /** In seconds: until somebody took it, so far or in vain. */
  readonly waited: number
  /** In seconds: from when somebody took it to the last word of either side. */
  readonly talked: number | undefined
  /** What of its ticket did not arrive, or perhaps not. */
  readonly lost: readonly CaseDelivery[]
}

/** `saldo handoffs`: who asked for a person, how long that took, and what did not arrive; the newest first. */
export const listHandoffs = (outside: Outside, options: Options): Promise<ExitCode> =>
  lookAt(outside, async (desk) => {
    const { terminal } = outside
    const listed = await handoffsWanted(desk, options)
    const rows = listed.map(rowOf)
    if (options.export !== undefined) await exportCsv(terminal, options.export, head, rows)
    if (options.json) for (const each of listed) await terminal.out(`${JSON.stringify(handoffJson(each))}\n`)
    else if (rows.length === 0) await terminal.err('There is no handoff to show.\n')
    else if (options.export === undefined) await writeRows(terminal, head, rows)
    return 0
  })

async function handoffsWanted({ documents, clock }: Desk, { live }: Options): Promise<readonly ListedHandoff[]> {
  const now = clock.now()
  const nameOf = customerNames(documents)
  const all: Handoff[] = []
  const newestFirst = { index: 'openedAt', order: 'descending' } as const
  for await (const { data } of every(documents, handoffs, newestFirst)) all.push(recordOf(handoffSchema, data))
  const listed: ListedHandoff[] = []
  for (const handoff of all) {
    if (live && !isLive(handoff)) continue
    const ticket = await ticketOf(documents, handoff.ticket)
    if (!ticket) continue
    const next = all.findLast((other) => other.ticket === handoff.ticket && other.openedAt > handoff.openedAt)
    const sent = await caseDeliveries(documents, ticket)
    listed.push(listedHandoff({ handoff, next, ticket, name: await nameOf(handoff.customer), sent }, now))
  }
  return listed
}

type Told = {
  readonly handoff: Handoff
  /** The ticket's next handoff, where there is one. */
  readonly next: Handoff | undefined
  readonly ticket: Ticket
  readonly name: string
  readonly sent: readonly CaseDelivery[]
}

/** How long it took, by the ticket's trail between this handoff and the next. */
export function listedHandoff({ handoff, next, ticket, name, sent }: Told, now: Instant): ListedHandoff {
  const until = next?.openedAt
  const during = ticket.trail.filter(({ at }) => at >= handoff.openedAt && (until === undefined || at < until))
  const taken = during.find(({ what }) => what === 'owned')?.at
  const waitedUntil = taken ?? (isWaiting(handoff) ? now : handoff.since)
  return {
    handoff,
    name,
    waited: secondsBetween(handoff.openedAt, waitedUntil),
    talked: taken && secondsBetween(taken, lastWord(during, taken)),
    lost: sent.filter(isLost),
  }
}

const lastWord = (during: readonly TicketEvent[], taken: Instant): Instant =>
  during.findLast(({ what, at }) => (what === 'said' || what === 'replied') && at >= taken)?.at ?? taken

const head = [
  'handoff',
  'ticket',
  'customer',
  'state',
  'queue',
  'owner',
  'asked',
  'waited',
  'talked',
  'ended by',
  'lost',
]

const rowOf = ({ handoff, name, waited, talked, lost }: ListedHandoff): string[] => [
  handoff.id,
  handoff.ticket,
  name,
  handoff.state,
  handoff.queue,
  (handoff.owner ?? handoff.offeredTo)?.name ?? '',
  instantText(handoff.openedAt),
  durationText(waited),
  durationText(talked),
  handoff.endedBy ?? '',
  lost.map(({ to, post }) => `${post.state} to the ${to}`).join(', '),
]

/** A handoff as scripts read it, without its transcript: that is for who takes the case. */
export const handoffJson = ({ handoff, name, waited, talked, lost }: ListedHandoff) => ({
  id: handoff.id,
  ticket: handoff.ticket,
  customer: handoff.customer,
  name,
  state: handoff.state,
  queue: handoff.queue,
  owner: handoff.owner ?? null,
  offeredTo: handoff.offeredTo ?? null,
  openedAt: handoff.openedAt,
  since: handoff.since,
  waitedSeconds: waited,
  talkedSeconds: talked ?? null,
  endedBy: handoff.endedBy ?? null,
  transcript: handoff.transcript?.length ?? 0,
  lost: lost.map(deliveryJson),
})
