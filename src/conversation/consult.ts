import type { Advice, AdviceQuestion, Advisor } from '../language/advisor.ts'
import type { Question } from '../language/question.ts'
import { redact } from '../language/redact.ts'
import type { Documents, Unit } from '../store/documents.ts'
import type { Clock } from '../values/clock.ts'
import { todayOf } from './hearing.ts'
import { knownNames } from './known-names.ts'
import { readIncoming } from './read-incoming.ts'
import type { TurnTools } from './run-turn.ts'
import { sceneFor } from './scene-for.ts'
import { conversations } from './state.ts'
import type { Incoming } from './turn.ts'
import { turnKey, turnRecords } from './turn-record.ts'
import type { Heard } from './wanted.ts'

/** Whom to ask what an unsure message wants, and how often a day for one person in one conversation. */
export type Consulting = { readonly advisor: Advisor; readonly perDay: number }

/** That an advisor was asked in this turn, what it said, if anything of use, and how long that took. */
export type Consulted = { readonly advice?: Advice; readonly milliseconds: number }

export type ConsultDeps = TurnTools & {
  readonly documents: Documents
  readonly clock: Clock
  readonly consulting?: Consulting
}

/**
 * Asks the advisor, where there is one, what an unsure message wants. Comes before the turn's own unit of work, which nobody may hold
 * open over a network call: a small unit first counts the consultation and is on disk before anybody is asked, so that a delivery that
 * is repeated, even after a crash, is never asked about twice; the turn's unit then reads everything anew and takes the advice only
 * where it is still unsure.
 */
export async function consult(incoming: Incoming, deps: ConsultDeps): Promise<Consulted | undefined> {
  const { consulting, documents } = deps
  if (!consulting || incoming.what.kind === 'installed') return undefined
  const question = await documents.change((unit) => reserve(unit, incoming, deps, consulting.perDay))
  if (!question) return undefined
  const asked = deps.clock.now()
  const advice = await consulting.advisor.advise(question)
  return { advice, milliseconds: Date.parse(deps.clock.now()) - Date.parse(asked) }
}

/** What to ask, with the consultation counted; nothing where there is nothing to ask, or the day's budget is used up. */
async function reserve(
  unit: Unit,
  incoming: Incoming,
  deps: ConsultDeps,
  perDay: number,
): Promise<AdviceQuestion | undefined> {
  const key = turnKey(incoming)
  if (await unit.get(turnRecords, key)) return undefined
  const { scene, revision } = await sceneFor(unit, incoming, deps.clock.now(), deps)
  const { principal, state } = scene
  // A stranger gets the one answer, whatever is said.
  if (principal.kind === 'stranger') return undefined
  const question = unsure(await readIncoming(unit, scene, incoming.what))
  if (!question) return undefined
  const today = todayOf(scene)
  const before = state.consulted?.day === today ? state.consulted : { day: today, count: 0 }
  if (before.count >= perDay || before.last === key) return undefined
  const names = await knownNames(unit, principal, question.text, state.customer)
  const consulted = { day: today, count: before.count + 1, last: key }
  unit.put(conversations, state.id, { ...state, consulted }, revision)
  const { text, language, intent, alternatives } = question
  const candidates = [intent, ...alternatives.map((other) => other.intent)]
  return { text: redact(text, { today, language, names }), language, candidates, today }
}

/** A message of its own that is neither understood surely nor, from what was talked about, all the same. */
function unsure({ wanted, question }: Heard): Question | undefined {
  if (!question || question.zone === 'answer') return undefined
  const open = wanted.kind === 'guess' || (wanted.kind === 'answer' && wanted.asked.intent === 'out_of_scope')
  return open ? question : undefined
}
