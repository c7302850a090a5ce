import { composed, fold } from './fold.ts'

const promised =
  /\b(?:(?:what|when|which \S+|how much) (?:did|have|had) (?:we|i)(?: \S+)? promised?|(?:our|my) (?:open )?(?:payment )?promises?\b|(?:o que|que|quando|quanto|qual \S+) (?:e que )?(?:nos |eu |a gente |voces )?(?:ja )?(?:prometemos|prometi|prometeu|tinhamos prometido|combinamos pagar)|(?:que|cuando|cuanto|cual)(?: \S+)? (?:prometimos|prometi|hemos prometido|habiamos prometido)|(?:nossas?|minhas?|nuestras?) promess?as?\b)/

/** "What did we promise?": of a payment that the writer has told of before. */
export const asksOwnPromise = (text: string): boolean =>
  wordCount(text) <= longest && promised.test(fold(composed(text)))

const whenCutOff =
  /\b(?:when|what day|which day|how long|quando|que dia|cuando)\b.*\b(?:suspen\w+|cut (?:us )?off|shut (?:us )?(?:off|down)|blocked|disconnected|cortad[ao]s?|cortam|cortan|bloquead[ao]s?|desligad[ao]s?)\b/
const ours =
  /\b(?:we|us|our|i|my|nos|nosso|nossa|nossos|nossas|meu|minha|a gente|vamos|seremos|nuestr[ao]s?|mi|me|somos)\b/

/** "When will we be suspended?": of the writer's own company, not of the rule. */
export function asksWhenSuspended(text: string): boolean {
  const folded = fold(composed(text))
  return whenCutOff.test(folded) && ours.test(folded)
}

const nextReminder =
  /\b(?:when|quando|cuando)\b.*\b(?:next|proxim[ao]|another|outro|otro) (?:\S+ )?(?:reminder|notice|lembrete|aviso|recordatorio)\b|\b(?:next|proximo) (?:reminder|lembrete|recordatorio)\b/

/** "When do I get the next reminder?": of the reminders, and of no bill to come. */
export const asksNextReminder = (text: string): boolean => nextReminder.test(fold(composed(text)))

const longest = 10
const wordCount = (text: string): number => text.trim().split(/\s+/).length
