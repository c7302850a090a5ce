import type { ContactDays } from './contact-days.ts'
import { latestOn } from './latest-on.ts'
import type { Stage } from './policy.ts'
import type { Rules } from './rules.ts'

/** That the customer was written to about a bill: with which stage, and on which day. Stages are positions, days are numbers. */
export type Word = { readonly stage: number; readonly on: number }

type Course = {
  readonly stageDays: readonly number[]
  /** The last stage that is done; -1 where none is. */
  readonly done: number
  /** Where a broken promise puts the bill, from that day. */
  readonly broken?: { readonly stage: number; readonly from: number }
  readonly words: readonly Word[]
}
type Policed = Pick<Rules, 'stages' | 'suspension'>

/** Whether a stage writes to the customer; the others are for staff alone. */
export const writesToCustomer = ({ action }: Stage): boolean => action === 'remind' || action === 'warn'

/** A stage that waited only for a day on which the customer is written to was said on its own day: what staff gets does not move for that. */
export function wordOf(stageDays: readonly number[], stage: number, on: number, { nextOpen }: ContactDays): Word {
  const day = stageDays[stage]
  return { stage, on: day !== undefined && day <= on && on <= nextOpen(day) ? day : on }
}

/** The last stage before a position that writes to the customer; -1 where there is none. */
const wordBefore = (stages: Rules['stages'], at: number): number => stages.slice(0, at).findLastIndex(writesToCustomer)

/**
 * The first day on which a suspension may be proposed for a bill, at that stage: nobody is to lose access over a bill that no reminder named, nor
 * sooner after it than the policy leaves between the two. Never, while nothing was said; any day, where the policy says nothing before.
 */
export function opensOn({ stages }: Policed, { stageDays, broken, words }: Course, proposal: number): number {
  if (wordBefore(stages, proposal) < 0) return Number.NEGATIVE_INFINITY
  const before = words.filter(({ stage }) => stage < proposal)
  const day = stageDays[proposal] as number
  const days = before.map(({ stage, on }) => on + Math.max(0, day - (stageDays[stage] ?? on)))
  // Reminded, and promised after that: the policy may have a broken promise lead there at once.
  const isBroken = broken?.stage === proposal && before.some(({ on }) => on < broken.from)
  return Math.min(Number.POSITIVE_INFINITY, ...days, ...(isBroken ? [broken.from] : []))
}

/** The latest stage that has come for a bill on a day; -1 before the first. `first`: it has to be said before a later one that has come. */
export function stageOn(
  rules: Policed,
  course: Course,
  at: number,
): { readonly stage: number; readonly first: boolean } {
  const { stages, suspension } = rules
  const { stageDays, broken, done, words } = course
  const stage = Math.max(latestOn(stageDays, at), broken && broken.from <= at ? broken.stage : -1)
  // Without rules for suspensions none is proposed: a person looks at it.
  const isProposal = suspension !== undefined && stages[stage]?.action === 'propose-suspension'
  if (!isProposal || done >= stage || opensOn(rules, course, stage) <= at) return { stage, first: false }
  if (!words.some((word) => word.stage < stage)) return { stage: wordBefore(stages, stage), first: true }
  const earlier = broken && broken.stage < stage ? broken : undefined
  return stageOn(rules, { ...course, stageDays: stageDays.slice(0, stage), broken: earlier }, at)
}
