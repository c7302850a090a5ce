import { recordOf } from '../../ledger/record.ts'
import type { Documents } from '../../store/documents.ts'
import { type Handoff, handoffSchema, handoffs } from '../../support/handoff.ts'
import { ticketOf, tickets } from '../../support/ticket.ts'
import { struck } from '../../support/ticket-clock.ts'
import { type Instant, later } from '../../values/day.ts'
import { openingAt } from '../../values/opening.ts'
import { caseScene } from './case-scene.ts'
import { changeCase } from './change-case.ts'
import { changeTalk } from './change-talk.ts'

const atOnce = 100
/** Nobody writes any more. */
const idleAfter = 12 * 60 * 60_000

/**
 * What the passing of time does to cases: targets that are missed, tickets that are confirmed by a week of silence, offers that lapse,
 * customers who wait. Gives how many were touched. Safe to repeat, and to run in several processes.
 */
export async function strikeDesk(documents: Documents, now: Instant): Promise<number> {
  return (await strikeTickets(documents, now)) + (await strikeHandoffs(documents, now))
}

async function strikeTickets(documents: Documents, now: Instant): Promise<number> {
  const { items } = await documents.find(tickets, { index: 'due', to: now, limit: atOnce })
  for (const { id } of items)
    await documents.change(async (unit) => {
      const ticket = await ticketOf(unit, id)
      const what = ticket && struck(ticket, now)
      if (!ticket || !what) return
      const change = what === 'close' ? ({ kind: 'close' } as const) : ({ kind: 'late', target: what } as const)
      await changeCase(unit, { ticket: id, change, by: 'saldo', now, event: `clock|${ticket.due}|${what}` })
    })
  return items.length
}

async function strikeHandoffs(documents: Documents, now: Instant): Promise<number> {
  const { items } = await documents.find(handoffs, { index: 'due', to: now, limit: atOnce })
  for (const { id } of items)
    await documents.change(async (unit) => {
      const stored = await unit.get(handoffs, id)
      const handoff = stored && recordOf(handoffSchema, stored.data)
      if (!handoff?.due || handoff.due > now) return
      const { offering } = await caseScene(unit, handoff.customer)
      const closed = offering && openingAt(offering, now).kind === 'closed'
      const change = await changeFor(handoff, Boolean(closed), async () => {
        const said = (await ticketOf(unit, handoff.ticket))?.trail.findLast(
          ({ what }) => what === 'said' || what === 'replied',
        )
        return !said || later(said.at, idleAfter) <= now
      })
      await changeTalk(unit, { handoff: id, change, by: 'saldo', now, event: `clock|${handoff.id}|${handoff.due}` })
    })
  return items.length
}

/** Who still waits when the helpdesk closes gets the bot back and is told so: the ticket stays. */
async function changeFor(handoff: Handoff, closed: boolean, isIdle: () => Promise<boolean>) {
  if (handoff.state === 'queued') return closed ? ({ kind: 'return' } as const) : ({ kind: 'alarm' } as const)
  return { kind: 'lapse', idle: handoff.state === 'active' && (await isIdle()) } as const
}
