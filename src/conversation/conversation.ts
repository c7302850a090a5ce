import { keepAddress } from '../delivery/address.ts'
import type { Unit } from '../store/documents.ts'
import { countAsked } from './asked-counts.ts'
import { type ConsultDeps, type Consulted, consult } from './consult.ts'
import { DeliveredNotes } from './delivered-notes.ts'
import { InHand } from './in-hand.ts'
import { keepUnclear } from './keep-unclear.ts'
import { Queue } from './queue.ts'
import { RecentWords } from './recent-words.ts'
import { type Decided, runTurn } from './run-turn.ts'
import { conversations } from './state.ts'
import { sweepTurns } from './sweep-turns.ts'
import type { Conversation, Incoming, Turn } from './turn.ts'
import {
  deliveredTurns,
  expiryOf,
  keptTurns,
  placeKey,
  repliesOf,
  stateId,
  storedReplies,
  turnKey,
  turnRecords,
} from './turn-record.ts'

/** `consulting` is optional: without it nobody outside is ever asked. */
export type ConversationDeps = ConsultDeps

const longestQueue = 32
const turnsBetweenSweeps = 500

/**
 * The one entrance for every door. A turn is one unit of work: its reads, its state and its record are all there or not at all, so
 * that a delivery left unfinished can run again. `take` throws TooManyWaiting when a conversation is flooded, and whatever the store throws.
 */
export function conversationOf(deps: ConversationDeps): Conversation {
  const { documents, clock } = deps
  const queue = new Queue(longestQueue)
  const notes = new DeliveredNotes(documents, clock)
  const inHand = new InHand()
  const recent = new RecentWords()
  let taken = 0
  let sweptOn = ''
  return {
    async take(incoming) {
      const line = `${incoming.delivery.channel}|${incoming.delivery.conversation}`
      const turn = await queue.run(line, () => turnOf(incoming, { ...deps, recent }, { notes, inHand }))
      // Some turn clears up after the others now and then, the first of a day at least, once its own person has the answer. Should
      // it fail, the store has failed the turns beside it too, and they say so; the next one clears up.
      const now = clock.now()
      if (++taken % turnsBetweenSweeps === 0 || now.slice(0, 10) !== sweptOn) {
        sweptOn = now.slice(0, 10)
        void queue.run('sweep', () => sweepTurns(documents, now)).catch(() => 0)
      }
      return turn
    },
    noteDelivered: (turn) => (turn.delivered ? Promise.resolve() : notes.note(turn.key)),
  }
}

type Delivering = { readonly notes: DeliveredNotes; readonly inHand: InHand }

async function turnOf(incoming: Incoming, deps: ConversationDeps, { notes, inHand }: Delivering): Promise<Turn> {
  const key = turnKey(incoming)
  // Before the unit: asking takes longer than anybody may wait for a document.
  const consulted = deps.consulting && (await consult(incoming, deps))
  const { replies, recordedAt, noted } = await deps.documents.change((unit) =>
    turnIn(unit, key, incoming, deps, consulted),
  )
  const now = deps.clock.now()
  if (!recordedAt) inHand.add(key, now)
  const delivered = noted || notes.isUnwritten(key)
  const elsewhere = !delivered && recordedAt !== undefined && inHand.isElsewhere(key, recordedAt, now)
  return { key, replies, delivered, elsewhere }
}

/** The turn as it was recorded, or a new one and its record. */
async function turnIn(
  unit: Unit,
  key: string,
  incoming: Incoming,
  deps: ConversationDeps,
  consulted: Consulted | undefined,
) {
  const recorded = await unit.get(turnRecords, key)
  if (recorded) {
    const noted = (await unit.get(deliveredTurns, key)) !== undefined
    return { replies: repliesOf(recorded.data), recordedAt: recorded.data.at, noted }
  }
  const now = deps.clock.now()
  const decided = await runTurn(unit, incoming, now, { ...deps, advice: consulted?.advice })
  const { serviceUrl } = incoming.delivery
  const { language } = decided.state
  if (serviceUrl) await keepAddress(unit, incoming.person, { ...incoming.delivery, serviceUrl, language }, now)
  record(unit, key, incoming, { ...decided, consulted }, Date.parse(deps.clock.now()) - Date.parse(now))
  if (decided.unclear) await keepUnclear(unit, decided.unclear)
  await countAsked(unit, incoming.person, decided.heard, now)
  await makeRoom(unit, decided)
  return { replies: decided.replies, noted: false }
}

function record(
  unit: Unit,
  key: string,
  incoming: Incoming,
  decided: Decided & { readonly consulted?: Consulted },
  milliseconds: number,
): void {
  const { replies, state, revision, heard, consulted } = decided
  const { question } = heard
  // A state is JSON as it is: its days and ids are texts.
  unit.put(conversations, state.id, state, revision)
  unit.put(
    turnRecords,
    key,
    {
      key,
      state: stateId(incoming),
      place: state.turns,
      at: state.at,
      expires: expiryOf(state.at),
      milliseconds,
      question: question && { intent: question.intent, zone: question.zone, confidence: question.confidence },
      ...(consulted && { consulted: { chose: consulted.advice?.intent, milliseconds: consulted.milliseconds } }),
      replies: storedReplies(replies),
    },
    0,
  )
}

/** Keeps a busy conversation from growing without end: now and then the turns go that nobody repeats any more. */
async function makeRoom(unit: Unit, { state }: Decided): Promise<void> {
  if (state.turns % keptTurns !== 0 || state.turns === keptTurns) return
  const old = { from: placeKey(state.id, 0), to: placeKey(state.id, state.turns - keptTurns) }
  const { items } = await unit.find(turnRecords, { index: 'place', ...old })
  for (const { id, revision } of items) {
    unit.remove(turnRecords, id, revision)
    const delivered = await unit.get(deliveredTurns, id)
    if (delivered) unit.remove(deliveredTurns, id, delivered.revision)
  }
}
