import type { Reason } from './decision.ts'

/**
 * Which reason a day has. Each open bill has the first of these that is true of it:
 *
 * | reason | of a bill, when |
 * |---|---|
 * | no-policy | the partner has no policy for the day |
 * | suspension | a suspension of the customer goes on |
 * | exempt | the policy, or staff, exempts the customer or the bill |
 * | held | staff holds the customer or the bill |
 * | promised | a promise to pay it runs |
 * | says-paid | the customer said that it has paid |
 * | later | the customer asked to be reminded later |
 * | disputed | all that is open of it is contested |
 * | not-yet | no stage has come |
 * | end | its last stage is done |
 * | done | the latest stage that has come is done, or a later one |
 * | below-minimum | the due bills of its currency, less the customer's unused credit, sum to less than the stage's minimum, or to nothing |
 * | stopped | it is only a reminder before the due date, and the customer wants none |
 * | stale-payments | the payment data is older than the policy allows |
 * | cap | the customer was written to as often as the policy allows; staff's own stages are not held by it |
 * | closed-day | the customer is not written to on this day; staff's own stages are not held by it |
 * | stage | nothing stands against it: it is written about, or handed to staff |
 *
 * A stage that proposes a suspension comes only after a word about that bill (word-first.ts): until then the last one that writes to the
 * customer is the latest.
 *
 * The day has the reason of the bill that came furthest towards a word, `nothing-open` where there is none. A bill whose time has not come
 * comes last: it says least about the others.
 */
const furthest: readonly Reason[] = [
  'nothing-open',
  'no-policy',
  'suspension',
  'not-yet',
  'exempt',
  'held',
  'promised',
  'says-paid',
  'later',
  'disputed',
  'end',
  'done',
  'below-minimum',
  'stopped',
  'stale-payments',
  'cap',
  'closed-day',
  'stage',
]

const ranks = new Map(furthest.map((reason, rank) => [reason, rank]))
const rankOf = (reason: Reason): number => ranks.get(reason) ?? 0

/** The reason of a day whose bills have these. */
export function dayReason(reasons: Iterable<Reason>): Reason {
  let day: Reason = 'nothing-open'
  for (const reason of reasons) if (rankOf(reason) > rankOf(day)) day = reason
  return day
}

/** Those that come from what somebody said, in the order in which they are looked at. */
export const pauses = ['exempt', 'held', 'promised', 'says-paid', 'later'] as const satisfies readonly Reason[]
export type PauseReason = (typeof pauses)[number]
