import { answer } from '../answers/answer.ts'
import type { Answered } from '../answers/asking.ts'
import { cardNumber } from '../answers/card-number.ts'
import { didYouMean, failed, otherWords } from '../answers/guesses.ts'
import { staffSteer } from '../answers/promise.ts'
import { welcome } from '../answers/social.ts'
import { staffOpenNone, stillAsking } from '../answers/ticket-intake.ts'
import type { Advice } from '../language/advisor.ts'
import { withoutCardNumbers } from '../language/card-number.ts'
import { UnboundFigure } from '../language/figures.ts'
import { say } from '../language/say.ts'
import type { Understander } from '../language/understand.ts'
import type { Reading, Unit } from '../store/documents.ts'
import { type Handoff, isWaiting, liveHandoff } from '../support/handoff.ts'
import type { NewId } from '../values/clock.ts'
import type { Instant } from '../values/day.ts'
import type { CustomerId } from '../values/ids.ts'
import { besideQuestions } from './beside-questions.ts'
import type { ErrandStep } from './errand/errand-scene.ts'
import { readErrand } from './errand/read-errand.ts'
import { heardOfPaying } from './errand/read-paying.ts'
import { isErrand, isOfCollections, runErrand } from './errand/run-errand.ts'
import { heardUnclearly } from './heard-unclearly.ts'
import type { Scene } from './hearing.ts'
import { readIncoming } from './read-incoming.ts'
import type { RecentWords } from './recent-words.ts'
import { sceneFor } from './scene-for.ts'
import type { State } from './state.ts'
import { stateAfter } from './state-after.ts'
import type { Incoming, Reply } from './turn.ts'
import { turnKey } from './turn-record.ts'
import type { Unclear } from './unclear-messages.ts'
import type { Heard } from './wanted.ts'
import { whileWaiting } from './while-waiting.ts'
import { withOther } from './with-other.ts'

export type TurnTools = {
  readonly understander: Understander
  readonly newId: NewId
  /** What was written lately; without it a person who takes over has nothing to read. */
  readonly recent?: RecentWords
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

type RunTools = TurnTools & {
  readonly advice?: Advice
  /** The customer whose case is talked about in this conversation of staff. */
  readonly about?: CustomerId
}

/**
 * Reads who asks and what was said before, understands, answers, says. What is to be done besides (a ticket, a person who is called,
 * words for the person who has the conversation) is done in the same unit of work.
 */
export async function runTurn(unit: Unit, incoming: Incoming, now: Instant, tools: RunTools): Promise<Decided> {
  const { scene: unadvised, revision } = await sceneFor(unit, incoming, now, tools)
  const scene: Scene = tools.advice ? { ...unadvised, advice: tools.advice } : unadvised
  const { state, principal } = scene
  if (incoming.what.kind === 'message' && principal.kind === 'customer')
    tools.recent?.add(turnKey(incoming), withoutCardNumbers(incoming.what.text), now)
  const handoff = principal.kind === 'customer' ? await liveHandoff(unit, state.id) : undefined
  const aside = await besideQuestions(unit, { ...tools, scene, incoming, handoff })
  if (aside?.kind === 'silent')
    return {
      replies: [],
      state: { ...state, at: now, ticket: aside.ticket ?? state.ticket },
      revision,
      heard: aside.heard,
    }
  const read = aside?.heard ?? (await readTurn(unit, scene, incoming, handoff))
  if (read.wanted.kind === 'nothing') return { replies: [], state: { ...state, at: now }, revision, heard: read }
  const step = aside?.step ?? (await stepOf(unit, scene, incoming, read, { ...tools, handoff }))
  const { answered: offered, heard } = withOther(step.answered, state, read)
  const answered = noteSwitch(offered, state, heard)
  const reply = sayOrStop(scene, answered, heard, tools)
  const unclear = await heardUnclearly(unit, scene, incoming, heard)
  const after = {
    ...stateAfter(state, now, heard, answered, reply),
    errand: step.errand,
    unanswered: unansweredBy(incoming, answered, state),
  }
  return { replies: [reply], state: after, revision, heard, unclear }
}

/** An answer to what Saldo asked for something in the making, else a message as any other. */
async function readTurn(reading: Reading, scene: Scene, incoming: Incoming, handoff?: Handoff): Promise<Heard> {
  const { errand } = scene.state
  const { what } = incoming
  const answered = errand && what.kind === 'message' ? readErrand(scene, errand, what.text) : undefined
  if (answered) return answered
  const heard = await readIncoming(reading, scene, what)
  // What is written while a person is called is for that person.
  return what.kind === 'message' && !(handoff && isWaiting(handoff)) ? heardOfPaying(scene, what.text, heard) : heard
}

/** An answer, or a step of what is to be done. What is in the making waits while something else is answered. */
async function stepOf(
  unit: Unit,
  scene: Scene,
  incoming: Incoming,
  heard: Heard,
  { handoff, newId, recent }: Pick<RunTools, 'newId' | 'recent'> & { readonly handoff: Handoff | undefined },
): Promise<ErrandStep> {
  const { principal, state } = scene
  const { wanted, language } = heard
  if (principal.kind === 'customer' && wanted.kind === 'answer' && isErrand(wanted.asked, state.errand))
    return runErrand(unit, { ...scene, principal, incoming, language, newId, recent }, wanted.asked, handoff)
  if (principal.kind === 'customer' && handoff && isWaiting(handoff) && incoming.what.kind === 'message')
    return whileWaiting(unit, { ...scene, principal, incoming, language, newId, recent }, handoff, async () =>
      isSure(heard) ? answerTo(unit, scene, heard) : undefined,
    )
  if (
    principal.kind === 'partner' &&
    wanted.kind === 'answer' &&
    wanted.asked.intent !== 'human' &&
    isErrand(wanted.asked, undefined)
  )
    return { answered: isOfCollections(wanted.asked) ? staffSteer() : staffOpenNone() }
  const answered = await answerTo(unit, scene, heard)
  return state.errand ? { answered: stillAsking(answered, state.errand.kind), errand: state.errand } : { answered }
}

/** Understood well enough to answer somebody who waits for a person anyway. */
const isSure = ({ wanted, question }: Heard): boolean =>
  wanted.kind === 'answer' &&
  wanted.asked.intent !== 'out_of_scope' &&
  (question === undefined || question.zone === 'answer')

/** Answers after which a ticket may be opened with the words that they had no answer to. */
const withoutAnswer = ['unanswered', 'did-you-mean', 'something-else', 'failed', 'collections.policy.none']

const unansweredBy = (incoming: Incoming, { answer: { kind } }: Answered, state: State): string | undefined => {
  if (!withoutAnswer.includes(kind)) return undefined
  return incoming.what.kind === 'message' ? turnKey(incoming) : state.unanswered
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
