import { redact } from '../language/redact.ts'
import { withoutUnknownNames } from '../language/unknown-names.ts'
import type { Reading } from '../store/documents.ts'
import { type Scene, todayOf } from './hearing.ts'
import { knownNames } from './known-names.ts'
import type { Incoming } from './turn.ts'
import type { Unclear } from './unclear-messages.ts'
import type { Heard } from './wanted.ts'

/**
 * What may be kept of a message that was asked back or declined: redacted here, before anything is written, and only where the partner
 * opted in. Nothing of what a stranger writes is kept.
 */
export async function heardUnclearly(
  reading: Reading,
  { principal, offering, state, ...scene }: Scene,
  { person }: Incoming,
  { wanted, question, language }: Heard,
): Promise<Unclear | undefined> {
  if (!offering?.keepUnclear || principal.kind === 'stranger' || !question || question.zone === 'answer')
    return undefined
  // What was talked about can make sense of a message all the same.
  const isOpen = wanted.kind === 'guess' || (wanted.kind === 'answer' && wanted.asked.intent === 'out_of_scope')
  if (!isOpen) return undefined
  const day = todayOf({ principal, offering, state, ...scene })
  const known = await knownNames(reading, principal, question.text, state.customer)
  const names = person.name ? [...known, person.name] : known
  const redacted = redact(question.text, { today: day, language, names })
  const { knows } = scene.understander
  const text = withoutUnknownNames(redacted, { today: day, language, knows })
  if (!saysSomething(text)) return undefined
  const { zone, intent, confidence, alternatives } = question
  return { language, text, zone, guesses: [{ intent, confidence }, ...alternatives], day }
}

/** There is a word left besides the placeholders. */
const saysSomething = (text: string): boolean => /\p{L}{2}/u.test(text.replace(/<[^>]*>/g, ''))
