import { type Asked, aboutOneBill } from '../answers/asked.ts'
import { readSwap } from '../language/ellipsis.ts'
import { withoutHowMuch } from '../language/how-much.ts'
import type { Question } from '../language/question.ts'
import { saysThatBill } from '../language/refers-back.ts'
import { localeFor, type Scene, todayOf } from './hearing.ts'
import { points } from './same-again.ts'

/** Whether the best guess of an unsure message is what it means: of the bill that was shown, or of how much a bill is that it names. */
export function isLikely({ text, language, zone, intent, slots }: Question, scene: Scene): boolean {
  if (zone !== 'ask' || !aboutOneBill(intent)) return false
  // "¿Ese importe ya está pagado?": what it speaks of is known, so little is left to mistake.
  if (scene.state.last?.invoice && !points(slots) && saysThatBill(text)) return true
  const bill = intent === 'invoice.show' ? withoutHowMuch(text) : undefined
  const named: Asked['slots'] | undefined =
    bill === undefined ? undefined : readSwap(bill, { today: todayOf(scene), language, locale: localeFor(scene) })
  return named !== undefined && points(named)
}
