import { z } from 'zod'
import {
  type suspensionNews,
  suspensionRefused,
  suspensionSaid,
  suspensionUnclear,
} from '../../answers/suspension-desk-words.ts'
import type { SuspensionAct } from '../../collections/act-on-suspension.ts'
import type { SuspensionChanged } from '../../collections/change-suspension.ts'
import { type Suspension, suspensionOf } from '../../collections/suspension.ts'
import { lines, putLine, readLine } from '../../delivery/line.ts'
import type { Unit } from '../../store/documents.ts'
import type { Instant } from '../../values/day.ts'
import { caseScene } from '../desk/case-scene.ts'
import type { DeskIncoming, SeatSays, Staff } from '../desk/seat.ts'
import { textMark } from '../desk/text-mark.ts'
import { moveSuspension } from './move-suspension.ts'
import { suspensionCardPost, suspensionLine, suspensionOfLine, tellThread } from './suspension-line.ts'

const reason = z.string().trim().min(1).max(2000)
const task = z.string().min(1).max(60)
const seen = z.object({
  place: z.coerce.number().int().min(1).max(10_000),
  renewing: z.enum(['on', 'off']).optional(),
  scheduled: z.string().trim().max(2000).optional(),
  seats: z
    .string()
    .trim()
    .regex(/^\d{1,7}$/)
    .optional()
    .or(z.literal('')),
})

/** What the card's buttons carry. Everything else in a client's data is left out; which suspension it is, the thread says. */
const actions = {
  'suspension.approve': z.object({}).transform((): SuspensionAct => ({ kind: 'approve' })),
  'suspension.decline': z
    .object({ text: reason })
    .transform(({ text }): SuspensionAct => ({ kind: 'decline', reason: text })),
  'suspension.cancel': z
    .object({ text: reason })
    .transform(({ text }): SuspensionAct => ({ kind: 'cancel', reason: text })),
  'suspension.auto-renew': z
    .object({ outcome: z.enum(['done', 'declined']) })
    .transform(({ outcome }): SuspensionAct => ({ kind: 'auto-renew', outcome })),
  'suspension.told': z.object({}).transform((): SuspensionAct => ({ kind: 'told' })),
  'suspension.done': z.object({ task }).transform((done): SuspensionAct => ({ kind: 'done', task: done.task })),
  'suspension.undone': z.object({ task }).transform((undone): SuspensionAct => ({ kind: 'undone', task: undone.task })),
  'suspension.record': seen.transform((given): SuspensionAct => ({ kind: 'record', ...standOf(given, '') })),
  'suspension.verify': seen.transform((given): SuspensionAct => ({ kind: 'verify', ...standOf(given) })),
  'suspension.accept': z
    .object({ text: reason })
    .transform(({ text }): SuspensionAct => ({ kind: 'accept', reason: text })),
} as const

/** An empty field says that there are none, as its label does; one that is not there, none where somebody notes how it stands and no change where somebody checks. */
function standOf({ place, renewing, scheduled, seats }: z.output<typeof seen>, absent?: string) {
  const changes = scheduled ?? absent
  return {
    place,
    seen: {
      ...(renewing && { autoRenew: renewing === 'on' }),
      ...(changes !== undefined && { scheduled: changes }),
      ...(seats && { quantity: Number(seats) }),
    },
  }
}

/** `elsewhere`: it was done in no suspension's thread. */
export async function suspensionDesk(
  unit: Unit,
  incoming: DeskIncoming,
  staff: Staff,
  now: Instant,
): Promise<SeatSays | 'elsewhere'> {
  const { what } = incoming
  const suspension = await suspensionIn(unit, incoming, now)
  if (!suspension) return 'elsewhere'
  const { customer, deskLanguage: language } = await caseScene(unit, suspension.customer)
  const unclear = { answered: suspensionUnclear(), language }
  if (what.kind === 'message') return what.mentioned ? unclear : undefined
  if (what.kind !== 'action') return undefined
  const schema = actions[what.verb as keyof typeof actions]
  const read = schema?.safeParse(what.data)
  if (!read?.success) return unclear
  const by = { principal: staff, name: staff.name ?? incoming.person.name }
  const event = eventOf(incoming, what)
  const moved = await moveSuspension(unit, { suspension: suspension.id, act: read.data, by, now, event })
  return { answered: sayingOf(moved, suspension, customer), language }
}

function sayingOf(moved: SuspensionChanged, known: Suspension, customer: Parameters<typeof suspensionNews>[1]) {
  switch (moved.kind) {
    case 'changed':
      return suspensionSaid('suspension.ok', moved.suspension, customer)
    case 'unchanged':
      return suspensionSaid('suspension.was-done', moved.suspension, customer)
    case 'refused':
      return suspensionRefused(moved.suspension, customer, moved.why)
    case 'unknown':
      return suspensionRefused(known, customer, 'no-role')
  }
}

type Click = Extract<DeskIncoming['what'], { kind: 'action' }>

/** The same click on one state of the card is one cause, however often it is sent, and whatever Teams calls the deliveries. */
function eventOf({ delivery, person }: DeskIncoming, { verb, data }: Click): string {
  const { once, ...given } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const mark = typeof once === 'string' ? once.slice(0, 60) : delivery.activity
  return `${verb}|${mark}|${person.objectId}|${textMark(JSON.stringify(given))}`
}

/** The suspension that a thread belongs to. A card whose arrival was never confirmed says itself which it is for. */
async function suspensionIn(
  unit: Unit,
  { delivery, what }: DeskIncoming,
  now: Instant,
): Promise<Suspension | undefined> {
  const { items } = await unit.find(lines, { index: 'conversation', equals: delivery.conversation, limit: 1 })
  const id = items[0] && suspensionOfLine(items[0].data.id)
  if (id) return (await suspensionOf(unit, id))?.suspension
  return what.kind === 'action' && !items[0] ? adopt(unit, delivery.conversation, what.data, now) : undefined
}

const dataSchema = z.object({ suspension: z.string().regex(/^S-\d{4,}$/) })

async function adopt(unit: Unit, conversation: string, data: unknown, now: Instant): Promise<Suspension | undefined> {
  const read = dataSchema.safeParse(data)
  const known = read.success ? await suspensionOf(unit, read.data.suspension) : undefined
  const stored = known && (await readLine(unit, suspensionLine(known.suspension.id)))
  if (!known || stored?.line.to.kind !== 'thread') return undefined
  // A thread that it has already is not given up for another one.
  if (stored.line.to.conversation && stored.line.to.conversation !== conversation) return undefined
  putLine(unit, { ...stored.line, to: { ...stored.line.to, conversation } }, stored.revision)
  const { id } = known.suspension
  await tellThread(unit, id, [suspensionCardPost(id, `${conversation}|adopted`, 'send')], now)
  return known.suspension
}
