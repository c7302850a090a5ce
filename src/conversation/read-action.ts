import { z } from 'zod'
import { askedSchema } from '../answers/asked.ts'
import { languageNow, type Scene } from './hearing.ts'
import { readQuestions } from './read-questions.ts'
import type { Heard } from './wanted.ts'

const longest = 4000
const choice = z.object({ index: z.int().min(0) })
const saying = z.object({ text: z.string().min(1).max(longest) })

/**
 * A card's button. Whatever the client sent is checked here and authorised like any question: a button can ask nothing that a
 * message could not. What cannot be read asks for other words; it is no fault of ours.
 */
export function readAction(scene: Scene, verb: string, data: unknown): Heard {
  const language = languageNow(scene)
  const other: Heard = { wanted: { kind: 'other-words' }, language }
  switch (verb) {
    case 'ask': {
      const asked = askedSchema.safeParse(data)
      return asked.success ? { wanted: { kind: 'answer', asked: asked.data }, language } : other
    }
    case 'choose': {
      const { data: chosen } = choice.safeParse(data)
      const option = chosen && scene.state.offered?.[chosen.index]
      if (!option || (scene.state.choosing && option.asked.intent === 'deny')) return other
      return { wanted: { kind: 'answer', asked: option.asked }, language }
    }
    case 'say': {
      const { data: said } = saying.safeParse(data)
      return said ? readQuestions(scene, said.text) : other
    }
    default:
      return other
  }
}
