import type { Account } from '../ledger/account.ts'
import type { Day } from '../values/day.ts'
import type { InvoiceId } from '../values/ids.ts'
import { type BillCase, billCases } from './bill-case.ts'
import { contactDaysOf, dayNumber, dayOf } from './contact-days.ts'
import type { Rules } from './rules.ts'
import type { Standing } from './standing.ts'
import { opensOn, stageOn, type Word, wordOf, writesToCustomer } from './word-first.ts'

/**
 * The first day, from today on, on which a suspension could be proposed for each open bill, as things stand: its stage, the word that has to come
 * before it, and what the bill waits for. Not in it: bills that wait without an end, and all of them where the policy proposes nothing.
 */
export function proposalDays(
  account: Account,
  standing: Standing,
  rules: Rules,
  today: Day,
): ReadonlyMap<InvoiceId, Day> {
  const proposal = rules.stages.findIndex(({ action }) => action === 'propose-suspension')
  if (proposal < 0 || !rules.suspension) return new Map()
  return new Map(
    billCases(account, standing, rules).flatMap((each) => {
      const at = afterPauses(each, firstDay(each, rules, proposal, dayNumber(today)))
      return Number.isFinite(at) ? [[each.bill.invoice.id, dayOf(at)] as const] : []
    }),
  )
}

function firstDay(each: BillCase, rules: Rules, proposal: number, today: number): number {
  if (each.done >= proposal) return today
  const comes = Math.max(today, each.stageDays[proposal] as number)
  const words = each.words.length > 0 ? each.words : wordsToCome(each, rules, proposal, today)
  return Math.max(comes, opensOn(rules, { ...each, words }, proposal))
}

/** When the customer is written to about a bill that no word was said of yet: by what has come today, what is still to come, or at the last. */
function wordsToCome(each: BillCase, rules: Rules, proposal: number, today: number): readonly Word[] {
  const { stages, hours } = rules
  const contactDays = contactDaysOf(hours)
  const now = stageOn(rules, each, today).stage
  const last = stages.slice(0, proposal).findLastIndex(writesToCustomer)
  return stages.slice(0, proposal).flatMap((stage, at): Word[] => {
    const own = each.stageDays[at] as number
    if (!writesToCustomer(stage)) return []
    const on =
      own > today
        ? own
        : at === now
          ? today
          : at === last
            ? Math.max(today, each.stageDays[proposal] as number)
            : undefined
    return on === undefined ? [] : [wordOf(each.stageDays, at, contactDays.nextOpen(on), contactDays)]
  })
}

function afterPauses({ pauses }: Pick<BillCase, 'pauses'>, day: number): number {
  const pause = pauses.find(({ from, until }) => from <= day && day <= until)
  if (!pause || !Number.isFinite(pause.until)) return pause ? pause.until : day
  return afterPauses({ pauses }, pause.until + 1)
}
