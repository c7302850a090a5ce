import type { Asked } from '../answers/asked.ts'
import { readSwap } from '../language/ellipsis.ts'
import { meansOneBill } from '../language/means-one-bill.ts'
import type { Question } from '../language/question.ts'
import { localeFor, type Scene, todayOf } from './hearing.ts'
import { points } from './same-again.ts'

/** "And the one for August?" when nothing is talked about: a bill is named and nothing else, so it is to be shown. */
export function billAlone({ text, language }: Question, scene: Scene): Asked | undefined {
  if (scene.state.last || !meansOneBill(text)) return undefined
  const slots = readSwap(text, { today: todayOf(scene), language, locale: localeFor(scene) })
  return slots && points(slots) ? { intent: 'invoice.show', slots } : undefined
}
