import type { Asked } from '../answers/asked.ts'
import { asksWhereInAzure } from '../language/asks-where-in-azure.ts'
import { onlyAgainst, readComparison } from '../language/comparison.ts'
import { readLedgerSide } from '../language/ledger-side.ts'
import type { Question, Slots } from '../language/question.ts'
import type { Language } from '../values/language.ts'
import { localeFor, type Scene, todayOf } from './hearing.ts'
import { points } from './same-again.ts'
import type { Wanted } from './wanted.ts'

/** What a question about a change compares: the bill that it names, else the one that is talked about, with what it says or the one before. */
export function comparedIn(scene: Scene, { text, language, slots }: Omit<Question, 'intent'>): Asked {
  const { of, against } = readComparison(text, { today: todayOf(scene), language, locale: localeFor(scene) })
  const { invoice: _, period: __, ...others } = slots
  const named: Slots = { ...(asksWhereInAzure(text) && { product: 'Azure' }), ...others, ...of }
  const shown = scene.state.last?.invoice
  const talkedAbout = shown && !points(named) && !slots.product ? { invoice: shown } : {}
  const side = scene.principal.kind === 'partner' ? readLedgerSide(text) : undefined
  return {
    intent: 'invoice.change',
    slots: { ...named, ...talkedAbout },
    ...(against && { against }),
    ...(side && { side }),
  }
}

/** "And compared with last year?": the bill or the period that is talked about, once more beside another. */
export function comparedAgain(scene: Scene, text: string, language: Language): Wanted | undefined {
  const { last } = scene.state
  const against = last && onlyAgainst(text, { today: todayOf(scene), language, locale: localeFor(scene) })
  if (!against) return undefined
  const { intent } = last.asked
  const { invoice, period, product } = last.asked.slots
  // Who compared months hears of months again; any other answer was about the bill that it showed.
  const bill = intent === 'invoice.change' && period ? undefined : (last.invoice ?? invoice)
  const of: Slots = bill ? { invoice: bill } : period ? { period } : {}
  // Whoever compared Azure alone goes on with Azure.
  const slots: Slots = intent === 'invoice.change' && product ? { ...of, product } : of
  return { kind: 'answer', asked: { intent: 'invoice.change', slots, against, side: last.asked.side } }
}
