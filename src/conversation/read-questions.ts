import type { Asked } from '../answers/asked.ts'
import { holdsCardNumber } from '../language/card-number.ts'
import { questionsIn } from '../language/questions-in.ts'
import { type Intent, socialActs } from '../language/vocabulary.ts'
import { localeFor, type Scene, settled, todayOf } from './hearing.ts'
import { readMessage } from './read-message.ts'
import { points } from './same-again.ts'
import type { Heard } from './wanted.ts'

/**
 * A message of one question, or the first of several with another one to offer: only when both are sure and ask different things,
 * each understood alone, the second as if the first had been asked before. Else it is read as one.
 */
export function readQuestions(scene: Scene, text: string): Heard {
  const { state, principal } = scene
  // A stranger gets one answer, whatever is asked; of a message with a card's number nothing is read.
  const whole = principal.kind === 'stranger' || holdsCardNumber(text)
  const [first, ...others] = whole ? [] : questionsIn(text, { answers: state.choosing })
  const heard = first === undefined ? undefined : readMessage(scene, first)
  const asked = heard && sureOf(heard)
  if (!heard || !asked) return readMessage(scene, text)
  const afterwards: Scene = { ...scene, state: { ...state, last: { asked }, offered: undefined, choosing: undefined } }
  const also = others
    .map((other) => sureOf(readMessage(afterwards, other)))
    .find((other) => other && differs(asked, other))
  if (!also) return readMessage(scene, text)
  const hearing = { today: todayOf(scene), language: state.language, locale: localeFor(scene) }
  return { ...heard, language: settled(scene, scene.understander.languageOf(text, hearing)), also }
}

const nothingAsked: readonly Intent[] = [...socialActs, 'out_of_scope']

function sureOf({ wanted, question }: Heard): Asked | undefined {
  if (wanted.kind !== 'answer' || nothingAsked.includes(wanted.asked.intent)) return undefined
  return question === undefined || question.zone === 'answer' ? wanted.asked : undefined
}

/** Another question, or the same about something that it names itself. */
const differs = (one: Asked, other: Asked): boolean =>
  one.intent !== other.intent || (points(other.slots) && JSON.stringify(one.slots) !== JSON.stringify(other.slots))
