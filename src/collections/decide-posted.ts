import type { Day } from '../values/day.ts'
import { decide, type Situation } from './decide.ts'
import type { Decision } from './decision.ts'
import type { Stage } from './policy.ts'
import type { Rules } from './rules.ts'

/** Somebody asks for a word now: every bill has come to this stage, whatever the policy's own have done. */
const due: Stage = {
  id: 'posted',
  when: 'after',
  days: 0,
  trigger: 'due-date',
  count: 'calendar',
  action: 'remind',
  channel: 'teams-then-webhook',
}
const upcoming: Stage = { ...due, id: 'posted-early', when: 'before', days: 366 }

/**
 * What is decided for a customer that is to be written to now. That no stage has come, or all are done, does not count; everything else does as
 * on any day: pauses, disputes, minimum, age of the payment data, cap, hours. `early`: also about bills that are not due yet.
 */
export function decidePosted({ standing, rules, ...situation }: Situation, today: Day, early: boolean): Decision {
  const stages = early ? [upcoming, due] : [due]
  const asked: Rules | undefined = rules && { ...rules, stages, promises: undefined }
  return decide({ ...situation, standing: { ...standing, reached: [] }, rules: asked }, today)
}
