import type { Principal } from '../access/principal.ts'
import { principalOf } from '../access/principal-of.ts'
import { answer } from '../answers/answer.ts'
import type { Answered } from '../answers/asking.ts'
import { cardNumber } from '../answers/card-number.ts'
import { didYouMean, failed, otherWords } from '../answers/guesses.ts'
import { welcome } from '../answers/social.ts'
import type { Advice } from '../language/advisor.ts'
import { UnboundFigure } from '../language/figures.ts'
import { say } from '../language/say.ts'
import type { Understander } from '../language/understand.ts'
import { recordOf } from '../ledger/record.ts'
import type { Reading } from '../store/documents.ts'
import { type Offering, offeringSchema, offerings } from '../support/offering.ts'
import type { NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'
import { heardUnclearly } from './heard-unclearly.ts'
import type { Scene } from './hearing.ts'
import { readIncoming } from './read-incoming.ts'
import { conversations, type State, stateAt, stateSchema } from './state.ts'
import { stateAfter } from './state-after.ts'
import type { Incoming, Reply } from './turn.ts'
import { stateId } from './turn-record.ts'
import type { Unclear } from './unclear-messages.ts'
import type { Heard } from './wanted.ts'
import { withOther } from './with-other.ts'

export type TurnTools = {
  readonly understander: Understander
  readonly newId: NewId
  /** Told of an answer that was stopped because it held a figure bound to no fact. The reference is the one the person got. */
  readonly stopped?: (reference: string, error: UnboundFigure) => void
}

/** What a turn decided. Nothing is written yet. */
export type Decided = {
  readonly replies: readonly Reply[]
  readonly state: State
  readonly revision: number
  readonly heard: Heard
  /** What to keep of a message that was not understood, redacted. */
  readonly unclear?: Unclear
}

/** Reads who asks and what was said before, understands, answers, says. */
export async function runTurn(
  reading: Reading,
  incoming: Incoming,
  now: Instant,
  tools: TurnTools & { readonly advice?: Advice },
): Promise<Decided> {
  const { scene: unadvised, revision } = await sceneFor(reading, incoming, now, tools)
  const scene: Scene = tools.advice ? { ...unadvised, advice: tools.advice } : unadvised
  const { state } = scene
  const read = await readIncoming(reading, scene, incoming.what)
  if (read.wanted.kind === 'nothing') return { replies: [], state: { ...state, at: now }, revision, heard: read }
  const { answered: offered, heard } = withOther(await answerTo(reading, scene, read), state, read)
  const answered = noteSwitch(offered, state, heard)
  const reply = sayOrStop(scene, answered, heard, tools)
  const unclear = await heardUnclearly(reading, scene, incoming, heard)
  return { replies: [reply], state: stateAfter(state, now, heard, answered, reply), revision, heard, unclear }
}

/** Who asks and what was said before. `revision` is the state's. */
export async function sceneFor(
  reading: Reading,
  incoming: Incoming,
  now: Instant,
  { understander }: Pick<TurnTools, 'understander'>,
): Promise<{ readonly scene: Scene; readonly revision: number }> {
  const id = stateId(incoming)
  const [stored, principal] = await Promise.all([reading.get(conversations, id), principalOf(reading, incoming.person)])
  const state = stateAt(id, stored && recordOf(stateSchema, stored.data), now)
  const offering = await offeringFor(reading, principal, state)
  const scene = { principal, offering, state, now, locale: incoming.locale, understander }
  return { scene, revision: stored?.revision ?? 0 }
}

/** What the partner says about itself to this customer; staff and strangers get that of the first account. */
async function offeringFor(reading: Reading, principal: Principal, state: State): Promise<Offering | undefined> {
  const partner = principal.kind === 'customer' ? principal.customer.partner : state.customer?.split('.')[0]
  const stored = partner
    ? await reading.get(offerings, partner)
    : (await reading.find(offerings, { index: 'partner', limit: 1 })).items[0]
  return stored && recordOf(offeringSchema, stored.data)
}

async function answerTo(reading: Reading, scene: Scene, { wanted, language }: Heard): Promise<Answered> {
  const { principal, offering, now } = scene
  const asking = { principal, offering, now, language }
  switch (wanted.kind) {
    case 'answer':
      return answer(reading, { ...asking, ...wanted.asked }, scene.state.customer)
    // A stranger gets the one answer, whatever was said.
    case 'guess':
      return principal.kind === 'stranger'
        ? answer(reading, { ...asking, intent: 'direct.customer', slots: {} })
        : didYouMean(wanted.guesses)
    case 'welcome':
      return principal.kind === 'stranger'
        ? answer(reading, { ...asking, intent: 'direct.customer', slots: {} })
        : welcome({ ...asking, intent: 'greeting', slots: {} })
    case 'card-number':
      return cardNumber()
    default:
      return otherWords()
  }
}

/** The reply's language changed with this message: said once. */
function noteSwitch(answered: Answered, state: State, { language }: Heard): Answered {
  if (!state.language || state.language === language) return answered
  const notes = [...(answered.answer.notes ?? []), { kind: 'note.language', facts: {} }]
  return { ...answered, answer: { ...answered.answer, notes } }
}

/** A figure that nobody can account for stops the message: the person gets an apology, a reference and the way to a person. */
function sayOrStop(scene: Scene, { answer }: Answered, { language }: Heard, { newId, stopped }: TurnTools): Reply {
  try {
    return { answer, language, words: say(answer, language) }
  } catch (error) {
    if (!(error instanceof UnboundFigure)) throw error
    const reference = newId().slice(0, 8).toUpperCase()
    stopped?.(reference, error)
    const apology = failed({ ...scene, language }, reference).answer
    return { answer: apology, language, words: say(apology, language) }
  }
}
