import { outgoingEvents } from '../delivery/event.ts'
import { deliveries } from '../delivery/line.ts'
import type { Account } from '../ledger/account.ts'
import { holdAccount } from '../ledger/hold-account.ts'
import type { Reading, Unit } from '../store/documents.ts'
import type { Instant } from '../values/day.ts'
import { changeSuspension, type SuspensionChanged } from './change-suspension.ts'
import { isOpen, type LastCheck, lastCheck } from './last-check.ts'
import type { Provisioning } from './provisioning.ts'
import { type Scene, situationAt } from './situation.ts'
import { completed, snapshot } from './snapshot.ts'
import { isLive, type ScopedSubscription, type Suspension, suspensionOf } from './suspension.ts'
import type { SuspensionChange } from './suspension-change.ts'

/**
 * What the passing of time, and payments, do to one suspension: paid, it is taken back or undone; on its day, after a last check, it is carried
 * out or held; what is held goes on once nothing speaks against it. Nothing where there is nothing to do. Safe to repeat.
 */
export async function strikeSuspension(
  unit: Unit,
  id: string,
  now: Instant,
  provisioning: Provisioning,
): Promise<SuspensionChanged | undefined> {
  const stored = await suspensionOf(unit, id)
  if (!stored) return undefined
  // Before anything is read: whoever lets a payment pay a bill in this moment holds it too, and one of the two sees what the other did.
  await holdAccount(unit, stored.suspension.customer)
  const due = await dueChange(unit, stored.suspension, now, provisioning)
  if (!due) return undefined
  const event = `clock|${stored.suspension.trail.length}|${due.change.kind}`
  return changeSuspension(unit, { suspension: id, ...due, by: 'saldo', now, event })
}

/** What there is to do about a suspension now, and the time zone of its customer. Looking changes nothing. */
export async function dueChange(
  reading: Reading,
  suspension: Suspension,
  now: Instant,
  provisioning: Provisioning,
): Promise<{ readonly change: SuspensionChange; readonly timeZone: string } | undefined> {
  const scene = await situationAt(reading, suspension.customer, now)
  const change = scene && (await changeFor(reading, suspension, scene, provisioning))
  return change && { change, timeZone: scene.situation.account.customer.timeZone }
}

async function changeFor(
  reading: Reading,
  suspension: Suspension,
  { situation, today }: Scene,
  provisioning: Provisioning,
): Promise<SuspensionChange | undefined> {
  const { state, bills, day } = suspension
  const { account } = situation
  const paid = bills.every(({ invoice }) => !isOpen(account, invoice, today))
  if (state === 'restoring' || !isLive(suspension)) return undefined
  if (paid) return { kind: 'cancel', reason: 'paid', undoing: provisioning.restoring(suspension) }
  if (state === 'held')
    return (await checked(reading, situation, suspension, today)).kind === 'go' ? { kind: 'resume' } : undefined
  // Carrying it out can take days: until the first step is done, whatever speaks against it still counts; then what is paid is still let be.
  const begins = state === 'announced' && day !== undefined && today >= day
  const goesOn = state === 'executing'
  if (!begins && !goesOn) return undefined
  const check = await checked(reading, situation, suspension, today)
  if (check.kind === 'paid') return undefined
  if (check.kind === 'hold') {
    const isUntouched = suspension.tasks.every(({ done }) => !done)
    const holds = begins || (isUntouched && check.reason !== 'stale-payments')
    return holds ? { kind: 'hold', reason: check.reason } : undefined
  }
  const begun = new Set(suspension.tasks.filter(({ done }) => done).map(({ subscription }) => subscription))
  const subscriptions = check.subscriptions.map((one, at) =>
    goesOn && begun.has(one.id) ? (suspension.subscriptions[at] ?? one) : one,
  )
  const isLess = subscriptions.some(({ spared }, at) => spared && !suspension.subscriptions[at]?.spared)
  return begins || isLess ? executing(suspension, account, subscriptions, provisioning) : undefined
}

function executing(
  suspension: Suspension,
  account: Account,
  subscriptions: readonly ScopedSubscription[],
  provisioning: Provisioning,
): SuspensionChange {
  const before = completed(suspension.before, snapshot(account, subscriptions))
  const tasks = provisioning.suspending({ ...suspension, subscriptions: [...subscriptions], before })
  return { kind: 'execute', subscriptions, before, tasks }
}

async function checked(
  reading: Reading,
  situation: Scene['situation'],
  suspension: Suspension,
  today: Scene['today'],
): Promise<LastCheck> {
  const check = lastCheck(situation, suspension, today)
  return check.kind === 'go' && !(await wasTold(reading, suspension)) ? { kind: 'hold', reason: 'not-told' } : check
}

/** Nobody is cut off who was not told: one message at least has arrived, the partner's mail system has taken one, or a person says so. */
async function wasTold(reading: Reading, { notice }: Suspension): Promise<boolean> {
  if (!notice) return false
  if (notice.by) return true
  for (const id of notice.posts) if ((await reading.get(deliveries, id))?.data.state === 'sent') return true
  for (const id of notice.events) if ((await reading.get(outgoingEvents, id))?.data.state === 'sent') return true
  return false
}
