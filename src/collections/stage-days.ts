import type { Invoice } from '../ledger/invoice.ts'
import type { Day } from '../values/day.ts'
import type { Hours } from '../values/open-frames.ts'
import { type ContactDays, contactDaysOf, dayNumber, dayOf } from './contact-days.ts'
import type { Stage } from './policy.ts'

/** Whether a customer may be written to on a day of its calendar at all. */
export const isContactDay = (hours: Hours, day: Day): boolean => contactDaysOf(hours).isOpen(dayNumber(day))

/** That day, or the first after it on which the customer may be written to. */
export const nextContactDay = (hours: Hours, day: Day): Day => dayOf(contactDaysOf(hours).nextOpen(dayNumber(day)))

type Dated = Pick<Invoice, 'issuedOn' | 'dueOn'>

/** The first day of a stage for a bill. `dueOn` is the one that holds, as a decided dispute may have revised it. */
export const stageDay = (stage: Stage, bill: Dated, hours: Hours): Day =>
  dayOf(stageDayNumber(stage, dayNumber(bill.issuedOn), dayNumber(bill.dueOn), contactDaysOf(hours)))

/** The same in numbers. Never before the bill's own date: nobody can be written to about a bill before there is one. */
export function stageDayNumber(stage: Stage, issuedOn: number, dueOn: number, contactDays: ContactDays): number {
  const from = stage.trigger === 'invoice-date' ? issuedOn : dueOn
  const days = stage.when === 'before' ? -stage.days : stage.days
  return Math.max(issuedOn, stage.count === 'business' ? contactDays.shift(from, days) : from + days)
}
