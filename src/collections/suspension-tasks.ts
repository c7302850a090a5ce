import { type ChangeContext, moved } from './moved-suspension.ts'
import { differencesOf } from './snapshot.ts'
import type { Stand, Suspension, SuspensionTask } from './suspension.ts'

export type Tick =
  | { readonly kind: 'done'; readonly task: string; readonly note?: string }
  | { readonly kind: 'undone'; readonly task: string }

export function ticked(suspension: Suspension, change: Tick, context: ChangeContext): Suspension | undefined {
  const task = suspension.tasks.find(({ id }) => id === change.task)
  if (!task || Boolean(task.done) === (change.kind === 'done') || !isOfPhase(suspension, task)) return undefined
  if (change.kind === 'done' && waitsFor(suspension, task)) return undefined
  if (change.kind === 'done' && task.kind === 'verify') {
    // Whoever says no more than "done" found everything as it was.
    const stand = suspension.before?.find(({ subscription }) => subscription === task.subscription)
    return verified(suspension, stand ?? { subscription: task.subscription, status: 'active' }, change.note, context)
  }
  const done =
    change.kind === 'done' ? { by: context.by, at: context.at, ...(change.note && { note: change.note }) } : undefined
  const tasks = suspension.tasks.map((one) => (one.id === task.id ? { ...one, done } : one))
  return afterTasks({ ...suspension, tasks }, context)
}

const isSuspending = ({ kind }: SuspensionTask): boolean => kind === 'suspend' || kind === 'azure-inactive'

/** Once it is being undone, what was done to suspend it is history. */
const isOfPhase = ({ state }: Suspension, task: SuspensionTask): boolean => state !== 'restoring' || !isSuspending(task)

/** A plan waits for its Azure subscriptions; checking waits for all else. */
function waitsFor({ tasks }: Suspension, { kind, subscription }: SuspensionTask): boolean {
  const open = tasks.filter((task) => task.subscription === subscription && !task.done)
  if (kind === 'suspend') return open.some((task) => task.kind === 'azure-inactive')
  return kind === 'verify' && open.some((task) => task.kind !== 'verify')
}

function afterTasks(suspension: Suspension, context: ChangeContext): Suspension {
  const all = suspension.tasks.every(({ done }) => done)
  if (suspension.state === 'restoring')
    return all ? { ...moved(suspension, 'restored', context), restoredOn: context.today } : suspension
  const state = all ? 'suspended' : 'executing'
  if (state === suspension.state) return suspension
  return { ...moved(suspension, state, context), suspendedOn: all ? context.today : undefined }
}

/** What a person saw takes the place of what the ledger knew; nothing more once it was changed. */
export function recorded(
  suspension: Suspension,
  stand: Pick<Stand, 'subscription'> & Partial<Stand>,
): Suspension | undefined {
  const one = suspension.subscriptions.find(({ id }) => id === stand.subscription)
  const isDone = suspension.tasks.some(({ subscription, done }) => subscription === stand.subscription && done)
  if (!one || isDone) return undefined
  const known = suspension.before ?? []
  const old = known.find(({ subscription }) => subscription === one.id) ?? { status: 'active', quantity: one.quantity }
  const others = known.filter(({ subscription }) => subscription !== one.id)
  return { ...suspension, before: [...others, { ...old, ...stand, subscription: one.id }] }
}

export function verified(
  suspension: Suspension,
  stand: Stand,
  note: string | undefined,
  context: ChangeContext,
): Suspension | undefined {
  const task = suspension.tasks.find(
    ({ kind, subscription, done }) => kind === 'verify' && subscription === stand.subscription && !done,
  )
  if (!task || waitsFor(suspension, task)) return undefined
  const after = [...suspension.after.filter(({ subscription }) => subscription !== stand.subscription), stand]
  const differences = [...differencesOf(suspension.before ?? [], after)]
  const found = { ...suspension, after, differences }
  if (differences.some(({ subscription }) => subscription === stand.subscription)) return found
  const done = { by: context.by, at: context.at, ...(note && { note }) }
  const tasks = found.tasks.map((one) => (one.id === task.id ? { ...one, done } : one))
  return afterTasks({ ...found, tasks }, context)
}

export function accepted(suspension: Suspension, reason: string, context: ChangeContext): Suspension | undefined {
  const seen = new Set(suspension.differences.map(({ subscription }) => subscription))
  const done = { by: context.by, at: context.at, note: reason }
  const tasks = suspension.tasks.map((task) =>
    task.kind === 'verify' && !task.done && seen.has(task.subscription) ? { ...task, done } : task,
  )
  return tasks.some((task, at) => task !== suspension.tasks[at])
    ? afterTasks({ ...suspension, tasks }, context)
    : undefined
}
