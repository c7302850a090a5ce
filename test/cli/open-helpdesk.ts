import { z } from 'zod'
import { principalOf } from '../../src/access/principal-of.ts'
import { changeCase } from '../../src/conversation/desk/change-case.ts'
import { changeTalk } from '../../src/conversation/desk/change-talk.ts'
import type { Unit } from '../../src/store/documents.ts'
import type { HandoffChange } from '../../src/support/change-handoff.ts'
import { helpdeskSchema, helpdesks } from '../../src/support/helpdesk.ts'
import { setHelpdeskChannel } from '../../src/support/helpdesk-channel.ts'
import { offeringSchema, offerings } from '../../src/support/offering.ts'
import type { TicketChange } from '../../src/support/ticket-change.ts'
import { instant } from '../../src/values/day.ts'
import type { Desk } from '../conversation/support/open-desk.ts'
import { everybody, type Known, offering } from '../conversation/support/small-desk.ts'
import { partner } from '../ledger/examples.ts'

const serviceUrl = 'https://channel.example/'

const helpdesk: z.input<typeof helpdeskSchema> = {
  partner,
  language: 'en',
  contact: { name: 'Nortada Service Desk', mail: 'microsoft@partner.example', phone: '+351 21 000 0001' },
  billing: 'direct',
  holds: { advanced: {} },
}

/** Gives the small desk what a helpdesk has, on a Monday morning: targets, a helpdesk of its own, a channel in the partner's team. */
export async function openHelpdesk(desk: Desk): Promise<void> {
  const { helena } = everybody
  const monday = instant('2026-11-23T10:00:00Z')
  desk.clock.set(monday)
  const promised = (respond: number) => ({ respond, resolve: 4 * respond })
  const targets = { urgent: promised(60), high: promised(120), normal: promised(240) }
  await desk.documents.change(async (unit) => {
    const stored = await unit.get(offerings, partner)
    unit.put(offerings, partner, z.encode(offeringSchema, { ...offering, targets }), stored!.revision)
    unit.put(helpdesks, partner, z.encode(helpdeskSchema, helpdeskSchema.parse(helpdesk)), 0)
    const channel = { channel: 'test', serviceUrl, teamsChannel: '19:cases@thread.tacv2', tenant: helena.tenant }
    await setHelpdeskChannel(unit, channel, helena, monday)
  })
}

/** Says one message after another in one conversation and gives the number of the ticket that comes of it. */
export async function ticketBy(desk: Desk, who: Known, conversation: string, ...texts: readonly string[]) {
  let said = ''
  for (const text of texts) {
    const { replies } = await desk.say(who, text, { conversation, serviceUrl, locale: 'en' })
    said = replies[0]?.words.text ?? ''
  }
  const [ticket] = /T-\d+/.exec(said) ?? []
  if (!ticket) throw new Error(`no ticket came of "${texts.join('", "')}": ${said}`)
  return ticket
}

/** What somebody does to a ticket, at a minute of that Monday. */
export function change(desk: Desk, who: Known, ticket: string, what: TicketChange, at: string) {
  const now = instant(`2026-11-23T${at}:00Z`)
  const event = `${what.kind} ${at}`
  return desk.documents.change(async (unit) =>
    changeCase(unit, { ticket, change: what, by: await actor(unit, who), now, event }),
  )
}

/** What somebody does to a handoff, at a minute of that Monday. */
export function talk(desk: Desk, who: Known, handoff: string, what: HandoffChange, at: string) {
  const now = instant(`2026-11-23T${at}:00Z`)
  const event = `${what.kind} ${at}`
  return desk.documents.change(async (unit) =>
    changeTalk(unit, { handoff, change: what, by: await actor(unit, who), now, event }),
  )
}

async function actor(unit: Unit, who: Known) {
  const principal = await principalOf(unit, everybody[who])
  return { principal, name: principal.kind === 'stranger' ? undefined : principal.name }
}
