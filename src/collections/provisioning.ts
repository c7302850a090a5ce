import type { ScopedSubscription, Suspension, SuspensionTask, TaskKind } from './suspension.ts'

/** How suspending reaches Microsoft: which steps it takes, and who carries them out. */
export type Provisioning = {
  suspending(suspension: Suspension): readonly SuspensionTask[]
  /** Takes back whatever was done, and puts back what was lost by it. Nothing where nothing was done. */
  restoring(suspension: Suspension): readonly SuspensionTask[]
  /** Does one step; doing it twice is the same. Left out where people do it. */
  readonly carryOut?: (suspension: Suspension, task: SuspensionTask) => Promise<CarriedOut>
}

/** `failed`: it is tried again at the next look, and a person can do it meanwhile. */
export type CarriedOut = { readonly kind: 'done'; readonly note?: string } | { readonly kind: 'failed' }

/** People do it by a checklist: in Partner Center, or, as an indirect reseller, by asking their provider for each step. */
export const manual = (provider?: string): Provisioning => ({
  suspending: (suspension) => tasksOf(suspension, provider, suspendingOne),
  restoring: (suspension) => tasksOf(suspension, provider, restoringOne),
})

function tasksOf(
  suspension: Suspension,
  provider: string | undefined,
  kindsOf: (suspension: Suspension, one: ScopedSubscription) => readonly TaskKind[],
): readonly SuspensionTask[] {
  return suspension.subscriptions.flatMap((one, at) =>
    kindsOf(suspension, one).map((kind) => ({
      id: `${kind}-${at + 1}`,
      kind,
      subscription: one.id,
      ...(provider && { provider }),
    })),
  )
}

/** A plan with active Azure subscriptions is not suspended (error 900115): each is cancelled by hand before. */
function suspendingOne({ autoRenew, before }: Suspension, one: ScopedSubscription): readonly TaskKind[] {
  // Let be after all: what was switched off for it is put back at once, or it would end with its term.
  if (one.spared) return autoRenew.state === 'done' && renewed(before, one) ? ['auto-renew'] : []
  return one.usage ? ['azure-inactive', 'suspend'] : ['suspend']
}

function restoringOne({ tasks, autoRenew, before }: Suspension, one: ScopedSubscription): readonly TaskKind[] {
  const own = tasks.filter(({ subscription }) => subscription === one.id)
  const isDone = (what: TaskKind) => own.some(({ kind, done }) => kind === what && done)
  // Suspending legacy ones switches nothing off and loses no change.
  const lost = isDone('suspend') && !one.usage && one.commerce !== 'legacy'
  const switchedOff = lost || (autoRenew.state === 'done' && !isDone('auto-renew'))
  const kinds: TaskKind[] = [
    ...(isDone('suspend') ? (['reactivate'] as const) : []),
    ...(isDone('azure-inactive') ? (['azure-active'] as const) : []),
    ...(switchedOff && renewed(before, one) ? (['auto-renew'] as const) : []),
    ...(lost && standOf(before, one)?.scheduled !== '' ? (['scheduled'] as const) : []),
  ]
  // Somebody may have begun what nobody has ticked off.
  return kinds.length > 0 || own.some(({ kind, done }) => kind === 'suspend' && !done) ? [...kinds, 'verify'] : []
}

const standOf = (before: Suspension['before'], { id }: ScopedSubscription) =>
  before?.find(({ subscription }) => subscription === id)

/** What was off stays off; where nobody knew, a person looks it up. Usage does not renew. */
const renewed = (before: Suspension['before'], one: ScopedSubscription): boolean =>
  !one.usage && standOf(before, one)?.autoRenew !== false
