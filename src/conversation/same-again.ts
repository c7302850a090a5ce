import { type Asked, aboutOneBill, takesBill, takesProduct } from '../answers/asked.ts'
import { meansOneBill } from '../language/means-one-bill.ts'
import type { Slots } from '../language/question.ts'
import { addDays, addMonths, type Day, firstOfMonth } from '../values/day.ts'
import { isMonth, monthOf, periodOf, periodText } from '../values/period.ts'
import type { State } from './state.ts'
import type { Wanted } from './wanted.ts'

type Last = NonNullable<State['last']>

const billPointers = ['invoice', 'period', 'date', 'amount', 'beside'] as const
const pointers = [...billPointers, 'line'] as const
const anyOf = (names: readonly (keyof Slots)[], slots: Slots): boolean =>
  names.some((name) => slots[name] !== undefined)

/** Whether slots say which bill is meant, or which line of it. */
export const points = (slots: Slots): boolean => anyOf(pointers, slots)

const answer = (asked: Asked): Wanted => ({ kind: 'answer', asked })

/** "And October?" keeps the question where it can be about a bill; after "how much do we owe?" it asks for October's bill. */
export function swapOf(last: Last, slots: Slots, text: string, today: Day): Wanted | undefined {
  const { asked } = last
  if (slots.line !== undefined) return lineOf(last, slots)
  const coming = asked.intent === 'billing.next' ? comingMonth(slots, text, today) : undefined
  if (coming) return answer({ intent: 'billing.next', slots: { period: coming } })
  const one = asked.intent === 'invoice.list' && (slots.invoice !== undefined || meansOneBill(text))
  if (points(slots) && (one || !takesBill(asked.intent))) return answer({ intent: 'invoice.show', slots })
  if (!points(slots) && slots.product && !takesProduct(asked.intent)) return undefined
  return answer(swapped(asked, slots))
}

/** The same question about something else: what pointed at the old bill goes, whatever the new slots point by. */
function swapped(asked: Asked, slots: Slots): Asked {
  if (!points(slots)) return { ...asked, slots: { ...asked.slots, ...slots } }
  // Another bill is compared with the one before it again, or with last year's; what was named to compare with stays behind.
  const { against, ...rest } = asked
  return { ...rest, slots: { ...without(asked.slots, pointers), ...slots }, ...(against?.year && { against }) }
}

function without(slots: Slots, names: readonly (keyof Slots)[]): Slots {
  const kept = { ...slots }
  for (const name of names) delete kept[name]
  return kept
}

/** "No, line 1": of the bill that is being talked about, unless another is named. */
function lineOf({ asked, invoice }: Last, slots: Slots): Wanted | undefined {
  if (anyOf(billPointers, slots)) return answer({ intent: 'invoice.line', slots })
  if (invoice) return answer({ intent: 'invoice.line', slots: { invoice, ...slots } })
  return asked.intent === 'invoice.line' ? answer(swapped(asked, slots)) : undefined
}

/** How far ahead a month without a year is the coming one when the next bill is talked about; further off, the past one is nearer. */
const horizon = 6

/** After "when does the next bill come?", "and in January?" means the January ahead. */
function comingMonth({ period }: Slots, text: string, today: Day): string | undefined {
  if (!period || !isMonth(periodOf(period)) || /\b20\d\d\b/.test(text)) return undefined
  const ahead = (Number(period.slice(5)) - Number(today.slice(5, 7)) + 12) % 12
  return ahead <= horizon ? addMonths(firstOfMonth(today), ahead).slice(0, 7) : undefined
}

/** "And the one before?": from the bill that was shown, else from the month that was asked about. */
export function besideOf({ last }: State, beside: Slots['beside']): Wanted | undefined {
  if (!last || !beside) return undefined
  const { intent: asked } = last.asked
  const intent = aboutOneBill(asked) || asked === 'invoice.change' || asked === 'charge.credit' ? asked : 'invoice.show'
  const rest = without(last.asked.slots, pointers)
  const invoice = last.invoice ?? last.asked.slots.invoice
  if (invoice) return answer({ intent, slots: { ...rest, invoice, beside } })
  const { period } = last.asked.slots
  if (!period || !isMonth(periodOf(period))) return undefined
  const { from, to } = periodOf(period)
  const month = monthOf(beside === 'before' ? addDays(from, -1) : addDays(to, 1))
  return answer({ intent, slots: { ...rest, period: periodText(month) } })
}
